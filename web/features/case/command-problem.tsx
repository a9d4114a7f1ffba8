import { Problem } from '../../api.ts'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { DeclareFirst } from './declare-first.tsx'

/** The field that a fault of a command belongs to: `/content/criteria/0/weight` → `content-criteria-0-weight`. */
export const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '-')

/** What was wrong at one field. */
export function faultAt(error: Error | null, fieldId: string): string | undefined {
  if (!(error instanceof Problem)) return undefined
  return error.faults.find(({ pointer }) => fieldOf(pointer) === fieldId)?.detail
}

interface CommandProblemProps {
  error: Error | null
  /** Where the page names its fields otherwise. */
  field?: (pointer: string) => string | undefined
}

/** Everything wrong with what was sent, at once, each with a link to its field. */
export function CommandProblem({ error, field = fieldOf }: CommandProblemProps) {
  if (!error) return null
  const faults = error instanceof Problem ? error.faults : []
  return (
    <>
      <ProblemSummary
        {...problemOf(error)}
        faults={faults.map(({ pointer, detail }) => ({ detail, fieldId: field(pointer) }))}
      />
      <DeclareFirst error={error} />
    </>
  )
}
