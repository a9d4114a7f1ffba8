import * as z from 'zod'
import { professions } from '../locality/locality.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'

/** A nominee as a draw sees them. The identifier is a pseudonym: a certificate is public. */
export const poolEntrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  practice: z.string().min(1),
  profession: z.enum(professions),
  /** Sat on a panel formed in the last 12 months. */
  experienced: z.boolean(),
})
export type PoolEntry = z.infer<typeof poolEntrySchema>

const count = z.int().min(0).max(30)

/** What every panel must fulfil (requirements §5), besides at most one member per practice. */
export const constraintsSchema = z.strictObject({
  size: z.int().min(1).max(30),
  fewestGps: count,
  fewestPracticeManagers: count,
  fewestExperienced: count,
  mostExperienced: count,
})
export type Constraints = z.infer<typeof constraintsSchema>

/** What a draw is about: those who sit already, and those from whom the vacant seats are filled. */
export interface Problem {
  constraints: Constraints
  sitting: PoolEntry[]
  pool: PoolEntry[]
}

export function constraintsOf({ panel }: Pick<RuleBook, 'panel'>): Constraints {
  const { size, fewestGps, fewestPracticeManagers, fewestExperienced, mostExperienced } = panel
  const within = (least: number) => Math.min(30, least)
  return {
    size,
    fewestGps: within(fewestGps),
    fewestPracticeManagers: within(fewestPracticeManagers),
    fewestExperienced: within(fewestExperienced),
    mostExperienced: within(mostExperienced),
  }
}

const before = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** The order that the numbering of panels rests on: by practice, then by pseudonym, as plain code units. */
export const inOrder = (entries: readonly PoolEntry[]): PoolEntry[] =>
  [...entries].sort((one, other) => before(one.practice, other.practice) || before(one.id, other.id))

/** Those who can fill a vacancy, practice by practice in order: a practice that sits already has had its seat. */
export function byPractice({ pool, sitting }: Problem): PoolEntry[][] {
  const seated = new Set(sitting.map(({ practice }) => practice))
  const groups = new Map<string, PoolEntry[]>()
  for (const entry of inOrder(pool))
    if (!seated.has(entry.practice)) groups.set(entry.practice, [...(groups.get(entry.practice) ?? []), entry])
  return [...groups.values()]
}
