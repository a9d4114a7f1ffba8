import { decided } from './decision-parts.ts'
import type { Disclosed, Part } from './part.ts'
import { moderation, ranking, scores } from './result-parts.ts'
import type { Round } from './rounds.ts'
import { compliance, fewTenders, lowPriceQuestions, openedTenders } from './tender-parts.ts'

const prices = ({ theCase: { evaluation } }: Disclosed): Part[] =>
  evaluation && 'prices' in evaluation
    ? [{ path: 'prices.json', what: 'The prices as they were opened', data: evaluation.prices }]
    : []

/** What is disclosed of one round: how it was judged and decided. */
export const partsOfRound = (round: Round | undefined): ((disclosed: Disclosed) => Part[])[] => [
  ...(round ? [openedTenders, fewTenders] : []),
  ...(round?.evaluated ? [compliance, scores, moderation, prices, ranking, lowPriceQuestions] : []),
  ...(round?.decided ? [decided] : []),
]
