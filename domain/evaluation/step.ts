import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { exclusionOf, questionsNow, undecided } from '../compliance/compliance.ts'
import { foundIn, foundInPrices } from '../compliance/found.ts'
import { foundInNames } from '../compliance/named-out.ts'
import type { Matter } from '../conflict/matter.ts'
import { votingMembers } from '../panel/panel.ts'
import { recheckMembers } from '../panel/recheck.ts'
import { votingIn } from '../panel/voting.ts'
import { refuseUnless } from '../refusal.ts'
import { cutSubstitutionShort } from '../substitution/decide.ts'
import { awaitSubstitute } from '../substitution/waits.ts'
import type { OpenedDocument } from '../tender/document.ts'
import { bidders } from '../tender/tender.ts'
import type { Instant } from '../time/instant.ts'
import { daysLater, daysToGiveBack } from '../time/interrupted.ts'
import { escalation, openWait, openWaitUntil, type WaitEvent } from '../wait/decide.ts'
import { awaitBeforeRanking, isSettled } from './before-ranking.ts'
import type { AfterScoring, Evaluation, OpenedPrice } from './evaluation.ts'
import { lotSeed, numberIn } from './lot.ts'
import { expectedCost, lowPrices } from './low-price.ts'
import { countedSheets, finishedMembers, scorers, scoresAreQuorate } from './members.ts'
import { medians, spreadsTooFar, unmoderated } from './moderation.ts'
import { rank, type Weighing } from './rank.ts'
import { scoredTenders } from './scored-tenders.ts'
import { scoringIsOver, unfinishedMembers } from './waits.ts'

/** What was found in a price envelope, or why it could not be read. */
type PriceInside = { pence: number; plaintext: string; documents?: OpenedDocument[] } | { reason: string }

export type EvaluationStep =
  | { type: 'CheckBidders'; attempt: number; matter: Matter }
  | { type: 'CheckCompliance'; attempt: number; matter: Matter }
  | { type: 'CloseCompliance'; attempt: number }
  | { type: 'OpenScoring'; attempt: number }
  | { type: 'CloseScoring'; attempt: number }
  | { type: 'CloseModeration'; attempt: number }
  | { type: 'OpenPrices'; attempt: number; prices: Record<string, PriceInside> }
  | { type: 'RankTenders'; attempt: number }

/** What the workflow's own steps decide. Doing a step twice is doing it once. */
export function stepEvaluation(theCase: Case, step: EvaluationStep, circumstances: Circumstances): CaseEvent[] {
  mustBeCurrent(theCase, step.attempt)
  const { evaluation } = theCase
  refuseUnless(
    evaluation && theCase.life.stage === 'evaluation',
    'WrongStage',
    'This case is not in the stage “evaluation”.',
  )
  switch (step.type) {
    case 'CheckBidders':
      return evaluation.checkedAt ? [] : checkBidders(theCase, evaluation, step.matter, circumstances)
    case 'CheckCompliance':
      return evaluation.status === 'due' ? checkCompliance(theCase, evaluation, step.matter, circumstances) : []
    case 'CloseCompliance':
      if (evaluation.status === 'due' && undecided(theCase.compliance).length === 0)
        return [complianceOf(theCase, evaluation), ...awaitSubstitute(theCase, circumstances.at)]
      return evaluation.status === 'compliance checked' ? awaitSubstitute(theCase, circumstances.at) : []
    case 'OpenScoring':
      return evaluation.status === 'compliance checked'
        ? openScoring(theCase, evaluation, circumstances)
        : ruleAgain(theCase, evaluation, circumstances)
    case 'CloseScoring':
      return evaluation.status === 'scoring'
        ? closeScoring(theCase, evaluation, circumstances)
        : ruleAgain(theCase, evaluation, circumstances)
    case 'CloseModeration':
      return evaluation.status === 'moderating' ? closeModeration(theCase, evaluation, circumstances) : []
    case 'OpenPrices': {
      if (evaluation.status === 'priced' || evaluation.status === 'ranked') return []
      refuseUnless(
        evaluation.status === 'moderated' || evaluation.status === 'moderating',
        'TooEarly',
        'Prices stay sealed until moderation has closed.',
      )
      if (!scoresAreQuorate(theCase)) return withoutQuorum(theCase, circumstances)
      if (evaluation.status === 'moderating') return moderateAgain(theCase, circumstances)
      const prices = evaluation.tenders.map((organisationId): OpenedPrice => {
        const price = step.prices[organisationId]
        if (!price) throw new Error('Every sealed price must have been opened, or tried.')
        return { organisationId, ...price }
      })
      return openPrices(theCase, evaluation, prices, circumstances)
    }
    case 'RankTenders':
      if (evaluation.status !== 'priced') return []
      if (!scoresAreQuorate(theCase)) return withoutQuorum(theCase, circumstances)
      return isSettled(theCase) ? [rankTenders(theCase, evaluation)] : awaitBeforeRanking(theCase, circumstances.at)
  }
}

