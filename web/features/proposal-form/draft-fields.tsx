import { penceOf, typedPounds } from '../../money.ts'
import { ChoiceField, DateField, RadiosField, WordsField } from '../../nhs/fields.tsx'
import { PriceField } from '../../nhs/price-field.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { isoOf, type TypedDate, typedDateOf } from '../../time.ts'
import { type DraftField, useTyped } from './use-field.ts'
import { words } from './words.ts'

interface Asked {
  field: DraftField
  label: string
  hint?: string
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export function DraftText({ field: { id, value, fault, set }, label, hint }: Asked) {
  return <TextField id={id} label={label} hint={hint} fault={fault} value={textOf(value)} onChange={set} />
}

export function DraftWords({ field: { id, value, fault, set }, label, hint, rows = 4 }: Asked & { rows?: number }) {
  return <WordsField id={id} label={label} hint={hint} fault={fault} rows={rows} value={textOf(value)} onChange={set} />
}

export function DraftChoice({
  field: { id, value, fault, set },
  label,
  hint,
  choices,
}: Asked & { choices: { value: string; name: string }[] }) {
  return (
    <ChoiceField
      id={id}
      label={label}
      hint={hint}
      fault={fault}
      value={textOf(value)}
      choices={choices}
      onChange={set}
    />
  )
}

export function DraftYesOrNo({ field: { id, value, fault, set }, label, hint }: Asked) {
  return (
    <RadiosField
      id={id}
      label={label}
      hint={hint}
      fault={fault}
      inline
      value={typeof value === 'boolean' ? String(value) : undefined}
      choices={[
        { value: 'true', name: words.costs.yes },
        { value: 'false', name: words.costs.no },
      ]}
      onChange={(chosen) => set(chosen === 'true')}
    />
  )
}

/** Kept in pence; what is no amount is kept as it was typed, and is a fault. */
export function DraftPounds({ field: { id, value, fault, set }, label, hint = words.costs.hint }: Asked) {
  const meant = (typed: string) => penceOf(typed) ?? typed
  const [typed, setTyped] = useTyped(
    value,
    (kept) => (typeof kept === 'number' ? typedPounds(kept) : textOf(kept)),
    meant,
  )
  const onChange = (next: string) => {
    setTyped(next)
    set(meant(next))
  }
  return <PriceField id={id} label={label} hint={hint} fault={fault} value={typed} onChange={onChange} />
}

/** Kept as an ISO date; an unfinished one as far as it goes. */
export function DraftDate({ field: { id, value, fault, set }, label }: Asked) {
  const [typed, setTyped] = useTyped<TypedDate>(value, (kept) => typedDateOf(textOf(kept)), isoOf)
  const onChange = (next: TypedDate) => {
    setTyped(next)
    set(isoOf(next))
  }
  return <DateField id={id} label={label} hint={words.dateHint} fault={fault} value={typed} onChange={onChange} />
}
