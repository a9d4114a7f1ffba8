import { Temporal } from 'temporal-polyfill'
import { type Instant, londonDate } from '../time/instant.ts'
import type { Declaration, Interest, Relation } from './declaration.ts'
import { interestsIn, relationsIn } from './declaration.ts'

/** What can be said of an interest or a relation, beside whom it ties to. */
type Said = Pick<Interest, 'kind' | 'endedOn' | 'basisPoints'>

/** The whole, where a share is not known. */
const share = ({ basisPoints }: Said): number => basisPoints ?? 10_000

/**
 * Whether what somebody says now admits no less than what was said before: as large a share, for as long. Nobody ends a bar by
 * their own word (requirements §4).
 *
 * @param lastSaid the day, as YYYY-MM-DD, on which they last said themselves that it lasts: it may have ended since
 */
export function standsBy(now: Said, before: Said, lastSaid?: string): boolean {
  if (now.kind !== before.kind || share(now) < share(before)) return false
  if (now.endedOn === undefined) return true
  const since = before.endedOn ?? lastSaid
  return since !== undefined && now.endedOn >= since
}

/** The longest that a declaration is believed about what came after it. */
const BELIEVED_FOR = { months: 12 }

/** From which day on somebody who declared then may say now that a tie ended: a word that is too old proves nothing. */
export function endableFrom(declaredAt: Instant | undefined, at: Instant): string | undefined {
  if (declaredAt === undefined) return undefined
  const [said, oldest] = [londonDate(declaredAt), londonDate(at).subtract(BELIEVED_FOR)]
  return (Temporal.PlainDate.compare(said, oldest) < 0 ? oldest : said).toString()
}

/** What was declared before, or dropped earlier still, and is not stood by: left out, made smaller, or ended too early. */
export function dropped(
  entry: {
    declaration?: Declaration | undefined
    declaredAt?: Instant | undefined
    dropped: Interest[]
    droppedRelations?: Relation[] | undefined
  },
  now: Declaration,
  at: Instant,
): { interests: Interest[]; relations: Relation[] } {
  const lastSaid = endableFrom(entry.declaredAt, at)
  const where = ({ organisationId }: Interest) => organisationId
  const who = ({ personId }: Relation) => personId
  return {
    interests: notStoodBy([entry.dropped, interestsIn(entry.declaration)], interestsIn(now), where, lastSaid),
    relations: notStoodBy(
      [entry.droppedRelations ?? [], relationsIn(entry.declaration)],
      relationsIn(now),
      who,
      lastSaid,
    ),
  }
}

function notStoodBy<T extends Said>(
  [earlier, last]: [T[], T[]],
  now: T[],
  of: (one: T) => string,
  lastSaid: string | undefined,
): T[] {
  return eachOnce(notAdmitted(earlier, now, of), notAdmitted(last, now, of, lastSaid), of)
}

/** What is not admitted now. What is owned is admitted as far as the share that is said now reaches: two holdings are not one. */
function notAdmitted<T extends Said>(before: T[], now: T[], of: (one: T) => string, lastSaid?: string): T[] {
  const left = new Map(now.map((one) => [one, share(one)]))
  return before.filter((one) => {
    const by = now.find((other) => {
      const basisPoints = left.get(other) ?? 0
      return of(other) === of(one) && standsBy({ ...other, basisPoints }, one, lastSaid)
    })
    if (by && one.kind === 'owner') left.set(by, (left.get(by) ?? 0) - share(one))
    return !by
  })
}

/** What was not stood by before, with what is not now: the same thing is kept once, as its gravest; two things of one kind stay two. */
function eachOnce<T extends Said>(earlier: T[], last: T[], of: (one: T) => string): T[] {
  const unmatched = new Set(earlier)
  const kept = new Set(earlier)
  for (const one of last) {
    const like = [...unmatched].filter((other) => of(other) === of(one))
    const graver = like.find((other) => standsBy(other, one))
    const same = graver ?? like.find((other) => standsBy(one, other))
    if (same) unmatched.delete(same)
    if (graver) continue
    if (same) kept.delete(same)
    kept.add(one)
  }
  return [...kept]
}
