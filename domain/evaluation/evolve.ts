import type { Recorded } from '../case/event.ts'
import { type Compliance, undecided } from '../compliance/compliance.ts'
import { putOut } from '../conflict/put-out.ts'
import {
  type AfterScoring,
  type At,
  type Evaluation,
  isMatter,
  type Matter,
  type Moderated,
  type OpenedPrice,
  type ScoreSheet,
  sheetKey,
} from './evaluation.ts'
import { numberIn } from './lot.ts'
import type { LowPrice } from './low-price.ts'

/** @param compliance as the event leaves it */
export function evolveEvaluation(
  evaluation: Evaluation | undefined,
  event: Recorded,
  compliance: Compliance | undefined,
): Evaluation | undefined {
  // Each entry into the stage is an evaluation of its own; what was scored before stays on the record.
  if (event.type === 'StageEntered' && event.data.stage === 'evaluation')
    return { status: 'due', round: (evaluation?.round ?? 0) + 1 }
  if (!evaluation) return evaluation
  switch (event.type) {
    // What was scored in an earlier round says nothing of these tenders.
    case 'FewTendersDecided':
      return { status: 'due', round: evaluation.round }
    case 'BiddersChecked':
      return { ...evaluation, checkedAt: event.at }
    case 'DeclarationRenewed':
      return { ...evaluation, declared: { ...evaluation.declared, [event.data.person]: event.at } }
    case 'ComplianceChecked': {
      const { findings } = event.data
      const tenders = findings.filter(({ reasons }) => reasons.length === 0).map(({ organisationId }) => organisationId)
      return { ...evaluation, status: 'compliance checked', findings, tenders }
    }
    case 'ComplianceRaised':
      return evaluation.status === 'scoring' ? backToCompliance(evaluation) : evaluation
    case 'ScoringOpened':
      return evaluation.status === 'compliance checked'
        ? { ...evaluation, status: 'scoring', submitted: evaluation.submitted ?? {} }
        : evaluation
    case 'ScoresSubmitted': {
      if (evaluation.status !== 'scoring') return evaluation
      const { member, organisationId } = event.data
      const before = evaluation.submitted[member] ?? []
      return { ...evaluation, submitted: { ...evaluation.submitted, [member]: [...before, organisationId].sort() } }
    }
    case 'ScoringClosed': {
      if (evaluation.status !== 'scoring') return evaluation
      const { round: _, ...closed } = event.data
      return {
        ...evaluation,
        status: 'moderating',
        scoredAt: event.at,
        ...closed,
        meetings: [],
        moderated: [],
        notAgreed: [],
      }
    }
    case 'ModerationMeetingHeld':
      return evaluation.status === 'moderating'
        ? { ...evaluation, meetings: [...evaluation.meetings, { ...event.data, recordedAt: event.at }] }
        : evaluation
    // A discussion takes the place of one that no longer stands, and a correction that of what it corrects.
    case 'CriterionModerated': {
      if (evaluation.status !== 'moderating') return evaluation
      const { concludedAt: _, ...others } = { ...evaluation, ...withoutMatter(evaluation, event.data) }
      const agreed = { ...event.data, at: event.at, ...whatItCorrects(evaluation, event.data) }
      return { ...others, moderated: [...others.moderated, agreed] }
    }
    case 'CriterionNotAgreed': {
      if (evaluation.status !== 'moderating') return evaluation
      const { concludedAt: _, ...others } = { ...evaluation, ...withoutMatter(evaluation, event.data) }
      const left = { ...event.data, at: event.at, ...whatItCorrects(evaluation, event.data) }
      return { ...others, notAgreed: [...others.notAgreed, left] }
    }
    case 'ModerationConcluded':
      return evaluation.status === 'moderating' ? { ...evaluation, concludedAt: event.at } : evaluation
    case 'ModerationClosed': {
      const { round: _, ...closed } = event.data
      return evaluation.status === 'moderating' ? { ...evaluation, status: 'moderated', ...closed } : evaluation
    }
    case 'PricesOpened':
      return evaluation.status === 'moderated'
        ? {
            ...evaluation,
            status: 'priced',
            prices: event.data.prices.map(withoutWhatWasInside),
            seed: event.data.seed,
            lowPrices: [],
          }
        : evaluation
    case 'PricesQueried':
      return evaluation.status === 'priced'
        ? { ...evaluation, lowPrices: event.data.prices.map((price) => ({ ...price, askedAt: event.at })) }
        : evaluation
    case 'PriceExplained': {
      const { organisationId, text } = event.data
      return ofLowPrice(evaluation, organisationId, { explanation: { text, at: event.at } })
    }
    case 'PriceJudged': {
      const { organisationId, ...judgement } = event.data
      return ofLowPrice(evaluation, organisationId, { judgement: { ...judgement, at: event.at } })
    }
    case 'TendersRanked': {
      if (evaluation.status !== 'priced') return evaluation
      const { ranking, counted } = event.data
      return { ...evaluation, status: 'ranked', ranking, rankedAt: event.at, counted, excludedSince: [] }
    }
    // What they ruled on is open again: which tenders are scored is not settled.
    case 'ConflictsChecked':
    case 'PersonBarred':
      return isReopened(evaluation, event, compliance) ? backToCompliance(evaluation) : evaluation
    case 'MemberExcluded': {
      if (isReopened(evaluation, event, compliance)) return backToCompliance(evaluation)
      // Prices are still sealed: what the member took part in agreeing is open again (requirements §4), and so is the moderation.
      if (evaluation.status === 'moderated') {
        const { medians: _, mediansOf: __, ...moderated } = evaluation
        return { ...moderated, status: 'moderating' }
      }
      if (evaluation.status === 'priced')
        return { ...evaluation, lowPrices: evaluation.lowPrices.map(judgedWithout(event)) }
      if (evaluation.status !== 'ranked') return evaluation
      const excluded = { person: event.data.person, at: event.at }
      return { ...evaluation, excludedSince: [...evaluation.excludedSince, excluded] }
    }
    default:
      return evaluation
  }
}

