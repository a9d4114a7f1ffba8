import { TextInput } from 'nhsuk-react-components'
import { useFault } from './faults.ts'

export interface TextFieldProps {
  id: string
  label: string
  hint?: string | undefined
  fault?: string | undefined
  /** How many characters it looks made for. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  /** An amount in pounds, as it is typed. */
  pounds?: boolean
  value: string
  onChange(value: string): void
}

/** A line of text. */
export function TextField({ id, label, hint, fault, width, pounds = false, value, onChange }: TextFieldProps) {
  const wrong = useFault(id, fault)
  return (
    <TextInput
      id={id}
      name={id}
      label={label}
      labelProps={{ size: 's' }}
      {...(hint !== undefined && { hint })}
      {...(wrong !== undefined && { error: wrong })}
      {...(width !== undefined && { width })}
      {...(pounds && { prefix: '£', inputMode: 'decimal' })}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
