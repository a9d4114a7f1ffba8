import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { More } from '../../nhs/more.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

interface DeclineFormProps {
  caseId: string
  /** The command that declines. */
  command: 'decline-to-nominate' | 'decline-nomination' | 'decline-seat'
  said: {
    decline: string
    declineReason: string
    declineReasonHint?: string
    declineMissing?: string
    declineConfirm: string
  }
  onDone(): void
}

/** Declining is one step further away than accepting. It carries a reason; a person’s own may stay theirs, a practice’s may not. */
export function DeclineForm({ caseId, command, said, onDone }: DeclineFormProps) {
  const [reason, setReason, forget] = useKept(`${caseId}:${command}`, '')
  const decline = useCommand(caseId, command, () => {
    forget()
    onDone()
  })
  const [asked, setAsked] = useState(false)
  const fault = reason.trim() === '' ? said.declineMissing : undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (fault === undefined && !decline.isPending) decline.mutate(reason.trim() === '' ? {} : { reason: reason.trim() })
  }
  return (
    <More title={said.decline}>
      <form onSubmit={send} noValidate>
        <CommandProblem error={decline.error} field={() => command} />
        {asked && fault && <ProblemSummary {...words.faults} faults={[{ detail: fault, fieldId: command }]} />}
        <WordsField
          id={command}
          label={said.declineReason}
          hint={said.declineReasonHint}
          fault={asked ? fault : undefined}
          rows={3}
          value={reason}
          onChange={setReason}
        />
        <ActionButton submit kind="secondary" busy={decline.isPending}>
          {decline.isPending ? words.sending : said.declineConfirm}
        </ActionButton>
      </form>
    </More>
  )
}
