import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { rulingsAreOverdue } from '../conflict/waits.ts'
import { ruledByExcluded } from '../evaluation/ruled-by-excluded.ts'
import { scoresLeft } from '../evaluation/without-excluded.ts'
import { isSecretariat } from '../locality/locality.ts'
import { chair, votingMembers } from '../panel/panel.ts'
import type { Paper } from '../paper/paper.ts'
import { refuseUnless } from '../refusal.ts'
import { hasRenewed } from '../renewal/renewal.ts'
import { chosen } from '../tender/few-tenders.ts'
import { bidders } from '../tender/tender.ts'
import type { Instant } from '../time/instant.ts'
import { viewVote } from '../vote/view.ts'
import { mayConsider } from './considering.ts'
import { type Announced, isAnnounced, type Letter, letterKey, standstillNow } from './decision.ts'
import { recordedAfterAward, unsignedUntil } from './late-representation.ts'
import { letterPaper, toldWith } from './letter-paper.ts'
import { awardNotBefore } from './notice.ts'
import { toConsider, toWhoMadeIt } from './represented.ts'
import { unruledBeforeAward } from './unruled.ts'
import { lacksNotice } from './waits.ts'

/** Where the decision stands, for those who make it and those who read the record. */
export function viewDecision(theCase: Case, { person, as }: Viewer) {
  const { decision, panel, evaluation } = theCase
  const few = chosen(theCase)
  refuseUnless(decision, 'TooEarly', 'The case has not reached the decision stage.')
  const { status, sitting, returned, superseded } = decision
  return {
    status,
    sitting,
    returned,
    superseded: superseded.map((one) => ({ ...one, representations: one.representations.map(toConsider) })),
    chair: chair(panel),
    ranked: evaluation?.status === 'ranked',
    // Told to whoever can rule: who it is about, and what, is on the page of the conflicts.
    ...(unruledBeforeAward(theCase).length > 0 && mayRule(theCase, as) && { unruled: true as const }),
    // Which, and whose, stands with the ranking.
    ...(ruledByExcluded(theCase).length > 0 && { ruledByExcluded: true as const }),
    // Who confirms has said first what ties them to those who tendered.
    ...(as === 'approver' &&
      evaluation?.checkedAt &&
      !hasRenewed(evaluation, person.id) && { declareFirst: true as const }),
    ...(few && { fewTenders: { tenders: bidders(theCase.tender).length, choice: few.choice, reasons: few.reasons } }),
    ...('vote' in decision && { vote: viewVote(decision.vote, votingMembers(panel), person.id) }),
    // Why nobody could vote to award: too few scores are left, or no tender has a place.
    ...('vote' in decision &&
      evaluation?.status === 'ranked' &&
      !decision.vote.options.includes('award') && { noAward: scoresLeft(theCase) }),
    ...('recommendation' in decision && { recommendation: decision.recommendation, reasons: decision.reasons }),
    ...('confirmation' in decision && { confirmation: decision.confirmation }),
    ...(isAnnounced(decision) && {
      announcedAt: decision.announcedAt,
      ...(decision.standstill && {
        standstill: standstillNow({ standstill: decision.standstill, published: decision.published }),
        notBefore: awardNotBefore(theCase),
      }),
      ...(decision.published && { published: decision.published }),
      noticeDue: lacksNotice(theCase),
      representations: decision.representations.map(toConsider),
      unsignedUntil: unsignedUntil(theCase),
      /** Who can consider a representation. */
      members: mayConsider(theCase),
    }),
  }
}

const mayRule = (theCase: Case, as: Viewer['as']): boolean =>
  isSecretariat(as) || (as === 'approver' && rulingsAreOverdue(theCase))

/**
 * A bidder's own letter, once the outcome is announced; and the standstill, with their own representations. Letters of
 * decisions that no longer stand stay readable, and say since when and why they do not.
 */
export function viewLetter(theCase: Case, organisationId: string) {
  const { decision, letters, proposal } = theCase
  const own = (
    announced: Pick<Announced, 'sitting' | 'announcedAt' | 'standstill' | 'published' | 'representations'>,
    notBefore?: Instant,
  ) => {
    const letter: Letter | undefined = letters?.[letterKey(announced.sitting, organisationId)]
    if (!letter) return undefined
    const { announcedAt, standstill, published, representations } = announced
    const now = standstill && standstillNow({ standstill, published })
    return {
      letter,
      paper: letterPaper(letter, toldWith(proposal.form.title, announced, notBefore)),
      announcedAt,
      ...(now && { standstill: now }),
      representations: representations
        .filter((one) => one.organisationId === organisationId)
        .map((one) => toWhoMadeIt(one, representations)),
    }
  }
  const current = isAnnounced(decision) ? own(decision, awardNotBefore(theCase)) : undefined
  const superseded = (decision?.superseded ?? []).flatMap((one) => {
    const before = own(one)
    return before ? [{ ...before, superseded: { at: one.at, reason: one.reason } }] : []
  })
  refuseUnless(current || superseded.length > 0, 'NotFound', 'There is no letter to your organisation in this case.')
  const late = recordedAfterAward(theCase).map(({ id, receivedAt, at, answer }) => ({
    ...{ id, receivedAt, at },
    ...(answer && { answered: { decision: answer.decision, at: answer.at } }),
  }))
  return {
    ...current,
    ...(current && { notBefore: awardNotBefore(theCase) }),
    ...(decision?.status === 'awarded' && { awardedAt: decision.awardedAt }),
    ...(late.length > 0 && { late, unsignedUntil: unsignedUntil(theCase) }),
    superseded,
  }
}

/** The letter that stands, or the last that no longer does. @throws Refusal `NotFound` */
export function latestLetter(theCase: Case, organisationId: string): { paper: Paper; announcedAt: string } {
  const { paper, announcedAt, superseded } = viewLetter(theCase, organisationId)
  const last = superseded.at(-1)
  if (paper && announcedAt !== undefined) return { paper, announcedAt }
  refuseUnless(last, 'NotFound', 'There is no letter to your organisation in this case.')
  return last
}
