import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Case, CaseState } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { decisionChecks } from '../decision/verify-decision.ts'
import { digest, GENESIS } from '../record/chain.ts'
import type { Export } from '../record/export.ts'
import { leftOf, replayLeft } from '../record/left.ts'
import { fromBase64, SALT_BYTES } from '../tender/envelope.ts'
import * as z from '../zod.ts'
import { lotSeed, numberIn } from './lot.ts'
import { rank } from './rank.ts'
import { scoredTenders } from './scored-tenders.ts'
import { termsOf } from './view.ts'

const submittedSchema = z.object({ organisationId: z.string(), price: z.object({ contentSha256: z.string() }) })
const openedSchema = z.object({
  prices: z.array(
    z.object({ organisationId: z.string(), pence: z.int().optional(), plaintext: z.string().optional() }),
  ),
  seed: z.string(),
})
const rankedSchema = z.object({ ranking: z.unknown() })
/** What the ranking is reckoned from. */
const reckonedFrom: readonly (keyof CaseState)[] = [
  'ruleBook',
  'panel',
  'tender',
  'compliance',
  'evaluation',
  'scoreSheets',
]
/** What is wrong with the results of a record, and what could not be looked at because of what was erased. */
export interface ResultProblems {
  problems: string[]
  unchecked: string[]
}

/**
 * What a record shows of its results: that each price is what its bidder had sealed by the deadline, as the receipt's
 * hash says; that the lot is drawn from all of their numbers; that scores, prices and lot make the ranking; that the panel voted on the tender
 * that comes first by the scores that stand, its ballots were counted so, and who is recommended, and awarded to, is what they carried; and that
 * each letter quotes totals of that result. Something that was erased elsewhere takes none
 * of this away; what rests on it is named.
 */
export function resultProblems({ caseId, events }: Pick<Export, 'caseId' | 'events'>): ResultProblems {
  const receipts = new Map<string, string>()
  const problems: string[] = []
  const without = (type: string) => events.some(({ entry, payload }) => entry.type === type && payload === null)
  const unchecked = events.flatMap(({ entry: { sequence, type }, payload }) =>
    payload === null && checkedTypes.includes(type) ? [`event ${sequence} (${type})`] : [],
  )
  replayLeft({ events }, (before, { type, data, at }, sequence) => {
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
    const check = decisionChecks[type]
    if (check?.concerns(data)) {
      const state = leftOf(before, [...reckonedFrom, ...check.from])
      if (!state) unchecked.push(`event ${sequence} (${type})`)
      else found(...check.problems({ ...state, id: caseId, head: GENESIS }, data, at))
    }
  })
  return { problems, unchecked }
}

const checkedTypes: readonly string[] = [
  ...(['PricesOpened', 'TendersRanked'] satisfies CaseEvent['type'][]),
  ...Object.keys(decisionChecks),
]

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
