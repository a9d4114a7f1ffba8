import type { ReactNode } from 'react'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm, type FieldFault } from '../command-form/checked-form.tsx'

interface PartFormProps {
  caseId: string
  /** The command. */
  name: string
  title: string
  what: string
  go: string
  children: ReactNode
  /** What is missing, each with its field. */
  faults: FieldFault[]
  body(): Record<string, unknown>
  onDone?: () => void
}

/** One thing that somebody is asked for: what it is, what it asks, and what is wrong with the answer. */
export function PartForm({ caseId, name, title, what, go, children, faults, body, onDone }: PartFormProps) {
  // Of the command, not of this form: what is read anew may take the form away before it would hear that it is done.
  const command = useCommand(caseId, name, onDone)
  return (
    <CheckedForm command={command} faults={faults} send={() => command.mutate(body())} confirm={go}>
      <h2>{title}</h2>
      <p>{what}</p>
      {children}
    </CheckedForm>
  )
}
