import type { Case } from '../case/case.ts'
import { personOf } from '../case/party.ts'
import { undecided } from '../compliance/compliance.ts'
import { foundIn } from '../compliance/found.ts'
import { votingMembers } from '../panel/panel.ts'
import { type RecordedAs, type Rule, refused, rule, same, unless } from '../record/rule.ts'
import { hasRenewed } from '../renewal/renewal.ts'
import { bidders } from '../tender/tender.ts'
import { isSettled } from './before-ranking.ts'
import { decideEvaluation, type EvaluationCommand } from './decide.ts'
import { expectedCost, lowPrices, lowPricesOf } from './low-price.ts'
import { countedSheets, finishedMembers, scorers, scoresAreQuorate } from './members.ts'
import { medians, spreadsTooFar } from './moderation.ts'
import { complianceOf } from './step.ts'
import { pricesProblems, rankingProblems } from './verify-result.ts'
import { termsOf } from './view.ts'
import { moderation, scoringIsOver } from './waits.ts'

const judged = ['life', 'ruleBook', 'panel', 'tender', 'evaluation'] as const
const scored = [...judged, 'compliance', 'scoreSheets'] as const

export const evaluationRules: readonly Rule[] = [
  rule(
    'Members are checked against the bidders, and compliance settled, once the tenders are opened.',
    ['BiddersChecked', 'ComplianceChecked'],
    ['tender', 'evaluation', 'compliance'],
    checkingProblems,
  ),
  rule(
    'Interests in the tenders are declared once they are opened, by each once.',
    ['DeclarationRenewed'],
    ['evaluation'],
    ({ evaluation }, { data }) => [
      ...unless(evaluation?.checkedAt !== undefined, 'the tenders had not been opened'),
      ...unless(!hasRenewed(evaluation, data.person), `${data.person} had declared before`),
    ],
  ),
  rule('Scoring opens on the tenders that comply.', ['ScoringOpened'], ['evaluation'], ({ evaluation }, { data }) =>
    evaluation?.status === 'compliance checked'
      ? unless(same(evaluation.tenders, data.tenders), 'tenders: they are not those that comply')
      : ['compliance had not been settled'],
  ),
  rule(
    'Scores are given while scoring is open, on every criterion, once, by members who sit on the panel, are not excluded, and have declared their interests in the tenders.',
    ['ScoresSubmitted'],
    judged,
    (before, { data: { member, organisationId, scores }, at, by }) =>
      refused(() => decideEvaluation(before, { type: 'SubmitScores', member, organisationId, scores }, { at, by })),
  ),
  rule(
    'Scoring closes once every member has scored, or a quorum has and the time is over. Whose scores count, and what is to be moderated, follows from the scores.',
    ['ScoringClosed'],
    scored,
    closingProblems,
  ),
  rule(
    'What the panel agrees in moderation is recorded while it moderates, in a meeting of its quorum, by those whose scores count.',
    ['ModerationMeetingHeld', 'CriterionModerated', 'CriterionNotAgreed', 'ModerationConcluded'],
    [...judged, 'meetings'],
    (before, event) => refused(() => decideEvaluation(before, agreedAs(event), event)),
  ),
  rule(
    'Moderation closes once all is agreed or its time is over; where nothing is agreed the median of the scores stands.',
    ['ModerationClosed'],
    scored,
    (before, { data, at }) =>
      before.evaluation?.status === 'moderating'
        ? [
            ...unless(
              moderation.answered(before, at),
              'criteria were still to be discussed, and the time was not over',
            ),
            ...unless(scoresAreQuorate(before), 'fewer scores count than the quorum'),
            ...unless(
              same(medians(before, countedSheets(before)), data.medians),
              'medians: they are not those of the scores',
            ),
          ]
        : ['the panel was not moderating'],
  ),
  rule(
    'Prices are opened after moderation has closed: of the tenders that are scored, each as its receipt’s hash says, with the lot drawn from the numbers of all bidders.',
    ['PricesOpened'],
    ['tender', 'evaluation'],
    (before, { data }) => [
      ...pricesProblems(before, data),
      ...(before.evaluation?.status === 'moderated'
        ? unless(
            same(
              data.prices.map(({ organisationId }) => organisationId),
              before.evaluation.tenders,
            ),
            'prices: they are not those of the tenders that are scored',
          )
        : ['moderation had not closed']),
    ],
  ),
  rule(
    'Whoever’s price is far below what is usual is asked about it, and nobody else; it is explained while there is time, and judged with reasons by a quorum of those whose scores count, not before.',
    ['PricesQueried', 'PriceExplained', 'PriceJudged'],
    [...scored, 'proposal'],
    lowPriceProblems,
  ),
  rule(
    'The ranking is what scores, prices and lot make, once nothing that the prices showed is open or was passed over, and counts who then sat and had scored.',
    ['TendersRanked'],
    [...scored, 'proposal'],
    (before, { data }) => [
      ...rankingProblems(before, data),
      ...unless(
        same(low(before).map(bidderOf), lowPricesOf(before.evaluation).map(bidderOf)),
        'a price was very low, and its bidder was not asked about it',
      ),
      ...unless(isSettled(before), 'something that the prices had shown was not settled'),
      ...unless(
        same(data.counted, { sitting: votingMembers(before.panel), scoring: scorers(before) }),
        'counted: they are not the members whose scores count',
      ),
    ],
  ),
]

