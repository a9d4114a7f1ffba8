import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useRegisterCommand } from './use-register.ts'
import { words } from './words.ts'

const said = words.strike

interface StrikeFormProps {
  command: 'strike-interest' | 'strike-relation'
  person: string
  /** What the register calls it. */
  entry: string
  onDone(): void
}

/** Strikes out what the register holds of somebody and is a mistake, with the reason. */
export function StrikeForm({ command: name, person, entry, onDone }: StrikeFormProps) {
  const id = `reason-${person}-${entry}`
  const [reason, setReason, forget] = useKept(`strike:${id}`, '')
  const [empty, setEmpty] = useState(false)
  const command = useRegisterCommand(name, () => {
    forget()
    onDone()
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(reason.trim() === '')
    if (reason.trim() !== '' && !command.isPending) command.mutate({ person, entry, reason })
  }
  return (
    <form onSubmit={send} noValidate>
      <CommandProblem error={command.error} field={() => id} />
      {empty && <ProblemSummary {...words.faults} faults={[{ fieldId: id, detail: said.missing }]} />}
      <WordsField
        id={id}
        label={said.reason}
        fault={empty ? said.missing : undefined}
        rows={2}
        value={reason}
        onChange={setReason}
      />
      <ActionButton submit small kind="secondary" busy={command.isPending}>
        {command.isPending ? words.sending : said.confirm}
      </ActionButton>
    </form>
  )
}
