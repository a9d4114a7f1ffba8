import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Facts } from '../../nhs/facts.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { useHeadingInFocus } from '../../title.ts'
import { CommandProblem, fieldOf } from '../case/command-problem.tsx'
import { useChecking } from '../case/use-checking.ts'
import { useCommand } from '../case/use-command.ts'
import type { Attachments } from '../documents/use-attachments.tsx'
import { type AskedField, AskedFieldInput, enteredInWords } from './asked-field.tsx'
import { words } from './words.ts'

interface CommandFormProps {
  caseId: string
  /** Of the command. */
  name: string
  /** Tells two forms of one command apart. */
  about?: string
  fields: AskedField[]
  /** What goes with what is typed. */
  also?: Record<string, unknown>
  /** Documents that go with it, sent before. */
  attachments?: Attachments
  confirm: string
  done: string
  grave?: boolean
  /** For what cannot be taken back: the heading of the form, and of what was typed, which is shown once more before it is done. */
  check?: { ask: string; check: string }
}

/** One command with its reasons: every fault at once beside its field; what was typed outlives the page; done once. */
export function CommandForm(props: CommandFormProps) {
  const { caseId, name, about = '', fields, also = {}, attachments, confirm, done, grave, check } = props
  const navigate = useNavigate()
  const empty = Object.fromEntries(fields.map((field) => [field.name, '']))
  const [typed, setTyped, forget] = useKept<Record<string, string>>(`${caseId}:${name}:${about}`, empty)
  const [asked, setAsked] = useState(false)
  const [wantsCheck, setCheck] = useChecking([name, about].filter(Boolean).join('-'))
  const idOf = (field: string) => [name, about, field].filter(Boolean).join('-')
  const command = useCommand(caseId, name, async () => {
    forget()
    attachments?.forget()
    setAsked(false)
    const search = (before: object) => ({ ...before, check: undefined })
    await navigate({ to: '.', search, state: { said: done }, replace: true })
  })
  const { error, isPending } = attachments ?? command
  const entered = (field: AskedField) => typed[field.name] ?? ''
  const missing = fields
    .filter((field) => entered(field).trim() === '')
    .map((field) => ({ detail: field.missing, fieldId: idOf(field.name) }))
  // An address that says so is not enough: what is checked must be there.
  const checking = check !== undefined && wantsCheck && missing.length === 0
  const heading = useHeadingInFocus(checking)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (missing.length > 0 || isPending) return
    const body = { ...typed, ...also }
    if (check && !checking) setCheck(true)
    else if (attachments) attachments.send((documents) => command.mutateAsync({ ...body, ...documents }))
    else command.mutate(body)
  }
  const faultOf = (field: string) =>
    asked ? missing.find(({ fieldId }) => fieldId === idOf(field))?.detail : undefined
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem
        error={error}
        field={(pointer) => idOf(pointer.startsWith('/documents') ? 'documents' : fieldOf(pointer))}
      />
      {asked && missing.length > 0 && <ProblemSummary {...words.faults} faults={missing} />}
      {check && (
        <h3 ref={heading} tabIndex={-1}>
          {checking ? check.check : check.ask}
        </h3>
      )}
      {checking ? (
        <Facts
          facts={[
            ...fields.map((field): [string, string] => [field.label, enteredInWords(field, entered(field))]),
            ...(attachments?.names ?? []).map((document): [string, string] => [attachments?.label ?? '', document]),
          ]}
        />
      ) : (
        fields.map((field) => (
          <AskedFieldInput
            key={field.name}
            field={field}
            id={idOf(field.name)}
            fault={faultOf(field.name)}
            value={entered(field)}
            onChange={(now) => setTyped({ ...typed, [field.name]: now })}
          />
        ))
      )}
      {!checking && attachments?.field(idOf('documents'))}
      <div className="nhsuk-button-group">
        <ActionButton submit busy={isPending} kind={grave ? 'warning' : 'primary'}>
          {isPending ? words.sending : check && !checking ? words.continue : confirm}
        </ActionButton>
        {checking && (
          <ActionButton kind="secondary" onClick={() => setCheck(false)}>
            {words.change}
          </ActionButton>
        )}
      </div>
    </form>
  )
}
