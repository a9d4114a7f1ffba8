import type { Organisation } from '../../../domain/locality/locality.ts'
import { Entries } from '../../nhs/entries.tsx'
import { DateField } from '../../nhs/fields.tsx'
import { noHolding, type TypedOrganisation } from './typed-organisation.ts'
import { words } from './words.ts'

const said = words.organisation
type Past = Pick<TypedOrganisation, 'owned' | 'served'>

interface EndedProps {
  typed: Past
  organisations: Organisation[]
  areas: { id: string; name: string }[]
  faultOf(fieldId: string): string | undefined
  onChange(some: Partial<Past>): void
}

/** What it owned, and where it provided services, until lately: when that ended, or that it was never so. */
export function Ended({ typed: { owned, served }, organisations, areas, faultOf, onChange }: EndedProps) {
  const nameIn = (all: readonly { id: string; name: string }[], id = '') => all.find((one) => one.id === id)?.name ?? id
  const list = <Field extends keyof Past>(field: Field, items: Past[Field], legend: (index: number) => string) =>
    items.length > 0 && (
      <Entries
        id={field}
        items={items as Past[Field][number][]}
        legend={legend}
        remove={said.removeEnded}
        removed={said.removed}
        onChange={(all) => onChange({ [field]: all })}
      >
        {(place) => (
          <DateField
            id={`${field}-ended-${place}`}
            label={said.endedOn}
            fault={faultOf(`${field}-ended-${place}`)}
            value={items[place]?.ended ?? noHolding.since}
            onChange={(ended) =>
              onChange({ [field]: items.map((one, index) => (index === place ? { ...one, ended } : one)) })
            }
          />
        )}
      </Entries>
    )
  return (
    <>
      <p>{said.stops}</p>
      {owned.length + served.length > 0 && (
        <>
          <h2 className="nhsuk-heading-s">{said.ended}</h2>
          <p>{said.endedWhat}</p>
          {list('owned', owned, (index) =>
            said.endedHolding(owned[index]?.share ?? '', nameIn(organisations, owned[index]?.organisationId)),
          )}
          {list('served', served, (index) => nameIn(areas, served[index]?.area))}
        </>
      )}
    </>
  )
}
