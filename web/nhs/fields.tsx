import { DateInput, Radios, Select, Textarea } from 'nhsuk-react-components'

import type { TypedDate } from '../time.ts'
import { useFault } from './faults.ts'

interface Field<Value> {
  id: string
  label: string
  hint?: string | undefined
  fault?: string | undefined
  value: Value
  onChange(value: Value): void
}

/** The library tells an absent property from an undefined one. */
function useSaid({ id, hint, fault }: Pick<Field<unknown>, 'id' | 'hint' | 'fault'>) {
  const wrong = useFault(id, fault)
  return { id, name: id, ...(hint !== undefined && { hint }), ...(wrong !== undefined && { error: wrong }) }
}

/** One of a few, all in sight. */
export function RadiosField({
  label,
  value,
  onChange,
  choices,
  inline = false,
  ...field
}: Field<string | undefined> & { choices: { value: string; name: string; hint?: string }[]; inline?: boolean }) {
  const { id } = field
  return (
    <Radios {...useSaid(field)} id={`${id}-choices`} legend={label} legendProps={{ size: 's' }} inline={inline}>
      {choices.map((choice, index) => (
        <Radios.Item
          key={choice.value}
          id={index === 0 ? id : `${id}-${index + 1}`}
          value={choice.value}
          {...(choice.hint && { hint: choice.hint })}
          checked={value === choice.value}
          onChange={() => onChange(choice.value)}
        >
          {choice.name}
        </Radios.Item>
      ))}
    </Radios>
  )
}

export function WordsField({ label, value, onChange, rows = 5, ...field }: Field<string> & { rows?: number }) {
  return (
    <Textarea
      {...useSaid(field)}
      label={label}
      labelProps={{ size: 's' }}
      rows={rows}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export function ChoiceField({
  label,
  value,
  onChange,
  choices,
  ...field
}: Field<string> & { choices: { value: string; name: string }[] }) {
  return (
    <Select
      {...useSaid(field)}
      label={label}
      labelProps={{ size: 's' }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {choices.map((choice) => (
        <Select.Option key={choice.value} value={choice.value}>
          {choice.name}
        </Select.Option>
      ))}
    </Select>
  )
}

export function DateField({ label, value, onChange, ...field }: Field<TypedDate>) {
  return (
    <DateInput
      {...useSaid(field)}
      legend={label}
      legendProps={{ size: 's' }}
      value={value}
      onChange={(event) => onChange({ ...value, ...event.currentTarget.value })}
    />
  )
}
