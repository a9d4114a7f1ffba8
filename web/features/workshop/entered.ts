import type { viewWorkshops } from '../../../domain/workshop/view.ts'
import type { Sample } from '../../../domain/workshop/workshop.ts'
import { penceOf, typedPounds } from '../../money.ts'
import { typedExact } from '../specification/entered.ts'
import { totalOf } from '../specification/exactly.ts'
import { words } from './words.ts'

export type WorkshopsView = ReturnType<typeof viewWorkshops> & { people?: Record<string, string> }

/** A sample as it stands in the form. */
export interface EnteredSample {
  name: string
  /** By criterion; empty while none is chosen. */
  scores: Record<string, string>
  price: string
}

/** What somebody has typed into the form of a workshop. */
export interface Entered {
  version: number
  weights: Record<string, string>
  priceShare: string
  samples: EnteredSample[]
}

export const enteredFrom = ({ version, criteria, priceShare, examples }: WorkshopsView): Entered => ({
  version,
  weights: Object.fromEntries(criteria.map(({ id, weight }) => [id, typedExact(weight)])),
  priceShare: typedExact(priceShare),
  samples: examples.map(enteredSample),
})

const enteredSample = ({ name, scores, pence }: Sample): EnteredSample => ({
  name,
  scores: Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, String(score)])),
  price: typedPounds(pence),
})

/** The body of `try-weights`. */
export const bodyOf = ({ version, weights, priceShare, samples }: Entered, { priceFormula }: WorkshopsView) => ({
  version,
  weights,
  priceShare,
  priceFormula,
  samples: samples.map(({ name, scores, price }) => ({
    name,
    scores: Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, Number(score)])),
    pence: penceOf(price) ?? 0,
  })),
})

/** What can be seen to be wrong before anything is sent. */
export const faultsOf = ({ weights, priceShare, samples }: Entered, criteria: WorkshopsView['criteria']) => [
  ...criteria
    .filter(({ id }) => !isPoints(weights[id]))
    .map(({ id }) => ({ fieldId: `weights-${id}`, detail: words.faults.weight })),
  ...(isPoints(priceShare) ? [] : [{ fieldId: 'priceShare', detail: words.faults.weight }]),
  ...samples.flatMap(({ scores, price }, index) => [
    ...criteria
      .filter(({ id }) => !scores[id])
      .map(({ id }) => ({ fieldId: `samples-${index}-scores-${id}`, detail: words.faults.score })),
    ...(penceOf(price) ? [] : [{ fieldId: `samples-${index}-pence`, detail: words.faults.price }]),
  ]),
]

const isPoints = (typed = ''): boolean => typed.trim() !== '' && totalOf([typed.trim()]) !== undefined
