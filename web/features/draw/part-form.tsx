import { type FormEvent, type ReactNode, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './part-words.ts'

interface PartFormProps {
  caseId: string
  /** The command. */
  name: string
  title: string
  what: string
  go: string
  children: ReactNode
  /** What is missing, each with its field. */
  faults(): { fieldId: string; detail: string }[]
  body(): Record<string, unknown>
  onDone?: () => void
}

/** One thing that somebody is asked for: what it is, what it asks, and what is wrong with the answer. */
export function PartForm({ caseId, name, title, what, go, children, faults, body, onDone }: PartFormProps) {
  // Of the command, not of this form: what is read anew may take the form away before it would hear that it is done.
  const command = useCommand(caseId, name, onDone)
  const [missing, setMissing] = useState<{ fieldId: string; detail: string }[]>([])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (command.isPending) return
    const found = faults()
    setMissing(found)
    if (found.length === 0) command.mutate(body())
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={command.error} />
      {missing.length > 0 && <ProblemSummary title={words.missing.title} detail="" faults={missing} />}
      <h2>{title}</h2>
      <p>{what}</p>
      {children}
      <ActionButton submit busy={command.isPending}>
        {go}
      </ActionButton>
    </form>
  )
}
