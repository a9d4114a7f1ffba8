import { ChoiceField, DateField, RadiosField, WordsField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { isDate, isoOf, onDate, typedDateOf } from '../../time.ts'
import { words } from './words.ts'

export interface AskedField {
  name: string
  label: string
  hint?: string
  /** What is said when it is left empty. */
  missing: string
  /** One of these, or a day of the calendar; else words. */
  choices?: { value: string; name: string; hint?: string }[]
  date?: true
  /** Words that are one line. */
  line?: true
}

/** So many choices are all in sight; of more, people choose from a list. */
const IN_SIGHT = 6

interface AskedFieldInputProps {
  field: AskedField
  id: string
  value: string
  onChange(value: string): void
}

export function AskedFieldInput({ field, id, value, onChange }: AskedFieldInputProps) {
  const { label, hint, choices, date, line } = field
  const common = { id, label, hint }
  if (date) return <DateField {...common} value={typedDateOf(value)} onChange={(typed) => onChange(isoOf(typed))} />
  if (line) return <TextField {...common} value={value} onChange={onChange} />
  if (!choices) return <WordsField {...common} value={value} onChange={onChange} />
  if (choices.length <= IN_SIGHT)
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

/** What is wrong with what was entered, if anything is. */
export function faultIn({ missing, date }: AskedField, value: string): string | undefined {
  if (value.trim() === '') return missing
  return date && !isDate(value) ? words.noDate : undefined
}

/** What was entered, as it reads. */
export function enteredInWords({ choices, date }: AskedField, value: string): string {
  if (date) return onDate(value)
  return choices?.find((choice) => choice.value === value)?.name ?? value
}
