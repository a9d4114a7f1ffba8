import type { Organisation } from '../../../domain/locality/locality.ts'
import { Entries } from '../../nhs/entries.tsx'
import { ChoiceField, DateField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { circleThrough, noHolding, type TypedOrganisation } from './typed-organisation.ts'
import { words } from './words.ts'

const said = words.organisation

interface HoldingsProps {
  /** Whose shares they are. */
  id: string
  owns: TypedOrganisation['owns']
  organisations: Organisation[]
  faultOf(fieldId: string): string | undefined
  onChange(owns: TypedOrganisation['owns']): void
}

/** Which organisations it owns a part of, how much, and since when. A circle is told, and kept. */
export function Holdings({ id, owns, organisations, faultOf, onChange }: HoldingsProps) {
  const others = organisations.filter((one) => one.id !== id).sort((a, b) => a.name.localeCompare(b.name))
  const set = (place: number, to: Partial<TypedOrganisation['owns'][number]>) =>
    onChange(owns.map((one, index) => (index === place ? { ...one, ...to } : one)))
  const nameOf = (other: string) => others.find((one) => one.id === other)?.name ?? other
  const circle = circleThrough(
    id,
    owns.map(({ organisationId }) => organisationId),
    organisations,
  )
  return (
    <>
      <h2 className="nhsuk-heading-s">{said.owns}</h2>
      <Entries
        id="owns"
        items={owns}
        legend={said.holding}
        remove={said.remove}
        removed={said.removed}
        add={{ says: said.addShare, empty: noHolding }}
        onChange={onChange}
      >
        {(place) => (
          <>
            <ChoiceField
              id={`owned-${place}`}
              label={said.owned}
              fault={faultOf(`owned-${place}`)}
              value={owns[place]?.organisationId ?? ''}
              choices={[{ value: '', name: said.choose }, ...others.map((one) => ({ value: one.id, name: one.name }))]}
              onChange={(organisationId) => set(place, { organisationId })}
            />
            <TextField
              id={`share-${place}`}
              label={said.share}
              hint={said.shareHint}
              fault={faultOf(`share-${place}`)}
              width={5}
              value={owns[place]?.share ?? ''}
              onChange={(share) => set(place, { share })}
            />
            <DateField
              id={`since-${place}`}
              label={said.since}
              hint={said.sinceHint}
              fault={faultOf(`since-${place}`)}
              value={owns[place]?.since ?? noHolding.since}
              onChange={(since) => set(place, { since })}
            />
          </>
        )}
      </Entries>
      <div role="status">{circle.length > 0 && <p>{said.circle(circle.map(nameOf))}</p>}</div>
    </>
  )
}
