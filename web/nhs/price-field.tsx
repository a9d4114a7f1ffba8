import { TextInput } from 'nhsuk-react-components'

interface PriceFieldProps {
  id: string
  label: string
  hint: string
  fault?: string | undefined
  value: string
  onChange(value: string): void
}

/** An amount in pounds, as it is typed. */
export function PriceField({ id, label, hint, fault, value, onChange }: PriceFieldProps) {
  return (
    <TextInput
      id={id}
      name={id}
      label={label}
      labelProps={{ size: 's' }}
      hint={hint}
      {...(fault !== undefined && { error: fault })}
      prefix="£"
      width={10}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
