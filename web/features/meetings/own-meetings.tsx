import { Link } from '@tanstack/react-router'
import type { Me } from '../../../functions/api/answers/locality.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { fromTo } from '../../time.ts'
import { isSecretariat } from '../people/use-names.ts'
import { words } from './words.ts'

/** The meetings that somebody is asked to come to; of the secretariat, those of every panel. */
export function OwnMeetings({ me: { meetings, person }, saysNone = false }: { me: Me; saysNone?: boolean }) {
  const { title, ofAll, caption, columns, screen } = words.own
  if (meetings.length === 0 && !saysNone) return null
  return (
    <>
      <h2>{person.roles.some(isSecretariat) ? ofAll : title}</h2>
      {meetings.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ListTable
          caption={caption}
          rows={meetings}
          keyOf={({ caseId, id }) => `${caseId} ${id}`}
          columns={[
            { head: columns.when, cell: ({ startsAt, endsAt }) => fromTo(startsAt, endsAt) },
            {
              head: columns.what,
              cell: ({ caseId, purpose, title: ofCase }) => (
                <Link to="/cases/$caseId/meetings" params={{ caseId }}>
                  {words.purposes[purpose]}
                  <span className="nhsuk-u-visually-hidden">: {ofCase}</span>
                </Link>
              ),
            },
            { head: columns.case, cell: ({ title: ofCase }) => ofCase },
            { head: columns.where, cell: ({ place }) => place ?? screen },
          ]}
        />
      )}
    </>
  )
}
