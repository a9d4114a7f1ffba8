import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { DateField } from '../../nhs/fields.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { isDate, isoOf, typedDateOf } from '../../time.ts'
import { useQuorum } from '../case/use-case.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words as form } from '../command-form/words.ts'
import { PlannedMeeting } from '../meetings/planned-meeting.tsx'
import { type Names, personAlone } from '../people/names.ts'
import { Agenda } from './agenda.tsx'
import type { Moderation } from './moderation.ts'
import { words } from './words.ts'

/** The chair records when the panel met, who was there, which nobody is until the chair says so, and what it discussed in what order. */
export function MeetingForm({ caseId, moderation, names }: { caseId: string; moderation: Moderation; names: Names }) {
  const open = moderation.matters.filter((matter) => matter.open)
  const begun = { date: { day: '', month: '', year: '' }, planned: '', present: [] as string[], agenda: open }
  const [held, setHeld, forget] = useKept(`${caseId}:hold-moderation-meeting:${moderation.meetings.length + 1}`, begun)
  const { date, planned = '' } = held
  // Since it was typed somebody may have left the panel, and a matter may have been settled.
  const present = held.present.filter((id) => moderation.members.includes(id))
  const agenda = held.agenda.filter(({ organisationId, criterionId }) =>
    open.some((one) => one.organisationId === organisationId && one.criterionId === criterionId),
  )
  const quorum = useQuorum(caseId)
  const heldOn = isoOf(date)
  const faults = [
    ...(isDate(heldOn) ? [] : [{ detail: words.hold.noDate, fieldId: 'held' }]),
    ...(present.length === 0 ? [{ detail: words.hold.nobody, fieldId: 'present' }] : []),
    ...(agenda.length === 0 ? [{ detail: words.hold.nothing, fieldId: 'agenda' }] : []),
  ]
  const hold = useCommand(caseId, 'hold-moderation-meeting', forget)
  const send = () =>
    hold.mutate({
      heldOn,
      ...(planned !== '' && { planned: Number(planned) }),
      present,
      agenda: agenda.map(({ organisationId, criterionId }) => ({ organisationId, criterionId })),
    })
  const field = (pointer: string) =>
    pointer.startsWith('/planned')
      ? 'planned'
      : pointer.startsWith('/heldOn')
        ? 'held'
        : pointer.startsWith('/present')
          ? 'present'
          : 'agenda'
  return (
    <section aria-labelledby="hold">
      <h2 id="hold">{words.hold.title}</h2>
      <p className="nhsuk-u-reading-width">{words.hold.first}</p>
      <CheckedForm command={hold} faults={faults} field={field} send={send} confirm={words.hold.confirm}>
        <PlannedMeeting
          caseId={caseId}
          value={planned}
          onChange={(id, day) => setHeld({ ...held, planned: id, ...(day && { date: typedDateOf(day) }) })}
        />
        <DateField
          id="held"
          label={words.hold.date}
          value={date}
          onChange={(typed) => setHeld({ ...held, date: typed })}
        />
        <Ticks
          id="present"
          label={words.hold.present}
          hint={form.mustTakePart(quorum)}
          choices={moderation.members.map((person) => ({ value: person, name: personAlone(names, person) }))}
          value={present}
          onChange={(those) => setHeld({ ...held, present: those })}
        />
        <ActionButton small kind="secondary" onClick={() => setHeld({ ...held, present: moderation.members })}>
          {words.hold.everybody}
        </ActionButton>
        <Agenda open={open} agenda={agenda} names={names} onChange={(those) => setHeld({ ...held, agenda: those })} />
      </CheckedForm>
    </section>
  )
}
