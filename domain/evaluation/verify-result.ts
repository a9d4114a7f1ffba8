import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as z from 'zod'
import type { Case, CaseState } from '../case/case.ts'
import type { Recorded } from '../case/event.ts'
import { evolve } from '../case/evolve.ts'
import { digest, GENESIS } from '../record/chain.ts'
import type { Export } from '../record/export.ts'
import { fromBase64, SALT_BYTES } from '../tender/envelope.ts'
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

/**
 * What the whole record shows of its results: that each price is what its bidder had sealed by the deadline, as the receipt's
 * hash says; that the lot is drawn from all of their numbers; and that scores, prices and lot make the ranking. The events
 * must make a case, and none of them be erased.
 */
export function resultProblems({ caseId, events }: Pick<Export, 'caseId' | 'events'>): string[] {
  const receipts = new Map<string, string>()
  const problems: string[] = []
  let state: CaseState | undefined
  for (const { entry, payload } of events) {
    const data = payload?.data
    const found = (...some: string[]) =>
      problems.push(...some.map((problem) => `event ${entry.sequence} (${entry.type}): ${problem}`))
    if (entry.type === 'TenderSubmitted') {
      const { organisationId, price } = submittedSchema.parse(data)
      receipts.set(organisationId, price.contentSha256)
    }
    if (entry.type === 'PricesOpened') found(...priceProblems(openedSchema.parse(data), receipts))
    if (entry.type === 'TendersRanked' && state && !isRankedSo({ ...state, id: caseId, head: GENESIS }, data))
      found('the scores, the prices and the lot do not make this ranking')
    state = evolve(state, { type: entry.type, data, at: entry.at, by: entry.by } as Recorded)
  }
  return problems
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
