import type { Criterion } from '../specification/content.ts'
import type { Sample } from './workshop.ts'

/** Kinds of tenders that panels meet: what each scores on the criterion at a place, and its price for each 100 of the budget. */
const kinds: { name: string; score(place: number): number; price: number }[] = [
  { name: 'Excellent and dear', score: () => 5, price: 115 },
  { name: 'Good throughout', score: () => 4, price: 100 },
  { name: 'Enough and cheap', score: () => 3, price: 85 },
  { name: 'Strong here, weak there', score: (place) => (place % 2 === 0 ? 5 : 2), price: 95 },
]

/**
 * Sample tenders to begin a workshop with.
 * @param budgetPence what a year of the service costs by the proposal; where it says nothing, 100,000 pounds
 */
export function exampleSamples(criteria: readonly Criterion[], budgetPence: number): Sample[] {
  const budget = budgetPence > 0 ? budgetPence : 10_000_000
  return kinds.map(({ name, score, price }) => ({
    name,
    scores: Object.fromEntries(criteria.map(({ id }, place) => [id, score(place)])),
    pence: Math.max(1, Math.round((budget * price) / 100)),
  }))
}
