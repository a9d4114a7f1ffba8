import type { Case } from '../../domain/case/case.ts'
import { type ScoreSheet, sheetKey } from '../../domain/evaluation/evaluation.ts'
import { spreadsTooFar } from '../../domain/evaluation/moderation.ts'
import { defaultRuleBook } from '../../domain/rule-book/rule-book.ts'
import { members as sitting } from '../../test/domain/case-in.ts'
import { opened, scoring, tendered } from '../../test/domain/evaluation/scored.ts'

const AT = '2026-01-05T09:00:00.000Z'
const named = (what: string, many: number) =>
  Array.from({ length: Math.max(0, many) }, (_, number) => `${what}-${String(number).padStart(2, '0')}`)

/** How large a tender is. */
export interface Many {
  tenders: number
  criteria: number
  members: number
}

const criteriaOf = (criteria: number) =>
  named('criterion', criteria).map((id) => ({
    ...{ id, title: id, question: '', guidance: '', weight: `70/${criteria}`, serves: 'quality' as const },
    scale: ['', '', '', '', '', ''],
  }))

/** A case that its members are scoring, whole. @param member one of them, by their identifier */
export function scoredCase(id: string, member: string, { tenders, criteria, members }: Many): Case {
  const openings = Object.fromEntries(named('bidder', tenders).map((bidder) => [bidder, opened()]))
  const { tender, ...theCase } = scoring(tendered(openings))
  if (tender?.status !== 'opened') throw new Error('Tenders that are scored have been opened.')
  const text = JSON.stringify({
    ...theCase,
    id,
    tender: { ...tender, terms: { ...tender.terms, criteria: criteriaOf(criteria) } },
  })
  const [first = '', last = '', more] = [sitting[0], sitting.at(-1), named('more', members - sitting.length)]
  return JSON.parse(text.replaceAll(`"${first}"`, `"${member}"`), (_, value) => asManyAs(value, last, more)) as Case
}

/** Wherever the last member is named, or has an entry, so have these. */
function asManyAs(value: unknown, last: string, more: readonly string[]): unknown {
  if (Array.isArray(value)) return value.includes(last) ? [...value, ...more] : value
  if (typeof value !== 'object' || value === null || !(last in value)) return value
  const { [last]: entry } = value as Record<string, unknown>
  return { ...value, ...Object.fromEntries(more.map((member) => [member, entry])) }
}

/** A case whose prices have just been opened, as far as the ranking reads it: so many tenders, criteria and members. */
export function pricedCase({ tenders, criteria, members }: Many): Case {
  const people = named('person', members)
  const bidders = named('bidder', tenders)
  const terms = criteriaOf(criteria)
  const sheets = bidders.flatMap((organisationId, tender) =>
    people.map((member, place): ScoreSheet => {
      // Spread about, by a rule that has no pattern the ranking could gain from.
      const given = (number: number) => (tender * 7 + place * 5 + number * 3 + ((tender * place) % 4)) % 6
      const scores = Object.fromEntries(terms.map(({ id }, number) => [id, { score: given(number), rationale: 'So.' }]))
      return { round: 1, member, organisationId, scores, submittedAt: AT }
    }),
  )
  const { moderateAboveSpread } = defaultRuleBook().evaluation
  const priced = {
    id: 'c000000000000',
    head: { sequence: 1, hash: '0'.repeat(64) },
    ruleBook: defaultRuleBook(),
    panel: { pseudonyms: {}, seats: Object.fromEntries(people.map((id) => [id, { status: 'accepted', at: AT }])) },
    tender: {
      status: 'opened',
      terms: { criteria: terms, priceShare: '30', priceFormula: { kind: 'lowest-over-price' } },
    },
    scoreSheets: Object.fromEntries(sheets.map((sheet) => [sheetKey(sheet), sheet])),
    evaluation: {
      ...{ status: 'ranked', round: 1, findings: [], tenders: bidders, finished: people, leftOut: [] },
      counted: { sitting: people, scoring: people },
      submitted: Object.fromEntries(people.map((id) => [id, bidders])),
      toModerate: spreadsTooFar(
        sheets,
        terms.map(({ id }) => id),
        moderateAboveSpread,
      ),
      ...{ meetings: [], moderated: [], notAgreed: [], medians: [], lowPrices: [], ranking: [], rankedAt: AT },
      prices: bidders.map((organisationId, tender) => ({ organisationId, pence: 90_000_000 + tender * 1_234_567 })),
      seed: { sequence: 1, hash: '0'.repeat(64) },
    },
  }
  return priced as unknown as Case
}
