import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Case } from '../case/case.ts'
import { type RecordedAs, same, unless } from '../record/rule.ts'
import { fromBase64, SALT_BYTES } from '../tender/envelope.ts'
import { lotSeed, numberIn } from './lot.ts'
import { rank } from './rank.ts'
import { scoredTenders } from './scored-tenders.ts'
import { termsOf } from './view.ts'

/**
 * Whether each price is what its bidder had sealed by the deadline, as the receipt's hash says, and the lot is drawn from all of
 * their numbers.
 */
export function pricesProblems(
  { tender }: Pick<Case, 'tender'>,
  { prices, seed }: RecordedAs<'PricesOpened'>['data'],
): string[] {
  const receipts = tender && 'tenders' in tender ? tender.tenders : {}
  const opened = prices.flatMap((one) => ('plaintext' in one ? [{ ...one, number: numberIn(one.plaintext) }] : []))
  const others = opened.flatMap(({ organisationId, pence, plaintext }) => {
    const bytes = fromBase64(plaintext)
    if (bytesToHex(sha256(bytes)) !== receipts[organisationId]?.price.contentSha256)
      return [
        `the price of ${organisationId} is not from what it had sealed: the fingerprint on its receipt is another`,
      ]
    return penceIn(bytes) === pence ? [] : [`the price of ${organisationId} is not the one in its envelope`]
  })
  return lotSeed(opened) === seed ? others : [...others, 'the lot is not drawn from the numbers of the bidders']
}

const penceIn = (bytes: Uint8Array): unknown =>
  (JSON.parse(new TextDecoder().decode(bytes.subarray(SALT_BYTES))) as { pence?: unknown }).pence

/** Whether scores, prices and lot make the ranking. */
export function rankingProblems(before: Case, data: RecordedAs<'TendersRanked'>['data']): string[] {
  const { evaluation } = before
  const ranking = evaluation?.status === 'priced' && rank(termsOf(before), scoredTenders(before), evaluation.seed)
  return unless(ranking && same(ranking, data.ranking), 'the scores, the prices and the lot do not make this ranking')
}
