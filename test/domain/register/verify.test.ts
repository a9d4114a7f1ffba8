import { describe, expect, test } from 'vitest'
import { chain, GENESIS } from '../../../domain/record/chain.ts'
import { REGISTER, type RegisterExport, registerExport } from '../../../domain/register/export.ts'
import type { RegisterEvent } from '../../../domain/register/register.ts'
import { isRegister, verifyRegister } from '../../../domain/register/verify.ts'

const nothing: RegisterEvent = {
  type: 'InterestsDeclared',
  data: { person: 'person-01', declaration: { kind: 'nothing to declare' } },
}
const struck: RegisterEvent = {
  type: 'InterestStruck',
  data: {
    ...{ person: 'person-02', reason: 'It was somebody of the same name.' },
    interest: { organisationId: 'talking', kind: 'director', detail: '', source: 'A newspaper' },
  },
}

/** Of five changes. */
function whole(): RegisterExport {
  let head = GENESIS
  const events = [nothing, struck, nothing, struck, nothing].map(({ type, data }, index) => {
    const payload = { salt: `salt-${index}`, data }
    const by = { person: 'person-48', as: 'programme-manager' as const }
    const entry = chain(head, { caseId: REGISTER, at: `2026-01-0${index + 1}T09:00:00.000Z`, by, type }, payload)
    head = { sequence: entry.sequence, hash: entry.hash }
    return { entry, payload }
  })
  return registerExport({ head, events })
}

function at({ events }: RegisterExport, index: number): RegisterExport['events'][number] {
  const found = events[index]
  if (!found) throw new Error(`There is no event at ${index}.`)
  return found
}

describe('the record of the register (requirements §4, §8)', () => {
  test('is intact as it was exported, and a head that somebody kept is found in it', () => {
    const kept = at(whole(), 2).entry
    expect(isRegister(whole())).toBe(true)
    expect(verifyRegister(whole(), { hash: kept.hash })).toMatchObject({ problems: [], events: 5 })
    expect(verifyRegister(whole(), { sequence: 3, hash: kept.hash }).problems).toEqual([])
    expect(verifyRegister(whole(), { hash: 'a'.repeat(64) }).problems[0]).toContain(
      'no event has the fingerprint that you gave',
    )
  })

  test.each<[string, (copy: RegisterExport) => unknown, string]>([
    [
      'an edit of what somebody declared',
      (copy) => Object.assign(at(copy, 1).payload ?? {}, { data: { ...struck.data, reason: 'None.' } }),
      'event 2 (InterestStruck): what it says was changed after it was recorded',
    ],
    [
      'an edit of when it was',
      (copy) => Object.assign(at(copy, 2).entry, { at: '2026-01-09T09:00:00.000Z' }),
      'event 3 (InterestsDeclared) was changed: its fingerprint does not fit it any more',
    ],
    ['a deletion', (copy) => copy.events.splice(2, 1), 'event 3 is missing'],
    [
      'an insertion',
      (copy) => copy.events.splice(3, 0, structuredClone(at(copy, 0))),
      'event 1 (InterestsDeclared) comes after event 3: it was moved or inserted',
    ],
    ['a reordering', (copy) => copy.events.splice(2, 2, at(copy, 3), at(copy, 2)), 'event 3 is missing'],
    ['a cut tail', (copy) => copy.events.pop(), 'the record ends at event 4'],
    [
      'a payload taken away',
      (copy) => Object.assign(at(copy, 3), { payload: null }),
      'event 4 (InterestStruck): what it said is missing',
    ],
  ])('%s is the first thing named', (_, edit, problem) => {
    const copy = whole()
    edit(copy)
    expect(verifyRegister(copy).problems[0]).toContain(problem)
  })

  test('a file that is cut, or something else, is told by what is wrong with it', () => {
    const { head: _, ...cut } = whole()
    expect(verifyRegister(cut).problems).toEqual([expect.stringContaining('head: ')])
    expect(isRegister({ ...whole(), format: 'redesign-panels/record/1' })).toBe(false)
    expect(isRegister(null)).toBe(false)
  })
})
