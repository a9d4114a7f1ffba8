import { DateInput, Select, Textarea, TextInput } from 'nhsuk-react-components'
import type { TypedDate } from '../time.ts'

interface Field<Value> {
  id: string
  label: string
  hint?: string | undefined
  fault?: string | undefined
  value: Value
  onChange(value: Value): void
}

/** The library tells an absent property from an undefined one. */
const said = ({ id, hint, fault }: Pick<Field<unknown>, 'id' | 'hint' | 'fault'>) => ({
  id,
  name: id,
  ...(hint !== undefined && { hint }),
  ...(fault !== undefined && { error: fault }),
})

export function WordsField({ label, value, onChange, ...field }: Field<string>) {
  return (
    <Textarea
      {...said(field)}
      label={label}
      labelProps={{ size: 's' }}
      rows={5}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export function TextField({ label, value, onChange, ...field }: Field<string>) {
  return (
    <TextInput
      {...said(field)}
      label={label}
      labelProps={{ size: 's' }}
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
      {...said(field)}
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
      {...said(field)}
      legend={label}
      legendProps={{ size: 's' }}
      value={value}
      onChange={(event) => onChange({ ...value, ...event.currentTarget.value })}
    />
  )
}
