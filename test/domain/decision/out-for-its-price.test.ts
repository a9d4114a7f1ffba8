import { describe, expect, it } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { letterPaper } from '../../../domain/decision/letter-paper.ts'
import { decisionRecordPaper } from '../../../domain/decision-record/paper.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import { decideEvaluation, type EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import type { OpenedDocument } from '../../../domain/tender/document.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
import { price } from '../evaluation/price.ts'
import { excludedByTwo, given, opened, scoredBy, scoring, stepped, tendered } from '../evaluation/scored.ts'
import { following } from '../story.ts'
import { announced, confirmed, stepped as decided } from './ranked.ts'

const TENDERS = ['harbour', 'meadow', 'ridge']
const scored = (): Case =>
  (['CloseScoring', 'CloseModeration'] as const).reduce(
    (so, type) => stepped(so, { type, attempt: 6 }),
    members.reduce(
      (before, member) =>
        TENDERS.reduce(
          (so, tender) => scoredBy(so, member, tender, tender === 'harbour' ? given(2, 4) : given(4, 3)),
          before,
        ),
      scoring(tendered(Object.fromEntries(TENDERS.map((tender) => [tender, opened()])))),
    ),
  )
const found = { harbour: price(1_000), meadow: price(300_000), ridge: price(290_000) }
const unread = {
  id: '0'.repeat(32),
  name: 'Plan for Riverside.pdf',
  outcome: 'failed' as const,
  reason: 'It is malware.',
}
const priced = (
  harbour: typeof found.harbour | { reason: string } | (typeof found.harbour & { documents: OpenedDocument[] }),
): Case => stepped(scored(), { type: 'OpenPrices', attempt: 6, prices: { ...found, harbour } })

const disregarded = (): Case => {
  const commands: EvaluationCommand[] = [
    { type: 'ExplainPrice', organisationId: 'harbour', text: 'We hope for gifts.' },
    {
      ...{ type: 'JudgePrice', chair: CHAIR, organisationId: 'harbour', outcome: 'disregarded' },
      ...{ reasons: 'Gifts pay no staff.', present: members },
    },
  ]
  return commands.reduce(
    (so, command) => following(so, decideEvaluation(so, command, on(START)), START),
    priced(found.harbour),
  )
}

/** Harbour is out; the letters are written. */
function toldOf(theCase: Case): Case {
  const placed = stepped(theCase, { type: 'RankTenders', attempt: 6 })
  return announced(
    START,
    confirmed('award', following(placed, [{ type: 'StageEntered', data: { stage: 'decision', attempt: 7 } }], START)),
  )
}

function letterToHarbour(theCase: Case) {
  const letter = toldOf(theCase).letters?.['1#harbour']
  if (!letter) throw new Error('There is a letter.')
  return letter
}

describe('a tender that was scored, and is out for its price', () => {
  it.each([
    ['disregarded because it is too low', disregarded, 'Gifts pay no staff.'],
    [
      'excluded for what the opening of the prices found',
      () => excludedByTwo(priced({ reason: 'It cannot be decrypted.' })),
      'It cannot be decrypted.',
    ],
  ])('%s, is told its own scores with their reasons, and why it is not ranked (requirements §7)', (_, out, why) => {
    const letter = letterToHarbour(out())
    expect(letter.notCompliant.join()).toContain(why)
    expect(letter).not.toHaveProperty('place')
    expect(letter.placed).toBe(2)
    const { criteria = [], price: points, quality, total } = letter.own ?? {}
    expect(criteria.map(({ criterionId, score }) => [criterionId, score])).toEqual([
      ['quality', '2'],
      ['access', '4'],
    ])
    expect(criteria[0]?.reasons).toContain('Quality is 2')
    expect(points).toBeUndefined()
    expect(total).toBe(quality)
    const said = JSON.stringify(letterPaper(letter, { title: 'Counselling', announcedAt: START }))
    for (const heading of ['Why your tender was not ranked', 'Your scores', 'What would have scored more'])
      expect(said).toContain(heading)
  })

  it.each([
    ['what the panel wrote of its explanation', disregarded, 'Gifts pay no staff.', 'its price is very low'],
    [
      'what its documents are called, or what was ruled on them',
      () => excludedByTwo(priced({ ...found.harbour, documents: [unread] })),
      'Riverside',
      'Every document can be read',
    ],
  ])('is on the public record with what it did not satisfy, without %s', (_, out, secret, said) => {
    const told = toldOf(out())
    expect(JSON.stringify(told.letters?.['1#harbour'])).toContain(secret)
    const record = viewDecisionRecord(decided(told, 'MakeAward', '2026-02-01T00:00:00.000Z'))
    expect(record.notRanked).toEqual([{ organisationId: 'harbour', reasons: [expect.stringContaining(said)] }])
    expect(JSON.stringify([record, decisionRecordPaper(record, (id) => id)])).not.toContain(secret)
  })
})
