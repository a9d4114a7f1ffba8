import { type Instance, instanceSchema } from '../../domain/panel-draw/instance/instance.ts'
import { volunteers } from '../../test/domain/panel-draw/lottery/volunteers.ts'

export interface Draw {
  what: string
  instance(seed: number): Instance
  /** Seconds for chances, lottery and proof together, at most. */
  seconds: number
}

const five = [2, 3, 2, 3, 2]
const six = [2, 4, 3, 4, 2, 3]

/** Few kinds of people: the published example, ten times as large. */
const fewKinds = instanceSchema.parse({
  panelSize: 200,
  pool: [
    { count: 10, gender: 'female', leaning: 'conservative' },
    { count: 990, gender: 'female', leaning: 'liberal' },
    { count: 1_000, gender: 'male', leaning: 'conservative' },
  ],
  quotas: ['female', 'male']
    .map((feature) => ({ category: 'gender', feature }))
    .concat(['liberal', 'conservative'].map((feature) => ({ category: 'leaning', feature })))
    .map((quota) => ({ ...quota, min: 90, max: 200 })),
})

export const upTo150: Draw[] = [
  {
    what: '60 nominees of 19 practices, panel of 7, five categories',
    instance: (seed) => volunteers(seed, { people: 60, size: 7, categories: five, practices: 19 }),
    seconds: 0.3,
  },
  {
    what: '120 nominees of 40 practices, panel of 9, five categories',
    instance: (seed) => volunteers(seed, { people: 120, size: 9, categories: five, practices: 40 }),
    seconds: 1,
  },
  {
    what: '150 people, panel of 22, six categories',
    instance: (seed) => volunteers(seed, { people: 150, size: 22, categories: six, practices: 0 }),
    seconds: 2.5,
  },
]
export const large: Draw[] = [
  {
    what: '400 people, panel of 40, six categories',
    instance: (seed) => volunteers(seed, { people: 400, size: 40, categories: [2, 4, 3, 3, 2, 2], practices: 0 }),
    seconds: 15,
  },
  { what: '2,000 people of three kinds, panel of 200', instance: () => fewKinds, seconds: 0.5 },
]
