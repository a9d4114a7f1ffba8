import fc from 'fast-check'
import { type Instance, instanceSchema } from '../../../../domain/panel-draw/instance/instance.ts'

const categories = [
  { category: 'role', features: ['gp', 'manager', 'nurse'] },
  { category: 'recent', features: ['yes', 'no'] },
  { category: 'side', features: ['east', 'west'] },
]
const practices = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

const person = fc.record({
  role: fc.constantFrom('gp', 'manager', 'nurse'),
  recent: fc.constantFrom('yes', 'no'),
  side: fc.constantFrom('east', 'west'),
  practice: fc.constantFrom(...practices),
})

const pairs = (maxLength: number) => fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength })

/** Instances of up to 12 people, each a row; feasible or not, with practices and exclusions or without. */
export const instances: fc.Arbitrary<Instance> = fc
  .record({
    panelSize: fc.integer({ min: 1, max: 5 }),
    pool: fc.array(person, { minLength: 3, maxLength: 12 }),
    limits: fc.array(fc.record({ of: fc.nat(6), min: fc.nat(1), more: fc.nat(3) }), { maxLength: 3 }),
    rules: fc.constantFrom(
      {},
      { atMostOnePer: 'practice' },
      { atMostOnePer: 'practice', fairBetween: 'practice' },
      { fairBetween: 'practice' },
      { fairBetween: 'side' },
    ),
    pairs: fc.oneof(pairs(2), pairs(2), pairs(40)),
  })
  .map(({ panelSize, pool, limits, rules, pairs }) => {
    const features = categories.flatMap(({ category, features: of }) => of.map((feature) => ({ category, feature })))
    const chosen = new Map(limits.map(({ of, min, more }) => [of, { min, max: min + more }]))
    return instanceSchema.parse({
      ...{ panelSize, pool, ...rules },
      quotas: [...chosen].map(([of, limit]) => ({ ...features[of], ...limit })),
      apart: pairs.filter(([one, other]) => one !== other && one < pool.length && other < pool.length),
    })
  })
