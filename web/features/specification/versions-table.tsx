import { Link } from '@tanstack/react-router'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { when } from '../../time.ts'
import { type Names, personName } from '../people/names.ts'
import type { SpecificationView } from './specification-view.ts'
import { words } from './words.ts'

interface VersionsTableProps {
  caseId: string
  versions: SpecificationView['versions']
  names: Names
}

/** Every version, the newest first: who saved it, why, and what it changed. */
export function VersionsTable({ caseId, versions, names }: VersionsTableProps) {
  const said = words.versions
  return (
    <ListTable
      caption={said.caption}
      columns={[
        {
          head: said.version,
          cell: ({ number }) => (
            <Link to="/cases/$caseId/specification" params={{ caseId }} search={{ version: number }}>
              {said.read(number)}
            </Link>
          ),
        },
        { head: said.by, cell: ({ by, at }) => `${capital(personName(names, by))}, ${when(at)}` },
        { head: said.reason, cell: ({ reason }) => reason },
        {
          head: said.changes,
          cell: ({ number }) =>
            number === 1 ? (
              said.first
            ) : (
              <Link
                to="/cases/$caseId/specification/changes"
                params={{ caseId }}
                search={{ from: number - 1, to: number }}
              >
                {said.from(number)}
              </Link>
            ),
        },
      ]}
      rows={versions.toReversed()}
      keyOf={({ number }) => String(number)}
    />
  )
}