function checkingProblems(before: Case, { type, data }: RecordedAs<'BiddersChecked' | 'ComplianceChecked'>): string[] {
  const { tender, evaluation } = before
  if (tender?.status !== 'opened') return ['the tenders had not been opened']
  if (type === 'BiddersChecked')
    return unless(same(data.bidders, bidders(tender)), 'bidders: they are not those who tendered')
  if (!evaluation) return ['there was nothing to evaluate']
  const out = (findings: readonly { organisationId: string; reasons: string[] }[]) =>
    findings.map(({ organisationId, reasons }) => [organisationId, reasons.length > 0])
  const { round, questions = [] } = before.compliance ?? {}
  const asked = foundIn(tender).every(
    (found) =>
      round === evaluation.round &&
      questions.some((one) => one.organisationId === found.organisationId && one.requirement === found.requirement),
  )
  return [
    ...unless(
      same(out(complianceOf(before, evaluation).data.findings), out(data.findings)),
      'findings: they are not those that the rulings give',
    ),
    ...unless(asked && undecided(before.compliance).length === 0, 'something that was found had not been ruled on'),
  ]
}

function closingProblems(before: Case, { data, at }: RecordedAs<'ScoringClosed'>): string[] {
  const { evaluation, ruleBook } = before
  if (evaluation?.status !== 'scoring') return ['nothing was being scored']
  const criteria = termsOf(before).criteria.map(({ id }) => id)
  const apart = spreadsTooFar(countedSheets(before), criteria, ruleBook.evaluation.moderateAboveSpread)
  return [
    ...unless(scoringIsOver(before, at), 'scoring was not over: members had yet to score, and it was not due'),
    ...unless(
      same(finishedMembers(before), data.finished),
      'finished: they are not the members who scored every tender',
    ),
    ...unless(same(apart, data.toModerate), 'toModerate: it is not what the scores are far apart on'),
  ]
}

/** Whose prices are far below what is usual, by the prices and the rules of the case. */
const low = ({ evaluation, ruleBook, proposal }: Case) =>
  evaluation && 'prices' in evaluation
    ? lowPrices(evaluation.prices, ruleBook.evaluation.askAboutPriceBelow, expectedCost({ proposal }))
    : []
const bidderOf = ({ organisationId }: { organisationId: string }) => organisationId

function lowPriceProblems(
  before: Case,
  event: RecordedAs<'PricesQueried' | 'PriceExplained' | 'PriceJudged'>,
): string[] {
  if (event.type === 'PricesQueried')
    return unless(same(low(before), event.data.prices), 'prices: they are not those that are far below what is usual')
  const { by } = event
  return refused(() =>
    decideEvaluation(
      before,
      event.type === 'PriceExplained'
        ? { type: 'ExplainPrice', ...event.data }
        : { type: 'JudgePrice', chair: personOf(by) ?? '', ...event.data },
      event,
    ),
  )
}

/** What the chair recorded, as it was asked for. */
function agreedAs(
  event: RecordedAs<'ModerationMeetingHeld' | 'CriterionModerated' | 'CriterionNotAgreed' | 'ModerationConcluded'>,
): EvaluationCommand {
  const chair = personOf(event.by) ?? ''
  switch (event.type) {
    case 'ModerationMeetingHeld':
      return { type: 'HoldMeeting', chair, ...event.data }
    case 'CriterionModerated':
      return { type: 'ModerateCriterion', chair, ...event.data }
    case 'CriterionNotAgreed':
      return { type: 'LeaveToMedian', chair, ...event.data }
    case 'ModerationConcluded':
      return { type: 'ConcludeModeration', chair }
  }
}
