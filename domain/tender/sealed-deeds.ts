import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import type { QuotedHead } from '../record/chain.ts'
import type { Tender } from './tender.ts'

const sealed: readonly CaseEvent['type'][] = ['TenderSubmitted', 'TenderReconfirmed', 'TenderWithdrawn']

/** What a bidder does under seal: until the deadline nobody but they may know that it was done (requirements §6). */
export const isSealedDeed = (type: string): boolean => (sealed as readonly string[]).includes(type)

/** While tenders are taken, whatever counts the events of a case would count them. */
export const keepsDeedsSealed = (tender: Tender | undefined): boolean => tender?.status === 'open'

/** Whether an event of the case must not be told of yet. What was tendered in earlier rounds is known. */
export const mustNotBeTold = ({ tender }: Pick<Case, 'tender'>, event: { type: string; at: string }): boolean =>
  tender?.status === 'open' && isSealedDeed(event.type) && event.at >= tender.publishedAt

/**
 * The head of a case's record as it may be quoted to everybody: while tenders are taken, the hash of the last event that is
 * no bidder's sealed deed, and no number; for a hash that changes would tell that a tender has arrived.
 */
export const quotedHead = ({ tender, head, unsealedHash }: Case): QuotedHead =>
  keepsDeedsSealed(tender) ? { hash: unsealedHash ?? head.hash } : head
