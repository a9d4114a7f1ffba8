import { useContext } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Faults } from '../../nhs/faults.ts'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { More } from '../../nhs/more.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import type { EnteredCriterion } from './entered.ts'
import { words } from './words.ts'

interface CriterionFieldsProps {
  /** Its place among the criteria, from 0: the fields are named by it. */
  place: number
  criterion: EnteredCriterion
  keyCriteria: Record<string, string>
  onChange(criterion: EnteredCriterion): void
  onRemove(): void
}

const scores = ['0', '1', '2', '3', '4', '5']

export function CriterionFields({ place, criterion, keyCriteria, onChange, onRemove }: CriterionFieldsProps) {
  const said = words.form
  const id = (field: string) => `criteria-${place}-${field}`
  const text = (field: 'title' | 'question' | 'guidance' | 'weight') => ({
    id: id(field),
    value: criterion[field],
    onChange: (value: string) => onChange({ ...criterion, [field]: value }),
  })
  const faultOf = useContext(Faults)
  const scaleFault = scores.some((point) => faultOf(id(`scale-${point}`)) !== undefined)
  return (
    <section aria-labelledby={id('heading')} className="criterion-fields">
      <h3 id={id('heading')}>{said.criterion(place + 1, criterion.title)}</h3>
      <TextField label={said.fieldTitle} {...text('title')} />
      <WordsField label={said.question} rows={3} {...text('question')} />
      <WordsField label={said.guidance} rows={3} {...text('guidance')} />
      <TextField label={said.weight} width={5} {...text('weight')} />
      <ChoiceField
        id={id('minimum')}
        label={said.minimum}
        value={criterion.minimum}
        choices={[{ value: '', name: said.noMinimum }, ...scores.slice(1).map((value) => ({ value, name: value }))]}
        onChange={(minimum) => onChange({ ...criterion, minimum })}
      />
      <ChoiceField
        id={id('serves')}
        label={said.serves}
        value={criterion.serves}
        choices={Object.entries(keyCriteria).map(([value, name]) => ({ value, name }))}
        onChange={(serves) => onChange({ ...criterion, serves: serves as EnteredCriterion['serves'] })}
      />
      <More title={`${said.scale}: ${said.criterion(place + 1, criterion.title)}`} open={scaleFault}>
        {criterion.scale.map((description, point) => (
          <WordsField
            // A point of the scale is its place in it.
            // biome-ignore lint/suspicious/noArrayIndexKey: the points are always 0 to 5
            key={point}
            id={id(`scale-${point}`)}
            label={said.earns(point)}
            rows={2}
            value={description}
            onChange={(value) => onChange({ ...criterion, scale: criterion.scale.with(point, value) })}
          />
        ))}
      </More>
      <ActionButton kind="secondary" small onClick={onRemove}>
        {said.remove(criterion.title)}
      </ActionButton>
    </section>
  )
}
