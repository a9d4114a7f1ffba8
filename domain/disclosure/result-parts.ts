import type { Case } from '../case/case.ts'
import { type AfterScoring, scoringHasClosed } from '../evaluation/evaluation.ts'
import { countedSheets, scorers } from '../evaluation/members.ts'
import { among, medians, moderationOf } from '../evaluation/moderation.ts'
import { robustnessOf } from '../evaluation/robustness/robustness.ts'
import { viewRanking } from '../evaluation/view.ts'
import { asItStands, excludedSinceRanking } from '../evaluation/without-excluded.ts'
import { seatOf } from '../panel/panel.ts'
import type { Disclosed, Part } from './part.ts'

/**
 * A part by the scores that stand. Where members were excluded since the ranking, the same as it was made with them stands beside it, in a
 * folder of its own.
 */
const byResult =
  (parts: (result: Case) => Part[]) =>
  ({ theCase }: Disclosed): Part[] => {
    if (excludedSinceRanking(theCase).length === 0) return parts(theCase)
    const before = parts(theCase)
    return [
      ...parts(asItStands(theCase)),
      ...before.map((part) => ({ ...part, path: `${AS_MADE}${part.path}`, what: `${asMade} ${part.what}` })),
    ]
  }

const AS_MADE = 'ranking-as-made/'
const asMade =
  'Not what the decision rests on: as the tenders were first ranked, with members who were excluded for a conflict of interest afterwards.'

/** Every sheet of the round. Where it was sent back while members scored, none counted; they are disclosed all the same. */
export const scores = byResult((theCase) => {
  const { evaluation, scoreSheets = {} } = theCase
  const counted = new Set(scoringHasClosed(evaluation) ? countedSheets(theCase) : [])
  const sheets = Object.values(scoreSheets)
    .filter(({ round }) => round === evaluation?.round)
    .map((sheet) => ({ ...sheet, counted: counted.has(sheet) }))
  if (!scoringHasClosed(evaluation) && sheets.length === 0) return []
  return [
    {
      path: 'scores.json',
      what: 'Every individual score with its rationale, and whether it counted',
      data: { sheets, leftOut: scoringHasClosed(evaluation) ? evaluation.leftOut : [] },
    },
  ]
})

export const moderation = byResult((theCase) => {
  const { evaluation } = theCase
  if (!scoringHasClosed(evaluation)) return []
  const { moderated, notAgreed, open } = moderationOf(theCase)
  const counting = scorers(theCase)
  return [
    {
      path: 'moderation.json',
      what: 'Which scores spread too far, each meeting with its agenda and who was there, what the panel agreed and why, with what was recorded first and why it was corrected, where the median stands, and of whose scores it is',
      data: {
        // As the scoring closed; and what of it was given by those whose scores count.
        toModerate: evaluation.toModerate.map((matter) => ({ ...matter, counting: among(matter.given, counting) })),
        meetings: evaluation.meetings,
        moderated,
        notAgreed: [...notAgreed, ...open.map(({ organisationId, criterionId }) => ({ organisationId, criterionId }))],
        all: evaluation.moderated,
        ...('medians' in evaluation && mediansOf(theCase, evaluation)),
      },
    },
  ]
})

/** As they count; and where somebody was excluded after moderation had closed, as they were recorded then, and who lies between. */
function mediansOf(theCase: Case, evaluation: Extract<AfterScoring, { medians: unknown }>) {
  const of = scorers(theCase)
  const { medians: values, mediansOf: then = of } = evaluation
  const now = medians(theCase, countedSheets(theCase))
  const excludedSince = then.filter((member) => !of.includes(member))
  return {
    medians: { of, values: now },
    ...(excludedSince.length > 0 && {
      mediansAtClose: { of: then, values },
      excludedSince: excludedSince.map((person) => {
        const seat = seatOf(theCase.panel, person)
        return { person, ...(seat?.status === 'excluded' && { reason: seat.reason, at: seat.at }) }
      }),
    }),
  }
}

export const ranking = byResult((theCase) =>
  theCase.evaluation?.status === 'ranked'
    ? [
        {
          path: 'ranking.json',
          what: 'The ranking, with the terms of every total',
          data: { ...viewRanking(theCase), robustness: robustnessOf(theCase) },
        },
      ]
    : [],
)
