import { ChoiceField, DateField, RadiosField, WordsField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { isoOf, onDate, typedDateOf } from '../../time.ts'
import { words } from './words.ts'

export interface AskedField {
  name: string
  label: string
  hint?: string
  /** What is said when it is left empty. */
  missing: string
  /** One of these, or a day of the calendar; else words. */
  choices?: { value: string; name: string; hint?: string }[]
  /** Whether the choices are all in sight. */
  inSight?: true
  date?: true
  /** Words that are one line. */
  line?: true
}

interface AskedFieldInputProps {
  field: AskedField
  id: string
  fault: string | undefined
  value: string
  onChange(value: string): void
}

export function AskedFieldInput({ field, id, fault, value, onChange }: AskedFieldInputProps) {
  const { label, hint, choices, inSight, date, line } = field
  const common = { id, label, hint, fault }
  if (date) return <DateField {...common} value={typedDateOf(value)} onChange={(typed) => onChange(isoOf(typed))} />
  if (line) return <TextField {...common} value={value} onChange={onChange} />
  if (!choices) return <WordsField {...common} value={value} onChange={onChange} />
  if (inSight)
    return <RadiosField {...common} value={value} choices={choices} onChange={(chosen) => onChange(chosen ?? '')} />
  return (
    <ChoiceField
      {...common}
      value={value}
      onChange={onChange}
      choices={[{ value: '', name: words.choose }, ...choices]}
    />
  )
}

/** What was entered, as it reads. */
export function enteredInWords({ choices, date }: AskedField, value: string): string {
  if (date) return onDate(value)
  return choices?.find((choice) => choice.value === value)?.name ?? value
}
