import type { Case } from '../case/case.ts'
import type { Circumstances } from '../case/event.ts'
import { refuseUnless } from '../refusal.ts'
import { mustBeInTime } from './deadline.ts'
import { openTender } from './open-tender.ts'
import { bidders, type Published, type SealedTender, type TenderEvent } from './tender.ts'

/** A tender answers what was asked when it was sent, or when its bidder last said that it stands. */
const answersTheLast = (
  { changes }: Published,
  { submittedAt, reconfirmedAt = submittedAt }: SealedTender,
): boolean => {
  const last = changes.at(-1)
  return last === undefined || reconfirmedAt > last.at || submittedAt > last.at
}

/** Whether a bidder is asked to say that its tender stands after a change. */
export function isToReconfirm(tender: Published, organisationId: string): boolean {
  const own = tender.tenders[organisationId]
  return own !== undefined && !answersTheLast(tender, own)
}

/**
 * The organisations whose tenders were sent before the last change and not reconfirmed since. Such a tender stands; that it
 * was not reconfirmed is a question of compliance (docs/decisions, “After publication”).
 */
export const unreconfirmed = (tender: Published): string[] =>
  bidders(tender).filter((organisationId) => isToReconfirm(tender, organisationId))

/** A bidder says that its tender stands as it is, having read the version that is asked for now. */
export function reconfirm(
  theCase: Case,
  { organisationId, version }: { organisationId: string; version: number },
  { at }: Pick<Circumstances, 'at'>,
): TenderEvent[] {
  mustBeInTime(theCase, at, 'Your reconfirmation')
  const tender = openTender(theCase)
  refuseUnless(tender.tenders[organisationId], 'NotFound', 'Your organisation has no tender to reconfirm here.')
  refuseUnless(
    version === tender.terms.specificationVersion,
    'Stale',
    'The specification has changed again since you read it. Read the latest change, then reconfirm your tender or replace it.',
  )
  refuseUnless(
    isToReconfirm(tender, organisationId),
    'AlreadyDone',
    'Your tender answers the current specification, so there is nothing to reconfirm.',
  )
  return [{ type: 'TenderReconfirmed', data: { organisationId, version } }]
}
