import { expect, test } from 'vitest'
import { flagsDue } from '../../../domain/conflict/chase.ts'
import type { ConflictEvent } from '../../../domain/conflict/conflict.ts'
import { calendarDays } from '../../../domain/time/deadline.ts'
import { openWait } from '../../../domain/wait/decide.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'
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

test('whoever is asked to rule for the stage, and on somebody else, has one task, due when the first of both is', () => {
  const theCase = flagged('panel-formation', 'adjudication')
  const asked = rowsOf(theCase).filter(({ pk }) => pk === 'LIST#programme-manager')
  const { dueAt = '' } = flagsDue(theCase) ?? {}
  expect(asked.map(({ sk, body }) => [sk, body['wait'], body['dueAt']])).toEqual([
    [`${dueAt}#${theCase.id}`, 'adjudication', dueAt],
  ])
  expect(dueAt < (theCase.life.wait?.dueAt ?? '')).toBe(true)
})

test('a flag in the midst of another stage is a task of its own', () => {
  const asked = rowsOf(flagged('specification', 'specification')).filter(({ pk }) => pk === 'LIST#programme-manager')
  expect(asked.map(({ sk, body }) => [sk.endsWith('#flags'), body['wait']])).toEqual([[true, 'adjudication']])
})
