import { Link } from '@tanstack/react-router'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import type { Names } from '../people/names.ts'
import { NEW } from './typed-organisation.ts'
import { words } from './words.ts'

const said = words.organisations

interface OrganisationsProps {
  organisations: Organisation[]
  names: Names
  keeps: boolean
}

/** What organisations are called, own, provide and intend to provide. */
export function Organisations({ organisations, names, keeps }: OrganisationsProps) {
  const rows = [...organisations].sort((one, other) => one.name.localeCompare(other.name))
  const areas = (some: string[] = []) => some.map(names.area).join(', ') || '–'
  return (
    <section aria-labelledby="organisations">
      <h2 id="organisations">{said.title}</h2>
      {keeps && (
        <p>
          <Link to="/register/$organisationId" params={{ organisationId: NEW }}>
            {words.organisation.add}
          </Link>
        </p>
      )}
      <ListTable
        caption={said.title}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { head: said.name, cell: (one) => <NamesOf organisation={one} keeps={keeps} /> },
          { head: said.kind, cell: ({ kind }) => said.kinds[kind] },
          {
            head: said.owns,
            cell: ({ owns }) =>
              owns
                .map(({ organisationId, basisPoints }) => `${basisPoints / 100}% of ${names.place(organisationId)}`)
                .join(', ') || '–',
          },
          { head: said.provides, cell: (one) => areas(one.areas) },
          { head: said.intends, cell: (one) => areas(one.intends) },
        ]}
      />
    </section>
  )
}

function NamesOf({ organisation, keeps }: { organisation: Organisation; keeps: boolean }) {
  const { id, name, aliases, formerNames = [] } = organisation
  return (
    <>
      {keeps ? (
        <Link to="/register/$organisationId" params={{ organisationId: id }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {aliases.length > 0 && (
        <>
          <br />
          <span className="nhsuk-u-secondary-text-colour">{said.aliases(aliases.join(', '))}</span>
        </>
      )}
      {formerNames.length > 0 && (
        <>
          <br />
          <span className="nhsuk-u-secondary-text-colour">{said.formerly(formerNames.join(', '))}</span>
        </>
      )}
    </>
  )
}
