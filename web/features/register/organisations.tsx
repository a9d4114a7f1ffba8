import type { Organisation } from '../../../domain/locality/locality.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import type { Names } from '../people/names.ts'
import { words } from './words.ts'

const said = words.organisations

/** What organisations are called, own, provide and intend to provide. */
export function Organisations({ organisations, names }: { organisations: Organisation[]; names: Names }) {
  const rows = [...organisations].sort((one, other) => one.name.localeCompare(other.name))
  const areas = (some: string[] = []) => some.map(names.area).join(', ') || '–'
  return (
    <section aria-labelledby="organisations">
      <h2 id="organisations">{said.title}</h2>
      <ListTable
        caption={said.title}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { head: said.name, cell: (one) => <NamesOf organisation={one} /> },
          { head: said.kind, cell: ({ kind }) => said.kinds[kind] },
          {
            head: said.owns,
            cell: ({ owns }) =>
              owns
                .map(({ organisationId, basisPoints }) => `${basisPoints / 100} % of ${names.place(organisationId)}`)
                .join(', ') || '–',
          },
          { head: said.provides, cell: (one) => areas(one.areas) },
          { head: said.intends, cell: (one) => areas(one.intends) },
        ]}
      />
    </section>
  )
}

function NamesOf({ organisation: { name, aliases, formerNames = [] } }: { organisation: Organisation }) {
  return (
    <>
      {name}
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
