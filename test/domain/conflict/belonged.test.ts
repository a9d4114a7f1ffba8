import { describe, expect, test } from 'vitest'
import { checkConflicts } from '../../../domain/conflict/check.ts'
import { changesOfWorks } from '../../../domain/conflict/employment.ts'
import type { NamedInTender } from '../../../domain/conflict/matter.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { decideRegister } from '../../../domain/register/decide.ts'
import type { Interest, RegisterEntry } from '../../../domain/register/declaration.ts'
import { evolveEntry } from '../../../domain/register/register.ts'
import { entryName } from '../../../domain/register/strike.ts'
import { refusedWith } from '../story.ts'
import { entry, matterIn, organisations, tied, today } from './locality.ts'

/** Where the register of people said that somebody belonged counts as a tie that ended, whatever they declare (requirements §4). */

const named: NamedInTender[] = [{ organisationId: 'bones', as: 'bidder' }]
const leftOn = (day: string, from = 'bones', more: Partial<RegisterEntry> = {}): RegisterEntry =>
  evolveEntry(
    entry('ann', [], more),
    { type: 'BelongingChanged', data: { person: 'ann', began: [], ended: [from] } },
    `${day}T09:00:00.000Z`,
  )
const look = (held: RegisterEntry, { at = today, works = [] as string[], facts = {} } = {}) => {
  const matter = { ...matterIn({ entries: [held], named }), at, works: new Map([['ann', works]]) }
  const { result, findings } = checkConflicts('ann', { practiceId: 'ashlarke', ...facts }, matter)
  return { result, rules: findings.map(({ rule }) => rule) }
}
const barred = { result: 'barred', rules: ['bar-ended-tie'] }
const clear = { result: 'clear', rules: [] }

describe('who left a bidder', () => {
  test.each([
    ['yesterday', '2026-06-14', barred],
    ['to the day 24 months ago', '2024-06-15', barred],
    ['a day longer ago', '2024-06-14', clear],
  ])('%s', (_, day, expected) => expect(look(leftOn(day))).toEqual(expected))

  test.each<[string, Interest[]]>([
    ['nothing', []],
    ['that it ended long ago', [tied('bones', 'employee', { endedOn: '2010-01-01' })]],
    ['that they owned little of it', [tied('bones', 'owner', { basisPoints: 1 })]],
  ])('and declares %s, is barred all the same', (_, interests) => {
    const declaration = interests.length > 0 ? { kind: 'interests' as const, interests } : undefined
    expect(look(leftOn('2026-06-14', 'bones', declaration && { declaration }))).toMatchObject({ result: 'barred' })
    expect(look(leftOn('2026-06-14'), { facts: declaration && { declaration } })).toMatchObject({ result: 'barred' })
  })

  test('and belongs to it again, or says so, is told of it once', () => {
    const current = { result: 'barred', rules: ['bar-this-case'] }
    expect(look(leftOn('2026-06-14'), { works: ['bones'] })).toEqual(current)
    const declaration = { kind: 'interests' as const, interests: [tied('bones', 'director')] }
    expect(look(leftOn('2026-06-14', 'bones', { declaration }))).toEqual(current)
  })

  test('twice, counts from the second time', () => {
    const again = { type: 'BelongingChanged' as const, data: { person: 'ann', began: [], ended: ['bones'] } }
    const held = evolveEntry(leftOn('2010-01-01'), again, '2026-06-14T09:00:00.000Z')
    expect(held.belonged).toHaveLength(1)
    expect(look(held)).toEqual(barred)
  })

  test('bars whoever names them as family, for as long', () => {
    const declaration = {
      ...{ kind: 'interests' as const, interests: [] },
      relations: [{ personId: 'ann', kind: 'family' as const }],
    }
    const bob = (day: string) =>
      checkConflicts('bob', { declaration }, matterIn({ entries: [leftOn(day)], named })).findings.map(
        ({ rule }) => rule,
      )
    expect(bob('2026-06-14')).toEqual(['bar-family'])
    expect(bob('2024-06-14')).toEqual([])
  })

  test('has an interest in it, decides nothing about it, and does not strike it out', () => {
    const held = leftOn('2026-06-14')
    const register = { organisations, entries: [held], works: new Map() }
    const [kept] = held.belonged ?? []
    const strike = (by: string) =>
      decideRegister(
        register,
        { type: 'StrikeInterest', person: 'ann', entry: kept ? entryName(kept) : '', reason: 'Never there.', by },
        today,
      )
    const bones = organisations.find(({ id }) => id === 'bones') as Organisation
    const rename = { organisation: { ...bones, name: 'Skeletons' }, over: '', reason: 'New.', by: 'ann' }
    expect(refusedWith(() => decideRegister(register, { type: 'RecordOrganisation', ...rename }, today))).toBe(
      'NotAllowed',
    )
    expect(refusedWith(() => strike('ann'))).toBe('NotAllowed')
    const [struck] = strike('pm')
    expect(look(struck ? evolveEntry(held, struck, today) : held)).toEqual(clear)
  })
})

describe('who belongs to a bidder', () => {
  const user = (...interests: Interest[]) => look(entry('ann', interests), { works: ['bones'] })
  const current = { result: 'barred', rules: ['bar-this-case'] }

  test('is its staff, whatever they declare of others', () => {
    expect(user()).toEqual(current)
    expect(user(tied('ashlarke', 'partner'), tied('northmere', 'gift'))).toMatchObject({ result: 'barred' })
  })

  test('is looked at as what they declare to be in it, and not as its staff besides', () => {
    expect(user(tied('bones', 'director'))).toEqual(current)
    // What bars less says nothing.
    expect(user(tied('bones', 'gift')).rules).toContain('bar-this-case')
  })
})

test('of the company’s staff who have left, nobody sits, and whoever decides decides on', () => {
  const held = leftOn('2026-06-14', 'company')
  expect(look(held)).toEqual(barred)
  expect(look(held, { facts: { officer: true } })).toEqual(clear)
})

test('what changed is where people belong whom the register of people knew before, in either way', () => {
  const ann = { id: 'ann', roles: ['practice' as const], practiceId: 'ashlarke' }
  const now = [
    { id: 'ann', roles: ['provider' as const], organisationId: 'bones' },
    { id: 'new', roles: ['provider' as const], organisationId: 'bones' },
    { id: 'pam', roles: ['auditor' as const] },
    { id: 'same', roles: ['practice' as const], practiceId: 'ashlarke' },
  ]
  const before = [ann, { id: 'pam', roles: ['programme-manager' as const] }, { ...ann, id: 'same' }]
  expect(changesOfWorks(before, now, organisations)).toEqual([
    { person: 'ann', began: ['bones'], ended: ['ashlarke'] },
    { person: 'pam', began: [], ended: ['company'] },
  ])
})
