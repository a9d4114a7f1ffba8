import { expect, test } from 'vitest'
import { checkBefore } from '../../../domain/conflict/check-before.ts'
import { defaultRuleBook } from '../../../domain/rule-book/rule-book.ts'
import { entry, matterIn, tied, today } from './locality.ts'

const theCase = { ruleBook: defaultRuleBook() }
const check = (
  interests: ReturnType<typeof tied>[],
  { self = false, premises = '', declaredAt = '2026-01-01T00:00:00.000Z', version = '7-abc' } = {},
) => {
  const ann = entry('ann', interests, { declaredAt })
  const matter = { ...matterIn({ entries: [ann], premises }), register: version }
  return checkBefore(theCase, { person: 'ann', practiceId: 'ashlarke', entry: ann }, matter, { at: today, self })
}

test('a practice learns how a nomination would stand, and nothing of what was declared (requirements §4)', () => {
  const checked = check([tied('hearthlight', 'director', { detail: 'A secret.' })])
  expect(checked).toEqual({ result: 'barred', because: [], mustDeclare: false, checkedAt: today })
  const same = check([tied('northmere', 'owner')])
  expect(same).toEqual(checked)
  // Nor that somebody else has declared since, or entered something.
  expect(check([tied('northmere', 'owner')], { version: '8-def' })).toEqual(checked)
})

test('it learns what the proposal says of itself', () =>
  expect(check([], { premises: 'Ashlarke' })).toMatchObject({
    result: 'flagged',
    because: ["The proposal names the nominee's practice among the premises."],
  }))

test('the person sees all of it', () =>
  expect(check([tied('hearthlight', 'director')], { self: true }).because[0]).toContain('is a director of Hearthlight'))

test('an old declaration has to be renewed', () =>
  expect(check([], { declaredAt: '2025-01-01T00:00:00.000Z' }).mustDeclare).toBe(true))

test('who is barred in this case stays barred, by a ruling or by what they said before: nominating them would be refused', () => {
  const ann = entry('ann', [], { declaredAt: '2026-01-01T00:00:00.000Z' })
  const standing = (more: object) => ({
    ...theCase,
    conflicts: {
      ...{ register: '6-abc', checkedAt: today },
      standings: { ann: { status: 'barred' as const, findings: [], ...more } },
    },
  })
  const ruling = { findings: [], reasons: 'A tie to the bidder.', by: 'manager', at: today }
  const asked = { person: 'ann', practiceId: 'ashlarke', entry: ann }
  const by = { at: today, self: false }
  expect(checkBefore(standing({ ruling }), asked, matterIn({ entries: [ann] }), by).result).toBe('barred')
  // She no longer says that she is a director: the register keeps that she did, and nobody has struck it out.
  const tookBack = { ...ann, dropped: [tied('hearthlight', 'director')] }
  const kept = matterIn({ entries: [tookBack] })
  expect(checkBefore(standing({}), { ...asked, entry: tookBack }, kept, by).result).toBe('barred')
  expect(checkBefore(theCase, { ...asked, entry: tookBack }, kept, by).result).toBe('flagged')
})
