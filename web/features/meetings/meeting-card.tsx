import type { Meetings } from '../../../functions/api/answers/meeting.ts'
import { Facts } from '../../nhs/facts.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { More } from '../../nhs/more.tsx'
import { fromTo, when } from '../../time.ts'
import { CommandForm } from '../command-form/command-form.tsx'
import { AttendanceForm } from './attendance-form.tsx'
import { MeetingForm } from './meeting-form.tsx'
import { words } from './words.ts'

interface MeetingCardProps {
  caseId: string
  meeting: Meetings['meetings'][number]
  now: number
  /** The commands that this person may give. */
  may: readonly string[]
  members: { value: string; name: string }[]
  nameOf(person: string): string
}

/** One meeting: when and where, how that changed and why, who was there; and what can be done about it. */
export function MeetingCard({ caseId, meeting, now, may, members, nameOf }: MeetingCardProps) {
  const { id, purpose, startsAt, endsAt, place, link, note, moves, cancelled, held, off } = meeting
  const { facts } = words
  const begun = Date.parse(startsAt) <= now
  const open = !off && !held
  const status = cancelled ? 'cancelled' : off ? 'ended' : held ? 'held' : begun ? 'unrecorded' : undefined
  const who = (people: string[]) => (people.length === 0 ? words.nobody : people.map(nameOf).join(', '))
  const absent = members.map(({ value }) => value).filter((person) => !held?.present.includes(person))
  return (
    <section aria-labelledby={`meeting-${id}`}>
      <h3 id={`meeting-${id}`}>{words.purposes[purpose]}</h3>
      {status && (
        <p>
          <Mark tone={status === 'held' ? 'good' : status === 'unrecorded' ? 'soon' : 'quiet'}>
            {words.status[status]}
          </Mark>
        </p>
      )}
      <Facts
        facts={[
          [facts.when, fromTo(startsAt, endsAt)],
          place === undefined ? undefined : [facts.where, place],
          link === undefined || !open
            ? undefined
            : [
                facts.link,
                <a key="link" href={link} target="_blank" rel="noopener noreferrer">
                  {facts.join}
                </a>,
              ],
          note === undefined ? undefined : [facts.note, note],
          ...moves.map(({ from, reason, at }): [string, string] => [
            `${facts.moved} ${when(at)}`,
            words.movedFrom(when(from), reason),
          ]),
          cancelled ? [facts.cancelled, words.cancelledAt(when(cancelled.at), cancelled.reason)] : undefined,
          off && !cancelled ? [facts.cancelled, words.caseEnded] : undefined,
          held ? [facts.present, who(held.present)] : undefined,
          held && absent.length > 0 ? [facts.absent, who(absent)] : undefined,
          held?.moderation === undefined ? undefined : [facts.record, words.moderation(held.moderation)],
          held?.workshop === undefined ? undefined : [facts.record, words.workshop(held.workshop)],
        ]}
      />
      {open && begun && may.includes('record-attendance') && (
        <More title={words.attend.open}>
          <AttendanceForm caseId={caseId} id={id} members={members} />
        </More>
      )}
      {open && !begun && may.includes('move-meeting') && (
        <More title={words.move.open}>
          <MeetingForm key={moves.length} caseId={caseId} meeting={meeting} />
        </More>
      )}
      {open && may.includes('cancel-meeting') && (
        <More title={words.cancel.open}>
          <CommandForm
            caseId={caseId}
            name="cancel-meeting"
            about={String(id)}
            also={{ id }}
            fields={[
              {
                name: 'reason',
                label: words.cancel.reason,
                hint: words.cancel.hint,
                missing: words.cancel.noReason,
              },
            ]}
            confirm={words.cancel.confirm}
            done={words.cancel.done}
            grave
          />
        </More>
      )}
    </section>
  )
}
