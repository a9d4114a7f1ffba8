import { expect, test } from 'vitest'
import { checkBefore } from '../../../domain/conflict/check-before.ts'
import { defaultRuleBook } from '../../../domain/rule-book/rule-book.ts'
import { entry, matterIn, tied, today } from './locality.ts'

const theCase = { ruleBook: defaultRuleBook }
const check = (
  interests: ReturnType<typeof tied>[],
  { self = false, premises = '', declaredAt = '2026-01-01T00:00:00.000Z' } = {},
) => {
  const ann = entry('ann', interests, { declaredAt })
  const matter = matterIn({ entries: [ann], premises })
  return checkBefore(theCase, { person: 'ann', practiceId: 'ashlarke', entry: ann }, matter, { at: today, self })
}

test('a practice learns how a nomination would stand, and nothing of what was declared (requirements §4)', () => {
  const checked = check([tied('hearthlight', 'director', { detail: 'A secret.' })])
  expect(checked).toEqual({ result: 'barred', because: [], mustDeclare: false, register: '7-abc' })
  const same = check([tied('northmere', 'owner')])
  expect(same).toEqual(checked)
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
