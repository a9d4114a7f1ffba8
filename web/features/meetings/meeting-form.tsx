import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { PanelMeeting } from '../../../domain/meeting/meeting.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, DateField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { CommandProblem, faultAt, fieldOf } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { enteredOf, faultsOf, nothingTyped, type Typed, typedOf } from './entered.ts'
import { words } from './words.ts'

/** Plans a meeting or, where there is one already, moves it with a reason. */
export function MeetingForm({ caseId, meeting }: { caseId: string; meeting?: PanelMeeting }) {
  const navigate = useNavigate()
  const { fields } = words
  const own = meeting ? `move-${meeting.id}` : 'plan'
  const says = meeting ? words.move : words.plan
  const [typed, setTyped, forget] = useKept<Typed>(
    `${caseId}:${own}-meeting`,
    meeting ? typedOf(meeting) : nothingTyped,
  )
  const [asked, setAsked] = useState(false)
  const command = useCommand(caseId, meeting ? 'move-meeting' : 'plan-meeting', async () => {
    forget()
    setAsked(false)
    await navigate({ to: '.', state: { said: says.done }, replace: true })
  })
  const idOf = (field: string) => `${own}-${field}`
  const faults = asked ? faultsOf(typed, meeting ? 'reason' : 'purpose') : []
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (command.isPending || faultsOf(typed, meeting ? 'reason' : 'purpose').length > 0) return command.reset()
    const note = typed.note.trim()
    command.mutate({
      ...enteredOf(typed),
      ...(meeting
        ? { id: meeting.id, reason: typed.reason }
        : { purpose: typed.purpose, ...(note !== '' && { note }) }),
    })
  }
  const field = (name: Exclude<keyof Typed, 'date'>) => ({
    id: idOf(name),
    value: typed[name],
    fault: faults.find((fault) => fault.field === name)?.detail ?? faultAt(command.error, name),
    onChange: (now: string) => setTyped({ ...typed, [name]: now }),
  })
  const lengths = [...new Set([...Object.keys(fields.lengths), typed.minutes])].map(Number).toSorted((a, b) => a - b)
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      {faults.length > 0 ? (
        <ProblemSummary
          {...words.faults}
          faults={faults.map((fault) => ({ fieldId: idOf(fault.field), detail: fault.detail }))}
        />
      ) : (
        <CommandProblem error={command.error} field={(pointer) => idOf(fieldOf(pointer))} />
      )}
      {!meeting && (
        <ChoiceField
          {...field('purpose')}
          label={fields.purpose}
          choices={[
            { value: '', name: '' },
            ...Object.entries(fields.purposeNames).map(([value, name]) => ({ value, name })),
          ]}
        />
      )}
      <DateField
        id={idOf('date')}
        label={fields.date}
        fault={faults.find((fault) => fault.field === 'date')?.detail ?? faultAt(command.error, 'date')}
        value={typed.date}
        onChange={(date) => setTyped({ ...typed, date })}
      />
      <TextField {...field('time')} label={fields.time} hint={fields.timeHint} width={5} />
      <ChoiceField
        {...field('minutes')}
        label={fields.minutes}
        choices={lengths.map((minutes) => ({
          value: String(minutes),
          name: fields.lengths[minutes] ?? fields.otherLength(minutes),
        }))}
      />
      <TextField {...field('place')} label={fields.place} hint={fields.placeHint} />
      <TextField {...field('link')} label={fields.link} hint={fields.linkHint} />
      {meeting ? (
        <WordsField {...field('reason')} label={words.move.reason} hint={words.move.hint} rows={3} />
      ) : (
        <WordsField {...field('note')} label={fields.note} rows={3} />
      )}
      <ActionButton submit busy={command.isPending}>
        {command.isPending ? words.sending : says.confirm}
      </ActionButton>
    </form>
  )
}
