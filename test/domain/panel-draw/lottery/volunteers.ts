import { type Instance, instanceSchema } from '../../../../domain/panel-draw/instance/instance.ts'
import { seededRandom } from '../../../local/seeded-random.ts'

export interface Shape {
  people: number
  size: number
  /** How many features each category has. */
  categories: readonly number[]
  /** 0: no practices; else at most one of each, and fair between them first. */
  practices: number
}

/** A pool that leans one way in several related categories, as volunteers do, and quotas close to the population’s shares. */
export function volunteers(seed: number, { people, size, categories, practices }: Shape): Instance {
  const random = seededRandom(seed * 7_919)
  const population = categories.map((features) => {
    const parts = Array.from({ length: features }, () => 0.5 + random())
    const whole = parts.reduce((sum, part) => sum + part, 0)
    return parts.map((part) => part / whole)
  })
  const leaning = categories.map((features) => Array.from({ length: features }, () => Math.exp(1.6 * (random() - 0.5))))
  const pool = Array.from({ length: people }, () => {
    const hidden = random()
    const features = population.map((shares, category) => {
      const last = Math.max(1, shares.length - 1)
      const weights = shares.map(
        (share, feature) =>
          share * (leaning[category]?.[feature] ?? 1) * (0.4 + 1.2 * Math.abs(hidden - feature / last)),
      )
      return [`category-${category}`, `feature-${pick(weights, random())}`]
    })
    const practice = Math.floor(random() ** 1.3 * practices)
    return Object.fromEntries(practices > 0 ? [...features, ['practice', `practice-${practice}`]] : features)
  })
  const quotas = population.flatMap((shares, category) =>
    shares.map((share, feature) => ({
      category: `category-${category}`,
      feature: `feature-${feature}`,
      min: Math.max(0, Math.floor(share * size - 0.5)),
      max: Math.ceil(share * size + 0.5),
    })),
  )
  const fair = practices > 0 ? { atMostOnePer: 'practice', fairBetween: 'practice' } : {}
  return instanceSchema.parse({ panelSize: size, pool, quotas, ...fair })
}

function pick(weights: number[], lot: number): number {
  let left = lot * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return found < 0 ? weights.length - 1 : found
}
