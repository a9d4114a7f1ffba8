import { type FormEvent, type ReactNode, useState } from 'react'
import { Problem } from '../../api.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Faults } from '../../nhs/faults.ts'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem, fieldOf } from '../case/command-problem.tsx'
import { words } from './words.ts'

interface CheckedFormProps {
  /** What it sends, and what came of that. */
  command: { error: Error | null; isPending: boolean }
  /** Everything that is missing now, each with its field. */
  faults?: { detail: string; fieldId: string }[]
  /** Which field a fault in the answer belongs to, where the form names its fields otherwise. */
  field?: (pointer: string) => string | undefined
  send(): unknown
  confirm: string
  /** A button that is not the page’s main one. */
  minor?: boolean
  /** The fields. What is wrong at one is said beside it, too. */
  children: ReactNode
}

/** Sends a command when nothing is missing; else it says at once everything that is. */
export function CheckedForm({
  command,
  faults = [],
  field = fieldOf,
  send,
  confirm,
  minor = false,
  children,
}: CheckedFormProps) {
  const [asked, setAsked] = useState(false)
  const told = asked ? faults : []
  const refused = command.error instanceof Problem ? command.error.faults : []
  const faultOf = (id: string) =>
    told.find(({ fieldId }) => fieldId === id)?.detail ?? refused.find(({ pointer }) => field(pointer) === id)?.detail
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(faults.length > 0)
    if (faults.length === 0 && !command.isPending) send()
  }
  return (
    <form onSubmit={submit} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={command.error} field={field} />
      {told.length > 0 && <ProblemSummary {...words.faults} faults={told} />}
      <Faults value={faultOf}>{children}</Faults>
      <ActionButton submit {...(minor && { small: true, kind: 'secondary' })} busy={command.isPending}>
        {command.isPending ? words.sending : confirm}
      </ActionButton>
    </form>
  )
}
