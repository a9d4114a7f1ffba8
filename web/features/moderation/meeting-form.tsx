import { useKept } from '../../kept.ts'
import { DateField } from '../../nhs/fields.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { typedDateOf } from '../../time.ts'
import { useQuorum } from '../case/use-case.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words as form } from '../command-form/words.ts'
import { PlannedMeeting } from '../meetings/planned-meeting.tsx'
import { type Names, personAlone } from '../people/names.ts'
import { Agenda } from './agenda.tsx'
import type { Moderation } from './moderation.ts'
import { words } from './words.ts'

const two = (part: string) => part.padStart(2, '0')

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
  const hold = useCommand(caseId, 'hold-moderation-meeting', forget)
  const send = () =>
    hold.mutate({
      heldOn: `${date.year}-${two(date.month)}-${two(date.day)}`,
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
      <CheckedForm command={hold} field={field} send={send} confirm={words.hold.confirm}>
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
        <Agenda open={open} agenda={agenda} names={names} onChange={(those) => setHeld({ ...held, agenda: those })} />
      </CheckedForm>
    </section>
  )
}
