import { ActionButton } from '../../nhs/action-button.tsx'
import { PartnerField } from '../../nhs/partner-field.tsx'
import type { Draft } from './sealing/draft.ts'
import { words } from './words.ts'

interface PartnersFieldProps {
  partners: Draft['partners']
  onChange(partners: Draft['partners']): void
}

/** Who else would provide a part of the service. */
export function PartnersField({ partners, onChange }: PartnersFieldProps) {
  const { write } = words
  const set = (place: number, to: Partial<Draft['partners'][number]>) =>
    onChange(partners.map((one, index) => (index === place ? { ...one, ...to } : one)))
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{write.partners}</legend>
      <div className="nhsuk-hint">{write.partnersHint}</div>
      {partners.map(({ name, as }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an organisation being typed has nothing else that stays the same
        <div key={place}>
          <PartnerField
            id={`partner-${place}`}
            name={{
              label: write.partner(place + 1),
              value: name,
              onChange: (to) => set(place, { name: to }),
            }}
            as={{
              label: write.as,
              value: as,
              choices: Object.entries(write.roles).map(([value, role]) => ({ value, name: role })),
              onChange: (to) => set(place, { as: to === 'partner' ? 'partner' : 'subcontractor' }),
            }}
          />
          <ActionButton kind="secondary" small onClick={() => onChange(partners.filter((_, index) => index !== place))}>
            {write.removePartner(place + 1)}
          </ActionButton>
        </div>
      ))}
      <ActionButton kind="secondary" small onClick={() => onChange([...partners, { name: '', as: 'subcontractor' }])}>
        {write.addPartner}
      </ActionButton>
    </fieldset>
  )
}
