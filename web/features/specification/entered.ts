import type { PriceFormulaKind } from '../../../domain/evaluation/price-formula.ts'
import type { Section } from '../../../domain/specification/template.ts'
import { penceOf, typedPounds } from '../../money.ts'
import { exactly } from './exactly.ts'
import type { CriterionView, SpecificationView } from './specification-view.ts'
import { words } from './words.ts'

/** A criterion as it stands in the form: everything is what was typed. */
export interface EnteredCriterion
  extends Pick<CriterionView, 'id' | 'title' | 'question' | 'guidance' | 'serves' | 'scale'> {
  weight: string
  /** A score, or empty for no minimum. */
  minimum: string
}

export interface EnteredFormula {
  kind: PriceFormulaKind
  ceiling: string
  amount: string
  points: string
}

/** What somebody has typed into the form of a version. */
export interface Entered {
  basedOn: number
  sections: Partial<Record<Section, string>>
  criteria: EnteredCriterion[]
  priceShare: string
  formula: EnteredFormula
  reason: string
}

/** The form as it opens: the last version, or the template. */
export function enteredFrom({ latest, version, template }: SpecificationView): Entered {
  const content = version?.content
  const formula = content?.priceFormula
  return {
    basedOn: latest,
    sections: content?.sections ?? {},
    criteria: (content?.criteria ?? template.criteria).map(enteredCriterion),
    priceShare: content ? typedExact(content.priceShare) : '',
    formula: {
      kind: formula?.kind ?? 'lowest-over-price',
      ceiling: formula?.kind === 'linear-to-ceiling' ? typedPounds(formula.ceilingPence) : '',
      amount: formula?.kind === 'fixed-per-amount' ? typedPounds(formula.amountPence) : '',
      points: formula?.kind === 'fixed-per-amount' ? typedExact(formula.points) : '',
    },
    reason: '',
  }
}

const enteredCriterion = ({ weight, minimum, ...criterion }: CriterionView): EnteredCriterion => ({
  ...criterion,
  weight: weight === '0' ? '' : typedExact(weight),
  minimum: minimum === undefined ? '' : String(minimum),
})

/** As it can be typed again: `12.5`, or the fraction where no short decimal says it exactly. */
export const typedExact = (value: string): string =>
  /^\d{1,3}(\.\d{1,6})?$/.test(exactly(value)) ? exactly(value) : value

/** A criterion with an identifier that no other has. */
export function newCriterion(criteria: readonly EnteredCriterion[], scale: readonly string[]): EnteredCriterion {
  const taken = new Set(criteria.map(({ id }) => id))
  let number = criteria.length + 1
  while (taken.has(`criterion-${number}`)) number += 1
  const empty = { title: '', question: '', guidance: '', weight: '', minimum: '' }
  return { id: `criterion-${number}`, ...empty, serves: 'quality', scale: [...scale] }
}

/** The price formula as the API takes it. What is no number is sent as 0, which it refuses. */
export function formulaOf({ kind, ceiling, amount, points }: EnteredFormula) {
  switch (kind) {
    case 'lowest-over-price':
      return { kind }
    case 'linear-to-ceiling':
      return { kind, ceilingPence: penceOf(ceiling) ?? 0 }
    case 'fixed-per-amount':
      return { kind, amountPence: penceOf(amount) ?? 0, points: points.trim() }
  }
}

/** The content as the API takes it. An empty weight is 0 while it is being written. */
export const contentOf = ({ sections, criteria, priceShare, formula }: Entered) => ({
  sections,
  criteria: criteria.map(({ weight, minimum, ...criterion }) => ({
    ...criterion,
    weight: weight.trim() || '0',
    ...(minimum !== '' && { minimum: Number(minimum) }),
  })),
  priceShare: priceShare.trim() || '0',
  priceFormula: formulaOf(formula),
})

/** Which field of the form a fault belongs to, whether it was found in a command or in the content itself. */
export const editFieldOf = (pointer: string): string => pointer.replace(/^\/(content\/)?/, '').replaceAll('/', '-')

/** What can be seen to be wrong before anything is sent. */
export function faultsOf({ reason, formula }: Entered): { fieldId: string; detail: string }[] {
  const { form } = words
  const amount = {
    'lowest-over-price': undefined,
    'linear-to-ceiling': 'ceiling',
    'fixed-per-amount': 'amount',
  } as const
  const asked = amount[formula.kind]
  return [
    ...(asked && !penceOf(formula[asked]) ? [{ fieldId: `priceFormula-${asked}Pence`, detail: form.amountFault }] : []),
    ...(reason.trim() === '' ? [{ fieldId: 'reason', detail: form.noReason }] : []),
  ]
}
