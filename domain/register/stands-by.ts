import { monthsAfter } from '../time/day.ts'
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

/** For how many months a declaration is believed about what came after it. */
const MONTHS_BELIEVED = 12

/** From which day on somebody who declared then may say now that a tie ended: a word that is too old proves nothing. */
export function endableFrom(declaredAt: Instant | undefined, at: Instant): string | undefined {
  if (declaredAt === undefined) return undefined
  const [said, oldest] = [londonDate(declaredAt), monthsAfter(londonDate(at), -MONTHS_BELIEVED)]
  return said < oldest ? oldest : said
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
  const admitted = (before: T, said?: string) =>
    now.some((one) => of(one) === of(before) && standsBy(one, before, said))
  const isHolding = ({ kind }: T) => kind === 'owner'
  const all = [
    ...earlier.filter((one) => !isHolding(one) && !admitted(one)),
    ...last.filter((one) => !isHolding(one) && !admitted(one, lastSaid)),
  ]
  // Of several entries for the same, the gravest is kept.
  const gravest = all.filter(
    (one, index) =>
      !all.some(
        (other, place) =>
          place !== index && of(other) === of(one) && standsBy(other, one) && (place < index || !standsBy(one, other)),
      ),
  )
  const holdings = [
    ...last.filter(isHolding).map((one) => ({ one, lastSaid })),
    ...earlier.filter(isHolding).map((one) => ({ one, lastSaid: undefined })),
  ]
  return [...gravest, ...notHeld(holdings, now.filter(isHolding), of)]
}

/**
 * What was owned and is not any longer, by what is said now. Each hundredth of a per cent that is said now admits one that was
 * said before, and no second: what was declared in parts, or is made smaller bit by bit, comes to no less than it was.
 */
function notHeld<T extends Said>(
  before: { one: T; lastSaid: string | undefined }[],
  now: T[],
  of: (one: T) => string,
): T[] {
  const left = new Map(now.map((one) => [one, share(one)]))
  return before.flatMap(({ one, lastSaid }): T[] => {
    let missing = share(one)
    for (const other of now) {
      const lasts = of(other) === of(one) && standsBy({ ...other, basisPoints: share(one) }, one, lastSaid)
      if (!lasts) continue
      if (share(other) === 10_000) return []
      const taken = Math.min(missing, left.get(other) ?? 0)
      left.set(other, (left.get(other) ?? 0) - taken)
      missing -= taken
    }
    if (missing === 0) return []
    return [one.basisPoints === undefined ? one : { ...one, basisPoints: missing }]
  })
}
