import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import type { EnteredSample, WorkshopsView } from './entered.ts'
import { words } from './words.ts'

interface SampleFieldsProps {
  place: number
  sample: EnteredSample
  criteria: WorkshopsView['criteria']
  onChange(sample: EnteredSample): void
  onRemove(): void
}

const scores = ['', '0', '1', '2', '3', '4', '5'].map((value) => ({ value, name: value || words.choose }))

export function SampleFields({ place, sample, criteria, onChange, onRemove }: SampleFieldsProps) {
  const id = (field: string) => `samples-${place}-${field}`
  return (
    <section aria-labelledby={id('heading')} className="workshop__sample">
      <h3 id={id('heading')}>{words.sample(place + 1, sample.name)}</h3>
      <TextField
        id={id('name')}
        label={words.name}
        width={20}
        value={sample.name}
        onChange={(name) => onChange({ ...sample, name })}
      />
      <div className="workshop__scores">
        {criteria.map(({ id: criterion, title }) => (
          <ChoiceField
            key={criterion}
            id={id(`scores-${criterion}`)}
            label={words.score(title)}
            value={sample.scores[criterion] ?? ''}
            choices={scores}
            onChange={(score) => onChange({ ...sample, scores: { ...sample.scores, [criterion]: score } })}
          />
        ))}
        <TextField
          id={id('pence')}
          label={words.price}
          width={10}
          value={sample.price}
          onChange={(price) => onChange({ ...sample, price })}
        />
      </div>
      <ActionButton kind="secondary" small onClick={onRemove}>
        {words.remove(sample.name)}
      </ActionButton>
    </section>
  )
}
