import { TextInput } from 'nhsuk-react-components'

interface TextFieldProps {
  id: string
  label: string
  hint?: string | undefined
  fault?: string | undefined
  /** How many characters it looks made for. */
  width?: 5 | 10 | 20 | 30
  value: string
  onChange(value: string): void
}

/** A line of text. */
export function TextField({ id, label, hint, fault, width, value, onChange }: TextFieldProps) {
  return (
    <TextInput
      id={id}
      name={id}
      label={label}
      labelProps={{ size: 's' }}
      {...(hint !== undefined && { hint })}
      {...(fault !== undefined && { error: fault })}
      {...(width !== undefined && { width })}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
