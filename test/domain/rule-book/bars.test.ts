import { expect, test } from 'vitest'
import { newRuleBookSchema } from '../../../domain/rule-book/rule-book.ts'

test.each([
  ['ownership of everything counts as small', { conflict: { smallOwnershipBelow: 10_000 } }],
  ['a tie bars no longer on the day after', { conflict: { endedTiesBarForMonths: 0 } }],
  ['a draw is committed to while its randomness exists', { panel: { commitBefore: { count: 0, unit: 'hours' } } }],
])('no setting makes a bar or a draw into nothing: %s', (_, settings) =>
  expect(newRuleBookSchema.safeParse(settings).success).toBe(false),
)
