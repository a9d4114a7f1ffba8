import type { Case } from '../case/case.ts'
import type { Decision, Recommendation } from '../decision/decision.ts'
import type { Names } from '../decision-record/in-words.ts'
import { checked, few, proposed } from '../decision-record/paper.ts'
import {
  excludedSince,
  moderated,
  ranked,
  robust,
  ruledByExcludedBlocks,
} from '../decision-record/paper-of-the-result.ts'
import { publicConflicts, publicProposal } from '../decision-record/public-parts.ts'
import { viewResult } from '../decision-record/record.ts'
import { lowPricesOf } from '../evaluation/low-price.ts'
import { pounds } from '../evaluation/pounds.ts'
import { considerRulings, ruledByExcluded } from '../evaluation/ruled-by-excluded.ts'
import { type Block, heading, list, words } from '../paper/paper.ts'
import { happened } from '../time/deadline.ts'
import { tookPart } from '../vote/count.ts'

type Recommended = Extract<Decision, { recommendation: Recommendation }>

/** What the panel recommends and why, and everything that it had before it. */
export function recommendationBlocks(theCase: Case, decision: Recommended, names: Names): Block[] {
  const result = viewResult(theCase)
  return [
    ...recommended(decision, names),
    ...few(result),
    ...ranked(result, names),
    ...moderated(result, names),
    ...lowPrices(theCase, names),
    ...robust(result, names),
    ...excludedSince(result, names),
    ...rulings(theCase, names),
    ...checked({ conflicts: publicConflicts(theCase) }),
    ...approvedBySomebodyOut(theCase),
    ...proposed({ proposal: publicProposal(theCase) }, names),
  ]
}

function recommended({ recommendation, reasons, vote, returned }: Recommended, names: Names): Block[] {
  const what =
    recommendation.outcome === 'award'
      ? `The panel recommends to award the contract to ${names(recommendation.organisationId)}.`
      : recommendation.outcome === 'no award'
        ? 'The panel recommends to award no contract.'
        : 'The panel recommends to tender again.'
  return [
    heading('What the panel recommends'),
    words(what),
    ...(reasons.length > 0 ? [words('Its reasons:'), ...list([...new Set(reasons)])] : []),
    ...list(
      vote.rounds.map(({ tally, countedAt }) => {
        const given = Object.entries(tally.votes).map(([option, count]) => `${option} ${count}`)
        return `${happened(countedAt)}: ${tookPart(tally)} of ${tally.members} took part: ${given.join(', ')}`
      }),
    ),
    ...(returned.length > 0 ? [words('It was before the panel already, and came back:')] : []),
    ...list(returned.map(({ reasons: why, at }) => `${happened(at)}: ${why}`)),
  ]
}

/** An explanation can hold what its bidder keeps to itself: it is for the panel and the approver. */
function lowPrices({ evaluation }: Case, names: Names): Block[] {
  const asked = lowPricesOf(evaluation)
  if (asked.length === 0) return []
  return [
    heading('Very low prices'),
    ...list(
      asked.map(({ organisationId, pence, explanation, judgement }) => {
        const said = explanation ? `It explained: ${explanation.text}` : 'It did not explain it.'
        const decided = judgement ? `The panel decided: ${judgement.outcome}. ${judgement.reasons}` : ''
        return `${names(organisationId)}, ${pounds(pence)}. ${said} ${decided}`.trim()
      }),
    ),
  ]
}

/** By name: whoever decides must be able to ask what the ruling rested on. */
function rulings(theCase: Case, names: Names): Block[] {
  const all = ruledByExcluded(theCase)
  if (all.length === 0) return []
  return [...ruledByExcludedBlocks(all, names, ({ people }) => people.map(names).join(', ')), words(considerRulings)]
}

function approvedBySomebodyOut({ businessCase }: Case): Block[] {
  if (businessCase?.status !== 'approved' || businessCase.excludedAt === undefined) return []
  return [
    words(
      `The approver who approved the business case was excluded for a conflict of interest, ${happened(businessCase.excludedAt)}. The tender had been published by then. Consider whether the business case stands, before you confirm.`,
    ),
  ]
}
