import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, DateField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { isoOf, typedDateOf } from '../../time.ts'
import { CommandProblem, fieldOf } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

export interface AskedField {
  name: string
  label: string
  hint?: string
  /** What is said when it is left empty. */
  missing: string
  /** A choice of these, or a day of the calendar; else words. */
  choices?: { value: string; name: string }[]
  date?: true
}

interface CommandFormProps {
  caseId: string
  /** Of the command. */
  name: string
  /** Tells two forms of one command apart. */
  about?: string
  fields: AskedField[]
  /** What goes with what is typed. */
  also?: Record<string, unknown>
  confirm: string
  done: string
  grave?: boolean
}

/** One command with its reasons: every fault at once beside its field; what was typed outlives the page; done once. */
export function CommandForm({ caseId, name, about = '', fields, also = {}, confirm, done, grave }: CommandFormProps) {
  const navigate = useNavigate()
  const empty = Object.fromEntries(fields.map((field) => [field.name, '']))
  const [typed, setTyped, forget] = useKept<Record<string, string>>(`${caseId}:${name}:${about}`, empty)
  const [asked, setAsked] = useState(false)
  const idOf = (field: string) => [name, about, field].filter(Boolean).join('-')
  const command = useCommand(caseId, name, async () => {
    forget()
    setAsked(false)
    await navigate({ to: '.', search: true, state: { said: done }, replace: true })
  })
  const missing = fields
    .filter((field) => (typed[field.name] ?? '').trim() === '')
    .map((field) => ({ detail: field.missing, fieldId: idOf(field.name) }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (missing.length === 0 && !command.isPending) command.mutate({ ...typed, ...also })
  }
  const faultOf = (field: string) =>
    asked ? missing.find(({ fieldId }) => fieldId === idOf(field))?.detail : undefined
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={command.error} field={(pointer) => idOf(fieldOf(pointer))} />
      {asked && missing.length > 0 && <ProblemSummary {...words.faults} faults={missing} />}
      {fields.map((field) => {
        const value = typed[field.name] ?? ''
        const onChange = (now: string) => setTyped({ ...typed, [field.name]: now })
        const common = {
          id: idOf(field.name),
          label: field.label,
          hint: field.hint,
          fault: faultOf(field.name),
        }
        if (field.date)
          return (
            <DateField
              key={field.name}
              {...common}
              value={typedDateOf(value)}
              onChange={(date) => onChange(isoOf(date))}
            />
          )
        return field.choices ? (
          <ChoiceField
            key={field.name}
            {...common}
            value={value}
            onChange={onChange}
            choices={[{ value: '', name: words.choose }, ...field.choices]}
          />
        ) : (
          <WordsField key={field.name} {...common} value={value} onChange={onChange} />
        )
      })}
      <ActionButton submit busy={command.isPending} kind={grave ? 'warning' : 'primary'}>
        {command.isPending ? words.sending : confirm}
      </ActionButton>
    </form>
  )
}
