import type { Case } from '../case/case.ts'
import { mustBeCurrent, mustBeOpen } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { refuseUnless } from '../refusal.ts'
import { told } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { openWait, type WaitEvent } from '../wait/decide.ts'
import { deadlinePassed, mayBeOpened, mustBeInTime, tenderDeadline } from './deadline.ts'
import { openTender } from './open-tender.ts'
import {
  bidders,
  type Opening,
  type PublicKeys,
  type PublishedTerms,
  type Sealed,
  type Tender,
  type TenderEvent,
} from './tender.ts'

export type TenderCommand =
  /** One per provider's organisation: submitting again replaces it. */
  | { type: 'SubmitTender'; organisationId: string; submittedBy: string; quality: Sealed; price: Sealed }
  | { type: 'WithdrawTender'; organisationId: string }

export type TenderStep =
  | { type: 'PublishTender'; attempt: number; terms: PublishedTerms; keyName: string; publicKeys: PublicKeys }
  | { type: 'CloseTender'; attempt: number }
  | { type: 'OpenTenders'; attempt: number; openings: Record<string, Opening> }

/** What the workflow's own steps decide. Doing a step twice is doing it once. */
export function stepTender(theCase: Case, step: TenderStep, { at }: Circumstances): (TenderEvent | WaitEvent)[] {
  mustBeCurrent(theCase, step.attempt)
  const { tender, ruleBook } = theCase
  refuseUnless(tender && theCase.life.stage === 'tender', 'WrongStage', 'This case is not in the stage “tender”.')
  const { round } = tender
  switch (step.type) {
    case 'PublishTender': {
      if (tender.status !== 'due') return []
      const { type: _, attempt: __, ...facts } = step
      return [
        { type: 'TenderPublished', data: { round, ...facts } },
        openWait(theCase, 'tenders', at, ruleBook.tender.openFor),
      ]
    }
    case 'CloseTender': {
      if (tender.status === 'closed' || tender.status === 'opened') return []
      const deadline = tenderDeadline(theCase)
      refuseUnless(
        deadline && deadlinePassed(theCase, at),
        'TooEarly',
        `Tenders stay sealed until the deadline${deadline ? `, ${told(deadline)},` : ''} has passed and every question is answered.`,
      )
      return [{ type: 'TenderClosed', data: { round, deadline, tenders: bidders(tender).length } }]
    }
    case 'OpenTenders': {
      if (tender.status === 'opened') return []
      refuseUnless(
        mayBeOpened(tender, at),
        'TooEarly',
        'Tenders stay sealed until the tender has closed and its deadline has passed.',
      )
      return [
        { type: 'TendersOpened', data: { round, tenders: openedTenders(tender, step.openings) } },
        ...(bidders(tender).length < 2
          ? [openWait(theCase, 'few tenders', at, ruleBook.tender.decideOnFewWithin)]
          : []),
      ]
    }
  }
}

function openedTenders(tender: Extract<Tender, { status: 'closed' }>, openings: Record<string, Opening>) {
  return bidders(tender).map((organisationId) => {
    const sealed = tender.tenders[organisationId]
    const opening = openings[organisationId]
    if (!sealed || !opening) throw new Error('Every tender that was submitted must have been opened, or tried.')
    return { organisationId, quality: sealed.quality, price: sealed.price, opening }
  })
}

/** Sealed parts of documents are taken as long as a tender is. @throws Refusal */
export function mustTakeUploads(theCase: Case, at: Instant): Extract<Tender, { status: 'open' }> {
  mustBeOpen(theCase)
  mustBeInTime(theCase, at, 'Your document')
  return openTender(theCase)
}

export function decideTender(theCase: Case, command: TenderCommand, { at }: Circumstances): TenderEvent[] {
  mustBeOpen(theCase)
  if (command.type === 'SubmitTender') mustBeInTime(theCase, at, 'Your tender')
  if (command.type === 'WithdrawTender') mustBeInTime(theCase, at, 'Your withdrawal')
  const tender = openTender(theCase)
  switch (command.type) {
    case 'SubmitTender': {
      const { type: _, ...data } = command
      return [{ type: 'TenderSubmitted', data }]
    }
    case 'WithdrawTender': {
      const { organisationId } = command
      refuseUnless(tender.tenders[organisationId], 'NotFound', 'Your organisation has no tender to withdraw here.')
      return [{ type: 'TenderWithdrawn', data: { organisationId } }]
    }
  }
}
