import { expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { flagsDue } from '../../../domain/conflict/chase.ts'
import type { ConflictEvent } from '../../../domain/conflict/conflict.ts'
import { calendarDays } from '../../../domain/time/deadline.ts'
import { openWait } from '../../../domain/wait/decide.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'
import { audiences, rowIn } from '../../../functions/store/audiences.ts'
import { rowsOf } from '../../../functions/store/rows.ts'
import { caseIn, START } from '../../domain/case-in.ts'
import { following } from '../../domain/story.ts'

/** Ann, who takes no part in the draw, is flagged while the case waits for something. */
const flagged = (stage: 'panel-formation' | 'specification', wait: WaitName) => {
  const before = caseIn(stage)
  const checked: ConflictEvent = {
    type: 'ConflictsChecked',
    data: {
      occasion: 'register',
      register: '1-a',
      results: { ann: { result: 'flagged', findings: [{ rule: 'flag-gift', evidence: 'A dinner.' }] } },
    },
  }
  return following(before, [openWait(before, wait, START, calendarDays(60)), checked], START)
}

/** The rows of what the secretariat is asked. */
const askedOf = (theCase: Case) =>
  rowsOf(theCase)
    .filter(({ pk }) => pk === 'LIST#programme-manager')
    .map((row) => ({ sk: row.sk, ...rowIn(audiences.waiting({ kind: 'programme-manager' }), row) }))

test('whoever is asked to rule for the stage, and on somebody else, has one task, due when the first of both is', () => {
  const theCase = flagged('panel-formation', 'adjudication')
  const asked = askedOf(theCase)
  const { dueAt = '' } = flagsDue(theCase) ?? {}
  expect(asked.map(({ sk, wait, dueAt }) => [sk, wait, dueAt])).toEqual([
    [`${dueAt}#${theCase.id}`, 'adjudication', dueAt],
  ])
  expect(dueAt < (theCase.life.wait?.dueAt ?? '')).toBe(true)
})

test('a flag in the midst of another stage is a task of its own', () => {
  const asked = askedOf(flagged('specification', 'specification'))
  expect(asked.map(({ sk, wait }) => [sk.endsWith('#flags'), wait])).toEqual([[true, 'adjudication']])
})
