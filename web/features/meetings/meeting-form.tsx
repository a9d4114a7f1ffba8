import { useNavigate } from '@tanstack/react-router'
import type { PanelMeeting } from '../../../domain/meeting/meeting.ts'
import { useKept } from '../../kept.ts'
import { ChoiceField, DateField, WordsField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { fieldOf } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words as form } from '../command-form/words.ts'
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
  const command = useCommand(caseId, meeting ? 'move-meeting' : 'plan-meeting', async () => {
    forget()
    await navigate({ to: '.', state: { said: says.done }, replace: true })
  })
  const idOf = (field: string) => `${own}-${field}`
  const note = typed.note.trim()
  const body = {
    ...enteredOf(typed),
    ...(meeting ? { id: meeting.id, reason: typed.reason } : { purpose: typed.purpose, ...(note !== '' && { note }) }),
  }
  const field = (name: Exclude<keyof Typed, 'date'>) => ({
    id: idOf(name),
    value: typed[name],
    onChange: (now: string) => setTyped({ ...typed, [name]: now }),
  })
  const lengths = [...new Set([...Object.keys(fields.lengths), typed.minutes])].map(Number).toSorted((a, b) => a - b)
  return (
    <CheckedForm
      command={command}
      faults={faultsOf(typed, meeting ? 'reason' : 'purpose').map(({ field, detail }) => ({
        fieldId: idOf(field),
        detail,
      }))}
      field={(pointer) => idOf(fieldOf(pointer))}
      send={() => command.mutate(body)}
      confirm={says.confirm}
    >
      {!meeting && (
        <ChoiceField
          {...field('purpose')}
          label={fields.purpose}
          choices={[
            { value: '', name: form.choose },
            ...Object.entries(fields.purposeNames).map(([value, name]) => ({ value, name })),
          ]}
        />
      )}
      <DateField
        id={idOf('date')}
        label={fields.date}
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
    </CheckedForm>
  )
}
