import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Case, CaseState } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { withResult } from '../decision/rests-on.ts'
import { digest, GENESIS } from '../record/chain.ts'
import type { Export } from '../record/export.ts'
import { leftOf, replayLeft } from '../record/left.ts'
import { fromBase64, SALT_BYTES } from '../tender/envelope.ts'
import * as z from '../zod.ts'
import { lotSeed, numberIn } from './lot.ts'
import { rank } from './rank.ts'
import { firstOf } from './robustness/robustness.ts'
import { scoredTenders } from './scored-tenders.ts'
import { termsOf } from './view.ts'
import { asWithoutExcluded, rankingOf, winnerWithoutExcluded } from './without-excluded.ts'

const submittedSchema = z.object({ organisationId: z.string(), price: z.object({ contentSha256: z.string() }) })
const openedSchema = z.object({
  prices: z.array(
    z.object({ organisationId: z.string(), pence: z.int().optional(), plaintext: z.string().optional() }),
  ),
  seed: z.string(),
})
const rankedSchema = z.object({ ranking: z.unknown() })
const recommendedSchema = z.object({
  recommendation: z.object({ outcome: z.string(), organisationId: z.string().optional() }),
})
const total = z.object({ total: z.string() }).optional()
const letterSchema = z.object({
  letter: z.object({ organisationId: z.string(), winner: z.string().optional(), own: total, winners: total }),
})

/** What the ranking is reckoned from. */
const reckonedFrom: readonly (keyof CaseState)[] = [
  'ruleBook',
  'panel',
  'tender',
  'compliance',
  'evaluation',
  'scoreSheets',
]
/** What a decision and its letters rest on, besides. */
const decidedFrom: readonly (keyof CaseState)[] = [...reckonedFrom, 'decision']

/** What is wrong with the results of a record, and what could not be looked at because of what was erased. */
export interface ResultProblems {
  problems: string[]
  unchecked: string[]
}

/**
 * What a record shows of its results: that each price is what its bidder had sealed by the deadline, as the receipt's
 * hash says; that the lot is drawn from all of their numbers; that scores, prices and lot make the ranking; and that who is recommended
 * comes first in the result that the panel voted for, whose totals each letter quotes. Something that was erased elsewhere takes none
 * of this away; what rests on it is named.
 */
export function resultProblems({ caseId, events }: Pick<Export, 'caseId' | 'events'>): ResultProblems {
  const receipts = new Map<string, string>()
  const problems: string[] = []
  const without = (type: string) => events.some(({ entry, payload }) => entry.type === type && payload === null)
  const unchecked = events.flatMap(({ entry: { sequence, type }, payload }) =>
    payload === null && checkedTypes.includes(type) ? [`event ${sequence} (${type})`] : [],
  )
  replayLeft({ events }, (before, { type, data }, sequence) => {
    const found = (...some: string[]) =>
      problems.push(...some.map((problem) => `event ${sequence} (${type}): ${problem}`))
    if (type === 'TenderSubmitted') {
      const { organisationId, price } = submittedSchema.parse(data)
      receipts.set(organisationId, price.contentSha256)
    }
    if (type === 'PricesOpened') {
      if (without('TenderSubmitted')) unchecked.push(`event ${sequence} (${type})`)
      else found(...priceProblems(openedSchema.parse(data), receipts))
    }
    if (type === 'TendersRanked') {
      const state = leftOf(before, reckonedFrom)
      if (!state) unchecked.push(`event ${sequence} (${type})`)
      else if (!isRankedSo({ ...state, id: caseId, head: GENESIS }, data))
        found('the scores, the prices and the lot do not make this ranking')
    }
    if (type === 'RecommendationMade' || type === 'LetterWritten') {
      const state = leftOf(before, decidedFrom)
      if (!state) unchecked.push(`event ${sequence} (${type})`)
      else {
        const theCase = { ...state, id: caseId, head: GENESIS }
        found(
          ...(type === 'RecommendationMade' ? recommendationProblems(theCase, data) : letterProblems(theCase, data)),
        )
      }
    }
  })
  return { problems, unchecked }
}

const checkedTypes: readonly string[] = [
  'PricesOpened',
  'TendersRanked',
  'RecommendationMade',
  'LetterWritten',
] satisfies CaseEvent['type'][]

/** As the panel voted: who comes first in the ranking as it was made, or without the members excluded since. */
function recommendationProblems(theCase: Case, data: unknown): string[] {
  const { decision } = theCase
  const { outcome, organisationId } = recommendedSchema.parse(data).recommendation
  if (outcome !== 'award' || decision?.status !== 'voting') return []
  const { vote } = decision
  const option = vote.status === 'closed' && vote.result.kind === 'carried' ? vote.result.option : undefined
  const results: Record<string, Case> = { award: theCase, instead: asWithoutExcluded(theCase) }
  const result = option === undefined ? undefined : results[option]
  return [
    ...(vote.instead === winnerWithoutExcluded(theCase)
      ? []
      : ['the panel did not have the result without the members excluded since the ranking before it']),
    ...(result && firstOf(rankingOf(result)) === organisationId
      ? []
      : ['the award is not to the tender that comes first in the result that the panel voted for']),
  ]
}

/** In every total that a letter quotes of a ranked tender. */
function letterProblems(theCase: Case, data: unknown): string[] {
  const { organisationId, winner, own, winners } = letterSchema.parse(data).letter
  const ranking = rankingOf(withResult(theCase))
  const isOther = (id: string | undefined, quoted: { total: string } | undefined) => {
    const ranked = ranking.find((one) => one.organisationId === id)
    return ranked !== undefined && quoted !== undefined && quoted.total !== ranked.total
  }
  return isOther(organisationId, own) || isOther(winner, winners)
    ? [`the letter to ${organisationId} quotes another total than the result that the decision rests on has`]
    : []
}

function priceProblems(
  { prices, seed }: z.infer<typeof openedSchema>,
  receipts: ReadonlyMap<string, string>,
): string[] {
  const opened = prices.flatMap(({ organisationId, pence, plaintext }) =>
    plaintext === undefined ? [] : [{ organisationId, pence, plaintext, number: numberIn(plaintext) }],
  )
  const others = opened.flatMap(({ organisationId, pence, plaintext }) => {
    const bytes = fromBase64(plaintext)
    if (bytesToHex(sha256(bytes)) !== receipts.get(organisationId))
      return [`the price of ${organisationId} is not from what it had sealed: the hash on its receipt is another`]
    return penceIn(bytes) === pence ? [] : [`the price of ${organisationId} is not the one in its envelope`]
  })
  return lotSeed(opened) === seed ? others : [...others, 'the lot is not drawn from the numbers of the bidders']
}

const penceIn = (bytes: Uint8Array): unknown =>
  (JSON.parse(new TextDecoder().decode(bytes.subarray(SALT_BYTES))) as { pence?: unknown }).pence

function isRankedSo(before: Case, data: unknown): boolean {
  const { evaluation } = before
  if (evaluation?.status !== 'priced') return false
  const ranking = rank(termsOf(before), scoredTenders(before), evaluation.seed)
  return digest(ranking) === digest(rankedSchema.parse(data).ranking)
}
