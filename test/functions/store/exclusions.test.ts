import { expect, test } from 'vitest'
import type { CaseState } from '../../../domain/case/case.ts'
import { exclusionChanges, UNTOLD } from '../../../functions/store/exclusions.ts'
import { checked, committed } from '../../domain/panel-draw/drawing.ts'

/** A case in which Ann is barred, at this stage of its proposal. */
function barring(status: 'submitted' | 'accepted'): CaseState {
  const theCase = checked()
  const findings = [{ rule: 'bar-this-case' as const, evidence: 'Declared: is a director of Bones.' }]
  return {
    ...theCase,
    proposal: { ...theCase.proposal, status } as CaseState['proposal'],
    conflicts: { register: '1-a', checkedAt: committed, standings: { ann: { status: 'barred', findings } } },
  }
}

test('whoever is locked out of a proposal that is not public is not told, which would be to be told of it', () => {
  expect(exclusionChanges(undefined, barring('submitted'))).toEqual([{ person: 'ann', reason: UNTOLD }])
})

test('and is told once it is accepted', () => {
  const told = [{ person: 'ann', reason: 'Declared: is a director of Bones. (bar-this-case)' }]
  expect(exclusionChanges(barring('submitted'), barring('accepted'))).toEqual(told)
  expect(exclusionChanges(barring('accepted'), barring('accepted'))).toEqual([])
})
