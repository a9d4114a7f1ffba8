import { scoringHasClosed } from '../evaluation/evaluation.ts'
import { countedSheets } from '../evaluation/members.ts'
import { moderationOf } from '../evaluation/moderation.ts'
import { robustnessOf } from '../evaluation/robustness/robustness.ts'
import { viewRanking } from '../evaluation/view.ts'
import { decided } from './decision-parts.ts'
import type { Disclosed, Part } from './part.ts'
import type { Round } from './rounds.ts'
import { compliance, fewTenders, lowPriceQuestions, openedTenders } from './tender-parts.ts'

/** Every sheet of the round. Where it was sent back while members scored, none counted; they are disclosed all the same. */
function scores({ theCase }: Disclosed): Part[] {
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
}

function moderation({ theCase }: Disclosed): Part[] {
  const { evaluation } = theCase
  if (!scoringHasClosed(evaluation)) return []
  const { moderated, notAgreed, open } = moderationOf(theCase)
  const { toModerate, meetings } = evaluation
  return [
    {
      path: 'moderation.json',
      what: 'Which scores spread too far, each meeting with its agenda and who was there, what the panel agreed and why, with what was recorded first and why it was corrected, and where the median stands',
      data: {
        toModerate,
        meetings,
        moderated,
        notAgreed: [...notAgreed, ...open.map(({ organisationId, criterionId }) => ({ organisationId, criterionId }))],
        all: evaluation.moderated,
        ...('medians' in evaluation && { medians: evaluation.medians }),
      },
    },
  ]
}

const prices = ({ theCase: { evaluation } }: Disclosed): Part[] =>
  evaluation && 'prices' in evaluation
    ? [{ path: 'prices.json', what: 'The prices as they were opened', data: evaluation.prices }]
    : []

const ranking = ({ theCase }: Disclosed): Part[] =>
  theCase.evaluation?.status === 'ranked'
    ? [
        {
          path: 'ranking.json',
          what: 'The ranking, with the terms of every total',
          data: { ...viewRanking(theCase), robustness: robustnessOf(theCase) },
        },
      ]
    : []

/** What is disclosed of one round: how it was judged and decided. */
export const partsOfRound = (round: Round | undefined): ((disclosed: Disclosed) => Part[])[] => [
  ...(round ? [openedTenders, fewTenders] : []),
  ...(round?.evaluated ? [compliance, scores, moderation, prices, ranking, lowPriceQuestions] : []),
  ...(round?.decided ? [decided] : []),
]
