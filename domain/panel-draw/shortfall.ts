import { byPractice, type Constraints, type PoolEntry, type Problem } from './pool.ts'

/** A constraint that would have to give way, and how far. */
export interface Change {
  constraint: keyof Constraints
  from: number
  to: number
}

/** The shape of a panel: how many seats are filled, by whom. GPs and practice managers count up to what is required. */
interface Shape {
  seats: number
  gps: number
  practiceManagers: number
  experienced: number
}

const MOST_ALTERNATIVES = 5

/**
 * Where no panel is possible: the smallest changes of the constraints that would make one possible, as alternatives of
 * equal size. Nothing is weakened silently (requirements §5). Empty where a panel is possible.
 */
export function smallestChanges(problem: Problem): Change[][] {
  const { constraints } = problem
  let least = Number.POSITIVE_INFINITY
  let alternatives = new Map<string, Change[]>()
  for (const shape of shapes(problem)) {
    if (shape.seats === 0) continue
    const changes = changesFor(shape, constraints)
    const size = changes.reduce((sum, { from, to }) => sum + Math.abs(from - to), 0)
    if (size < least) alternatives = new Map()
    least = Math.min(least, size)
    if (size === least) alternatives.set(JSON.stringify(changes), changes)
  }
  return [...alternatives.values()].filter((changes) => changes.length > 0).slice(0, MOST_ALTERNATIVES)
}

function changesFor({ seats, gps, practiceManagers, experienced }: Shape, constraints: Constraints): Change[] {
  const { size, fewestGps, fewestPracticeManagers, fewestExperienced, mostExperienced } = constraints
  const needed: [keyof Constraints, number, number][] = [
    ['fewestGps', fewestGps, Math.min(fewestGps, gps)],
    ['fewestPracticeManagers', fewestPracticeManagers, Math.min(fewestPracticeManagers, practiceManagers)],
    ['fewestExperienced', fewestExperienced, Math.min(fewestExperienced, experienced)],
    ['mostExperienced', mostExperienced, Math.max(mostExperienced, experienced)],
    ['size', size, seats],
  ]
  return needed.filter(([, from, to]) => from !== to).map(([constraint, from, to]) => ({ constraint, from, to }))
}

/** Every shape that a panel of at most the size can have, whatever the other constraints. */
function shapes({ constraints, sitting, pool }: Problem): Shape[] {
  const { size, fewestGps, fewestPracticeManagers } = constraints
  const add = (shape: Shape, { profession, experienced }: PoolEntry): Shape => ({
    seats: shape.seats + 1,
    gps: Math.min(fewestGps, shape.gps + (profession === 'gp' ? 1 : 0)),
    practiceManagers: Math.min(
      fewestPracticeManagers,
      shape.practiceManagers + (profession === 'practice-manager' ? 1 : 0),
    ),
    experienced: shape.experienced + (experienced ? 1 : 0),
  })
  const start = sitting.reduce(add, { seats: 0, gps: 0, practiceManagers: 0, experienced: 0 })
  const key = ({ seats, gps, practiceManagers, experienced }: Shape) =>
    `${seats} ${gps} ${practiceManagers} ${experienced}`
  let reached = new Map([[key(start), start]])
  for (const entries of byPractice({ constraints, sitting, pool })) {
    const next = new Map(reached)
    for (const shape of reached.values())
      if (shape.seats < size)
        for (const entry of entries) {
          const after = add(shape, entry)
          next.set(key(after), after)
        }
    reached = next
  }
  return [...reached.values()]
}

const words: Record<keyof Constraints, string> = {
  size: 'the size of the panel',
  fewestGps: 'the fewest GPs',
  fewestPracticeManagers: 'the fewest practice managers',
  fewestExperienced: 'the fewest members with recent experience',
  mostExperienced: 'the most members with recent experience',
}

/** In words: `the fewest GPs from 3 to 2`, or several such joined by `and`. */
export const changesInWords = (changes: Change[]): string =>
  changes.map(({ constraint, from, to }) => `${words[constraint]} from ${from} to ${to}`).join(' and ')
