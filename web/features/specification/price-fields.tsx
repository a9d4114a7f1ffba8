import { ChoiceField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import type { EnteredFormula } from './entered.ts'
import { words } from './words.ts'

interface PriceFieldsProps {
  share: string
  formula: EnteredFormula
  formulas: Record<string, { name: string; says: string }>
  onShare(share: string): void
  onFormula(formula: EnteredFormula): void
}

/** The price share and the formula, with the numbers that the formula needs. */
export function PriceFields({ share, formula, formulas, onShare, onFormula }: PriceFieldsProps) {
  const said = words.form
  const number = (id: string, label: string, field: 'ceiling' | 'amount' | 'points') => (
    <TextField
      id={id}
      label={label}
      width={10}
      value={formula[field]}
      onChange={(value) => onFormula({ ...formula, [field]: value })}
    />
  )
  return (
    <>
      <TextField id="priceShare" label={said.share} width={5} value={share} onChange={onShare} />
      <ChoiceField
        id="priceFormula"
        label={said.formula}
        hint={formulas[formula.kind]?.says}
        value={formula.kind}
        choices={Object.entries(formulas).map(([value, { name }]) => ({ value, name }))}
        onChange={(kind) => onFormula({ ...formula, kind: kind as EnteredFormula['kind'] })}
      />
      {formula.kind === 'linear-to-ceiling' && number('priceFormula-ceilingPence', said.ceiling, 'ceiling')}
      {formula.kind === 'fixed-per-amount' && (
        <>
          {number('priceFormula-amountPence', said.amount, 'amount')}
          {number('priceFormula-points', said.amountPoints, 'points')}
        </>
      )}
    </>
  )
}
