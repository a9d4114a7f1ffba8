import { type FormEvent, type ReactNode, useReducer, useRef } from 'react'
import { Problem } from '../../api.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Faults } from '../../nhs/faults.ts'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem, fieldOf } from '../case/command-problem.tsx'
import { useLeft } from './left.tsx'
import { words } from './words.ts'

/** Something missing or wrong, with its field. */
export interface FieldFault {
  detail: string
  fieldId: string
}

interface CheckedFormProps {
  /** What it sends, and what came of that. Absent where what is typed stays on the page, and is sent from there. */
  command?: { error: Error | null; isPending: boolean; reset(): void }
  /** Everything that is missing or wrong now. */
  faults?: FieldFault[]
  /** Which field a fault in the answer belongs to, where the form names its fields otherwise. */
  field?: (pointer: string) => string | undefined
  send(): unknown
  confirm: string
  /** The words that would be lost with it, were it to go away. */
  typed?: string
  /** What a screen reader calls the form, where there are several. */
  label?: string
  /** A button that is not the page’s main one; or one for what cannot be taken back. */
  kind?: 'minor' | 'grave'
  /** Its fields stand side by side, as wide as the page. */
  wide?: true
  /** Other buttons, beside it. */
  beside?: ReactNode
  /** The fields. What is wrong at one is said beside it, too. */
  children: ReactNode
}

const stays = { error: null, isPending: false, reset: () => {} }
const buttons = { minor: { small: true, kind: 'secondary' }, grave: { kind: 'warning' } } as const

/** Sends a command when nothing is missing; else it says at once everything that is. */
export function CheckedForm(props: CheckedFormProps) {
  const {
    command = stays,
    faults = [],
    field = fieldOf,
    send,
    confirm,
    typed = '',
    label,
    kind,
    wide,
    beside,
    children,
  } = props
  const [wrong, again] = useWrong(faults)
  useLeft(typed, command.isPending)
  const told = faults.filter(({ fieldId }) => wrong.includes(fieldId))
  const refused = command.error instanceof Problem ? command.error.faults : []
  const faultOf = (id: string) =>
    told.find(({ fieldId }) => fieldId === id)?.detail ?? refused.find(({ pointer }) => field(pointer) === id)?.detail
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (command.isPending) return
    again(faults)
    if (faults.length === 0) send()
    // What was refused before is not what is wrong now.
    else command.reset()
  }
  return (
    <form
      onSubmit={submit}
      onReset={() => again([])}
      noValidate
      aria-label={label}
      className={wide ? '' : 'nhsuk-u-reading-width'}
    >
      <CommandProblem error={command.error} field={field} />
      {told.length > 0 && <ProblemSummary {...words.faults} faults={told} />}
      <Faults value={faultOf}>{children}</Faults>
      <div className="nhsuk-button-group">
        <ActionButton submit {...(kind && buttons[kind])} busy={command.isPending}>
          {command.isPending ? words.sending : confirm}
        </ActionButton>
        {beside}
      </div>
    </form>
  )
}

/**
 * The fields that were wrong when the form was sent last, and have been since. What goes wrong while somebody types is said when they send:
 * the list of faults takes the focus when it comes.
 */
function useWrong(faults: readonly FieldFault[]): [string[], (now: readonly FieldFault[]) => void] {
  const wrong = useRef<string[]>([])
  const [, render] = useReducer((times: number) => times + 1, 0)
  wrong.current = wrong.current.filter((id) => faults.some(({ fieldId }) => fieldId === id))
  return [
    wrong.current,
    (now) => {
      wrong.current = now.map(({ fieldId }) => fieldId)
      render()
    },
  ]
}
