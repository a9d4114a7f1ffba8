import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import type { QuotedHead } from '../record/chain.ts'
import type { Instant } from '../time/instant.ts'

const sealed: readonly CaseEvent['type'][] = ['TenderSubmitted', 'TenderReconfirmed', 'TenderWithdrawn']

/** What a bidder does under seal: until the deadline nobody but they may know that it was done (requirements §6). */
export const isSealedDeed = (type: string): boolean => (sealed as readonly string[]).includes(type)

/**
 * Since when what bidders did is sealed. While tenders are taken; and after a round that was ended before its deadline, until
 * the deadline of the next has passed or the case has ended: whoever knew then who had tendered would know their rivals.
 */
function sealedSince({ tender, life }: Pick<Case, 'tender' | 'life'>): Instant | undefined {
  if (!tender || life.status === 'ended') return undefined
  const rounds = tender.status === 'due' ? tender.earlier : [...tender.earlier, tender]
  const neverDue = (round: (typeof rounds)[number]) => !('deadline' in round) || round.deadline === undefined
  const last = rounds.findLastIndex((round) => !neverDue(round))
  return rounds[last + 1]?.publishedAt
}

/** While they are sealed, whatever counts the events of a case would count them. */
export const keepsDeedsSealed = (theCase: Pick<Case, 'tender' | 'life'>): boolean => sealedSince(theCase) !== undefined

/** Whether an event of the case must not be told of yet. What was tendered in rounds that were opened is known. */
export function mustNotBeTold(
  theCase: Pick<Case, 'tender' | 'life'>,
  { type, at }: { type: string; at: string },
): boolean {
  const since = sealedSince(theCase)
  return since !== undefined && isSealedDeed(type) && at >= since
}

/**
 * The head of a case's record as it may be quoted to everybody: while deeds are sealed, the hash of the last event that is
 * no bidder's sealed deed, and no number; for a hash that changes would tell that a tender has arrived.
 */
export const quotedHead = (theCase: Case): QuotedHead =>
  keepsDeedsSealed(theCase) ? { hash: theCase.unsealedHash ?? theCase.head.hash } : theCase.head