type In<S extends Evaluation['status']> = Extract<Evaluation, { status: S }>

/** Conflicts are checked again, now against the actual bidders and whom they name (requirements §4, §2 row 4); members then declare. */
function checkBidders(theCase: Case, { round }: Evaluation, matter: Matter, { at }: Circumstances): CaseEvent[] {
  const { declareWithin, remindToDeclareAfter } = theCase.ruleBook.evaluation
  return [
    ...recheckMembers(theCase, matter, 'tender opening'),
    {
      type: 'BiddersChecked',
      data: { round, bidders: bidders(theCase.tender), members: votingMembers(theCase.panel) },
    },
    openWait(theCase, 'declarations', at, declareWithin, remindToDeclareAfter),
  ]
}

/** What the opening found wrong is for people to rule on; where it found nothing, every tender complies. */
function checkCompliance(theCase: Case, evaluation: Evaluation, matter: Matter, { at }: Circumstances): CaseEvent[] {
  const { tender, compliance, ruleBook } = theCase
  const { round } = evaluation
  refuseUnless(tender?.status === 'opened', 'TooEarly', 'The tenders have not been opened.')
  if (compliance?.round === round) return []
  const all = [...foundIn(tender), ...foundInNames(theCase, matter)]
  const questions = all.map((found, index) => ({ id: index + 1, ...found }))
  if (questions.length === 0) return [complianceOf(theCase, evaluation)]
  return [
    { type: 'ComplianceQuestioned', data: { round, questions } },
    openWait(theCase, 'compliance', at, ruleBook.evaluation.ruleOnComplianceWithin),
  ]
}

/** A member was excluded who had ruled on a tender, after compliance had been settled: it is ruled on again. */
function ruleAgain(theCase: Case, { status }: Evaluation, { at }: Circumstances): CaseEvent[] {
  const { compliance, life, ruleBook } = theCase
  const begun = life.wait?.name === 'compliance' || life.wait?.name === 'missing document'
  if (status !== 'due' || begun || undecided(compliance).length === 0) return []
  return [openWait(theCase, 'compliance', at, ruleBook.evaluation.ruleOnComplianceWithin)]
}

export function complianceOf(
  { tender, compliance }: Pick<Case, 'tender' | 'compliance'>,
  { round }: Evaluation,
): Extract<CaseEvent, { type: 'ComplianceChecked' }> {
  const ruled = compliance?.round === round ? compliance : undefined
  const findings = bidders(tender).map((organisationId) => ({
    organisationId,
    reasons: exclusionOf(ruled, organisationId),
  }))
  return { type: 'ComplianceChecked', data: { round, findings } }
}

function openScoring(theCase: Case, evaluation: In<'compliance checked'>, { at }: Circumstances): CaseEvent[] {
  const { round, tenders } = evaluation
  const members = votingMembers(theCase.panel)
  const opened: CaseEvent = { type: 'ScoringOpened', data: { round, tenders, members } }
  const begun = [...cutSubstitutionShort(theCase, at), opened]
  if (tenders.length === 0) return begun
  const wait = awaitScores(theCase, evaluation, at)
  const { quorum } = votingIn(theCase)
  if (members.length >= quorum) return [...begun, wait]
  const because = `${members.length} members are left on the panel, and the quorum is ${quorum}, so its scores cannot count.`
  return [...begun, wait, escalation(theCase, { name: 'scores' }, at, because)]
}

/**
 * The wait for scores after a question of compliance. What was left when the question was raised is given back, as after a
 * pause, and a deadline that was extended once is not extended again. Where a tender is scored that was not scored before, the
 * wait has its whole time.
 */
function awaitScores(theCase: Case, { tenders, scoredBefore = [] }: In<'compliance checked'>, at: Instant): WaitEvent {
  const before = theCase.life.wait?.interrupted
  if (!before || !tenders.every((tender) => scoredBefore.includes(tender)))
    return openWait(theCase, 'scores', at, theCase.ruleBook.evaluation.scoreWithin)
  const { dueAt, automaticExtensions } = before
  const until = dueAt <= before.at ? dueAt : daysLater(dueAt, daysToGiveBack(dueAt, before.at, at))
  const wait = openWaitUntil(theCase, 'scores', at, until)
  return { ...wait, data: { ...wait.data, automaticExtensions } }
}

