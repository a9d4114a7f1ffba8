import { expect, test } from 'vitest'
import { check } from '../../../../web/features/draw/recomputing/check.ts'
import { honest } from '../../../domain/panel-draw/fair-draw/honest.ts'

const { caseId, draw } = honest.terms
const shown = { caseId, draw, commitment: honest.commitment }
const nobody = { person: '', salt: '', commitment: '' }

test('the draw of the page is correct', () => expect(check(honest, nobody, shown).problems).toEqual([]))

test.each([
  ['case', { caseId: 'another' }, 'terms.caseId: it is of another case'],
  ['draw', { draw: 9 }, 'terms.draw: it is draw'],
  ['commitment', { commitment: 'b'.repeat(64) }, 'commitment: it is not the one that this page shows'],
])('a correct certificate of another %s is not', (_, other, problem) =>
  expect(check(honest, nobody, { ...shown, ...other }).problems.join()).toContain(problem),
)
