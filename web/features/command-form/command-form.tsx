import { useNavigate } from '@tanstack/react-router'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { useHeadingInFocus } from '../../title.ts'
import { fieldOf } from '../case/command-problem.tsx'
import { useChecking } from '../case/use-checking.ts'
import { useCommand } from '../case/use-command.ts'
import type { Attachments } from '../documents/use-attachments.tsx'
import { type AskedField, AskedFieldInput, enteredInWords, faultIn } from './asked-field.tsx'
import { CheckedForm } from './checked-form.tsx'
import { words } from './words.ts'

/** What is done with what was typed, and what is said of it. */
interface Means {
  command: string
  body: object
  confirm: string
  done: string
  grave?: boolean
}

interface FormProps {
  caseId: string
  /** Of the command, or of the first where what is chosen says which it is. */
  name: string
  /** Tells two forms of one command apart. */
  about?: string
  fields: AskedField[]
  /** Documents that go with it, sent before. */
  attachments?: Attachments
  /** For what cannot be taken back: the heading above what was typed, which is shown once more before it is done. */
  check?: string
}

type CommandFormProps = FormProps &
  (
    | {
        /** What goes with what is typed. */
        also?: Record<string, unknown>
        confirm: string
        done: string
        grave?: boolean
      }
    | { means(typed: Record<string, string>): Means }
  )

/** One command with its reasons: every fault at once beside its field; what was typed outlives the page; done once. */
export function CommandForm(props: CommandFormProps) {
  const { caseId, name, about = '', fields, attachments, check } = props
  const navigate = useNavigate()
  const empty = Object.fromEntries(fields.map((field) => [field.name, '']))
  const [typed, setTyped, forget] = useKept<Record<string, string>>(`${caseId}:${name}:${about}`, empty)
  const [wantsCheck, setCheck] = useChecking([name, about].filter(Boolean).join('-'))
  const idOf = (field: string) => [name, about, field].filter(Boolean).join('-')
  const means: Means =
    'means' in props ? props.means(typed) : { ...props, command: name, body: { ...typed, ...props.also } }
  const command = useCommand(caseId, means.command, async () => {
    forget()
    attachments?.forget()
    const search = (before: object) => ({ ...before, check: undefined })
    await navigate({ to: '.', search, state: { said: means.done }, replace: true })
  })
  const entered = (field: AskedField) => typed[field.name] ?? ''
  const faults = fields.flatMap((field) => {
    const detail = faultIn(field, entered(field))
    return detail === undefined ? [] : [{ detail, fieldId: idOf(field.name) }]
  })
  // An address that says so is not enough: what is checked must be there.
  const checking = check !== undefined && wantsCheck && faults.length === 0
  const heading = useHeadingInFocus(checking)
  const send = () => {
    if (check && !checking) setCheck(true)
    else if (attachments) attachments.send((documents) => command.mutateAsync({ ...means.body, ...documents }))
    else command.mutate(means.body)
  }
  return (
    <CheckedForm
      command={attachments ?? command}
      faults={faults}
      field={(pointer) => idOf(pointer.startsWith('/documents') ? 'documents' : fieldOf(pointer))}
      send={send}
      typed={fields
        .filter(({ choices, date }) => !choices && !date)
        .map(entered)
        .join('\n')}
      confirm={check && !checking ? words.continue : means.confirm}
      {...(means.grave && { kind: 'grave' })}
      beside={
        checking && (
          <ActionButton kind="secondary" onClick={() => setCheck(false)}>
            {words.change}
          </ActionButton>
        )
      }
    >
      {checking ? (
        <>
          <h3 ref={heading} tabIndex={-1}>
            {check}
          </h3>
          <Facts
            facts={[
              ...fields.map((field): [string, string] => [field.label, enteredInWords(field, entered(field))]),
              ...(attachments?.names ?? []).map((document): [string, string] => [attachments?.label ?? '', document]),
            ]}
          />
        </>
      ) : (
        fields.map((field) => (
          <AskedFieldInput
            key={field.name}
            field={field}
            id={idOf(field.name)}
            value={entered(field)}
            onChange={(now) => setTyped({ ...typed, [field.name]: now })}
          />
        ))
      )}
      {!checking && attachments?.field(idOf('documents'))}
    </CheckedForm>
  )
}
