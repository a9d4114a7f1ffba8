import { Facts } from '../../nhs/facts.tsx'
import { on } from '../../time.ts'
import { type Names, peopleListed } from '../people/names.ts'
import type { Moderation } from './moderation.ts'
import { words } from './words.ts'

/** Every meeting: its day, who was there, and what was discussed in what order. */
export function Meetings({ moderation, names }: { moderation: Moderation; names: Names }) {
  const { meetings, criteria, matters } = moderation
  const title = (criterionId: string) => criteria.find(({ id }) => id === criterionId)?.title ?? ''
  if (matters.length === 0) return null
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">{words.meetings}</h2>
      {meetings.length === 0 && <p>{words.noMeetings}</p>}
      {meetings.map(({ number, heldOn, present, agenda }) => (
        <section key={number} aria-labelledby={`meeting-${number}`}>
          <h3 id={`meeting-${number}`}>{words.meeting(number, on(heldOn))}</h3>
          <Facts
            facts={[
              [words.present, peopleListed(names, present)],
              [
                words.agenda,
                <ol key="agenda">
                  {agenda.map(({ organisationId, criterionId }) => (
                    <li key={`${organisationId} ${criterionId}`}>
                      {words.matter(names.place(organisationId), title(criterionId))}
                    </li>
                  ))}
                </ol>,
              ],
            ]}
          />
        </section>
      ))}
    </section>
  )
}
