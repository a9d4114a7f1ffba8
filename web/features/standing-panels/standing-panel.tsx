import { Link } from '@tanstack/react-router'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { at, on } from '../../time.ts'
import { type Names, personName } from '../people/names.ts'
import type { StandingPanelShown } from './use-standing-panels.ts'
import { words } from './words.ts'

interface StandingPanelProps extends StandingPanelShown {
  names: Names
  now: number
}

/** One panel of an area: who sits on it until when, what they served, and its cases. */
export function StandingPanelPart({ panel, cases, service, names, now }: StandingPanelProps) {
  const { area, from, until, members, id } = panel
  const { columns } = words
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{names.area(area)}</h2>
      <p>{words.serves(on(from), at(until), Date.parse(until) <= now)}</p>
      <ListTable
        caption={words.members(names.area(area))}
        rows={service}
        keyOf={({ person }) => person}
        columns={[
          { head: columns.person, cell: ({ person }) => capital(personName(names, person)) },
          { head: columns.practice, cell: ({ practiceId }) => names.place(practiceId) },
          { head: columns.cases, cell: (one) => words.of(one.cases, cases.length) },
          {
            head: columns.meetings,
            cell: ({ attended, meetings }) => (meetings === 0 ? words.noMeetings : words.of(attended, meetings)),
          },
        ]}
      />
      <h3>{words.cases}</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {cases.map(({ caseId, title, sat }) => (
          <li key={caseId}>
            <Link to="/cases/$caseId" params={{ caseId }}>
              {words.sat(title, sat.length, members.length)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
