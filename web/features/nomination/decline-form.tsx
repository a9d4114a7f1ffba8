import type { FormEvent } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { More } from '../../nhs/more.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

interface DeclineFormProps {
  caseId: string
  /** The command that declines. */
  command: 'decline-to-nominate' | 'decline-nomination' | 'decline-seat'
  said: { decline: string; declineReason: string; declineReasonHint?: string; declineConfirm: string }
  onDone(): void
}

/** Declining is one step further away than accepting, and may carry a reason. */
export function DeclineForm({ caseId, command, said, onDone }: DeclineFormProps) {
  const [reason, setReason, forget] = useKept(`${caseId}:${command}`, '')
  const decline = useCommand(caseId, command, () => {
    forget()
    onDone()
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!decline.isPending) decline.mutate(reason.trim() === '' ? {} : { reason: reason.trim() })
  }
  return (
    <More title={said.decline}>
      <form onSubmit={send} noValidate>
        <CommandProblem error={decline.error} field={() => command} />
        <WordsField
          id={command}
          label={said.declineReason}
          hint={said.declineReasonHint}
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