const isReopened = (
  evaluation: Evaluation,
  event: Recorded,
  compliance: Compliance | undefined,
): evaluation is At<'compliance checked' | 'scoring'> =>
  (evaluation.status === 'compliance checked' || evaluation.status === 'scoring') &&
  putOut(event).length > 0 &&
  undecided(compliance).length > 0

/** Takes the evaluation back to compliance. Scores that are in stand; in the end every tender that complies is scored. */
function backToCompliance(before: At<'compliance checked' | 'scoring'>): Evaluation {
  const { status, findings: _, tenders, ...rest } = before
  return { ...rest, status: 'due', ...(status === 'scoring' && { scoredBefore: tenders }) }
}

/** A decision on a low price that an excluded member took part in counts no more: the panel decides again (requirements §4). */
const judgedWithout =
  ({ data: { person }, at }: Extract<Recorded, { type: 'MemberExcluded' }>) =>
  ({ judgement, ...price }: LowPrice): LowPrice =>
    judgement?.present.includes(person)
      ? { ...price, setAside: [...(price.setAside ?? []), { ...judgement, setAsideAt: at }] }
      : { ...price, ...(judgement && { judgement }) }

/** Of all that was in an envelope only the number for the lot is carried along; the rest stands on the record. */
function withoutWhatWasInside(price: OpenedPrice) {
  if ('reason' in price) return price
  const { plaintext, ...rest } = price
  return { ...rest, number: numberIn(plaintext) }
}

function ofLowPrice(evaluation: Evaluation, organisationId: string, more: Partial<LowPrice>): Evaluation {
  if (evaluation.status !== 'priced') return evaluation
  const lowPrices = evaluation.lowPrices.map((one) =>
    one.organisationId === organisationId ? { ...one, ...more } : one,
  )
  return { ...evaluation, lowPrices }
}

function withoutMatter({ moderated, notAgreed }: AfterScoring, matter: Matter) {
  const same = isMatter(matter)
  return { moderated: moderated.filter((one) => !same(one)), notAgreed: notAgreed.filter((one) => !same(one)) }
}

/** What was recorded first is kept beside its correction. */
function whatItCorrects(
  { moderated, notAgreed }: AfterScoring,
  data: Pick<Moderated, 'organisationId' | 'criterionId' | 'correction'>,
): Pick<Moderated, 'corrected'> {
  const before = [...moderated, ...notAgreed].find(isMatter(data))
  if (data.correction === undefined || !before) return {}
  const { corrected = [], ...first } = before
  return { corrected: [...corrected, first] }
}

export function evolveScoreSheets(
  sheets: Record<string, ScoreSheet> | undefined,
  event: Recorded,
): Record<string, ScoreSheet> | undefined {
  if (event.type !== 'ScoresSubmitted') return sheets
  return { ...sheets, [sheetKey(event.data)]: { ...event.data, submittedAt: event.at } }
}