function closeScoring(theCase: Case, { round, tenders }: In<'scoring'>, { at }: Circumstances): CaseEvent[] {
  // A member may have been excluded since scoring was over, and the quorum lost with them: then scores are waited for again.
  if (!scoringIsOver(theCase, at)) return []
  const { moderateAboveSpread, moderateWithin } = theCase.ruleBook.evaluation
  const sheets = countedSheets(theCase)
  const criteria = weighing(theCase).criteria.map(({ id }) => id)
  const toModerate = spreadsTooFar(sheets, criteria, moderateAboveSpread)
  const leftOut = tenders.length === 0 ? [] : unfinishedMembers(theCase)
  return [
    { type: 'ScoringClosed', data: { round, finished: finishedMembers(theCase), leftOut, toModerate } },
    ...(toModerate.length > 0 ? [openWait(theCase, 'moderation', at, moderateWithin)] : []),
  ]
}

function closeModeration(theCase: Case, { round }: AfterScoring, circumstances: Circumstances): CaseEvent[] {
  if (!scoresAreQuorate(theCase)) return withoutQuorum(theCase, circumstances)
  const recorded = { medians: medians(theCase, countedSheets(theCase)), mediansOf: scorers(theCase) }
  return [{ type: 'ModerationClosed', data: { round, ...recorded } }]
}

/**
 * Members were excluded, and the quorum lost with them, while scores are moderated or later. Moderation does not close, prices
 * stay sealed and tenders are not ranked: that is escalated, once, until the case is sent back or withdrawn.
 */
function withoutQuorum(theCase: Case, { at }: Circumstances): CaseEvent[] {
  const { life, ruleBook } = theCase
  const wait = life.wait?.name === 'moderation' ? life.wait : undefined
  if (wait?.escalatedAt) return []
  const because = `The scores of ${scorers(theCase).length} members count, and the quorum is ${votingIn(theCase).quorum}. Send the case back, so that a panel can score.`
  return [
    ...(wait ? [] : [openWait(theCase, 'moderation', at, ruleBook.evaluation.moderateWithin)]),
    escalation(theCase, { name: 'moderation' }, at, because),
  ]
}

/** A member was excluded after the moderation had closed, and took part in agreeing: the panel has its time again. */
function moderateAgain(theCase: Case, { at }: Circumstances): CaseEvent[] {
  const { life, ruleBook } = theCase
  const begun = life.wait?.name === 'moderation' && life.wait.dueAt > at
  if (begun || unmoderated(theCase).length === 0) return []
  return [openWait(theCase, 'moderation', at, ruleBook.evaluation.moderateWithin)]
}

/** What cannot be read is for two people to rule on, as whatever else excludes a tender; then low prices are explained. */
function openPrices(theCase: Case, { round }: AfterScoring, prices: OpenedPrice[], { at }: Circumstances): CaseEvent[] {
  const { ruleBook } = theCase
  const known = questionsNow(theCase).length
  const questions = foundInPrices(prices).map((found, index) => ({ id: known + index + 1, ...found }))
  const numbers = prices.flatMap((price) =>
    'pence' in price ? [{ organisationId: price.organisationId, number: numberIn(price.plaintext) }] : [],
  )
  const queried = lowPrices(prices, ruleBook.evaluation.askAboutPriceBelow, expectedCost(theCase))
  const wait =
    questions.length > 0
      ? [openWait(theCase, 'compliance', at, ruleBook.evaluation.ruleOnComplianceWithin)]
      : queried.length > 0
        ? [openWait(theCase, 'price explanation', at, ruleBook.evaluation.explainPriceWithin)]
        : []
  return [
    { type: 'PricesOpened', data: { round, prices, seed: lotSeed(numbers) } },
    ...(questions.length > 0 ? [{ type: 'PricesQuestioned' as const, data: { round, questions } }] : []),
    ...(queried.length > 0 ? [{ type: 'PricesQueried' as const, data: { prices: queried } }] : []),
    ...wait,
  ]
}

function rankTenders(theCase: Case, { round, seed }: In<'priced'>): CaseEvent {
  const terms = weighing(theCase)
  const counted = { sitting: votingMembers(theCase.panel), scoring: scorers(theCase) }
  return { type: 'TendersRanked', data: { round, ranking: rank(terms, scoredTenders(theCase), seed), counted } }
}

function weighing({ tender }: Case): Weighing {
  refuseUnless(tender && tender.status !== 'due', 'TooEarly', 'No tender has been published.')
  return tender.terms
}
