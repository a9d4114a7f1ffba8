import fc from 'fast-check'
import type { Constraints, PoolEntry, Problem } from '../../../domain/panel-draw/pool.ts'

/** Every panel by trying every subset: slow, plain, and written without the code it is held against. */
export function everyPanel({ constraints, sitting, pool }: Problem): string[][] {
  const panels: string[][] = []
  for (let mask = 0; mask < 2 ** pool.length; mask += 1) {
    const drawn = pool.filter((_, bit) => (mask >> bit) % 2 === 1)
    if (holds([...sitting, ...drawn], constraints)) panels.push(drawn.map(({ id }) => id).sort())
  }
  return panels
}

export function holds(panel: PoolEntry[], constraints: Constraints): boolean {
  const number = (is: (entry: PoolEntry) => boolean) => panel.filter(is).length
  const experienced = number((entry) => entry.experienced)
  return (
    panel.length === constraints.size &&
    new Set(panel.map(({ practice }) => practice)).size === panel.length &&
    number(({ profession }) => profession === 'gp') >= constraints.fewestGps &&
    number(({ profession }) => profession === 'practice-manager') >= constraints.fewestPracticeManagers &&
    experienced >= constraints.fewestExperienced &&
    experienced <= constraints.mostExperienced
  )
}

const entry = (id: string) =>
  fc.record({
    id: fc.constant(id),
    practice: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    profession: fc.constantFrom('gp' as const, 'practice-manager' as const, 'nurse' as const, 'other' as const),
    experienced: fc.boolean(),
  })

const entries = (prefix: string, least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => entry(`${prefix}${n}`))))

/** Small problems, solvable or not; those who sit are of practices of their own. */
export const problems: fc.Arbitrary<Problem> = fc
  .record({
    constraints: fc.record({
      size: fc.integer({ min: 1, max: 5 }),
      fewestGps: fc.integer({ min: 0, max: 2 }),
      fewestPracticeManagers: fc.integer({ min: 0, max: 2 }),
      fewestExperienced: fc.integer({ min: 0, max: 2 }),
      mostExperienced: fc.integer({ min: 1, max: 4 }),
    }),
    sitting: entries('s', 0, 2),
    pool: entries('n', 1, 10),
  })
  .map(({ constraints, sitting, pool }) => ({
    constraints,
    sitting: sitting.filter(({ practice }, at) => sitting.findIndex((other) => other.practice === practice) === at),
    pool,
  }))
