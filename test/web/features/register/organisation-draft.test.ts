import { expect, test } from 'vitest'
import { draftFrom, isTouched, movedIn, over } from '../../../../web/features/register/organisation-draft.ts'

const recorded = {
  ...{ id: 'bones', name: 'Bones', kind: 'provider' as const, aliases: ['The Bones'], areas: ['outpatients'] },
  ...{ owns: [{ organisationId: 'holding', basisPoints: 1_250 }], version: 'one' },
}
const begun = draftFrom(recorded)
const typed = { ...begun, typed: { ...begun.typed, name: 'Bones and Joints', reason: 'A letter.' } }

test('nothing has moved while the register says the same', () => {
  expect(isTouched(begun)).toBe(false)
  expect(isTouched(typed)).toBe(true)
  expect(movedIn(typed, draftFrom(recorded))).toEqual([])
})

test('what others changed is named, taken over where it was left alone, and never over what was typed', () => {
  const now = draftFrom({ ...recorded, name: 'Bones Ltd', owns: [], areas: ['diagnostics'], version: 'two' })
  expect(movedIn(typed, now)).toEqual([
    { field: 'name', alsoTyped: true },
    { field: 'owns', alsoTyped: false },
    { field: 'areas', alsoTyped: false },
  ])
  const merged = over(now, typed)
  expect(merged.over).toBe('two')
  expect(merged.typed).toEqual({ ...now.typed, name: 'Bones and Joints', reason: 'A letter.' })
  expect(movedIn(merged, now)).toEqual([])
})

test('the same change made by both is no quarrel', () => {
  const now = draftFrom({ ...recorded, name: 'Bones and Joints', version: 'two' })
  expect(movedIn(typed, now)).toEqual([{ field: 'name', alsoTyped: false }])
})

test('a new one is written over nothing', () => expect(draftFrom(undefined).over).toBe('new'))
