import { describe, expect, test } from 'vitest'
import { areaNames } from '../../../domain/proposal/areas.ts'
import { interestKinds } from '../../../domain/register/declaration.ts'
import { sampleLocality } from '../../../local/sample/sample-locality.ts'

const now = '2026-01-05T09:00:00.000Z'
const { people, practices, organisations, interests } = sampleLocality(now)
const organisationIds = new Set(organisations.map(({ id }) => id))
const personIds = new Set(people.map(({ id }) => id))
const withRole = (role: string) => people.filter(({ roles }) => roles.some((one) => one === role))

describe('the sample locality', () => {
  test('has 19 practices, each with a list size, a GP and a practice manager', () => {
    expect(practices).toHaveLength(19)
    for (const { id } of practices) {
      const professions = people.filter(({ practiceId }) => practiceId === id).map(({ profession }) => profession)
      expect(professions, id).toEqual(expect.arrayContaining(['gp', 'practice-manager']))
      expect(organisationIds, id).toContain(id)
    }
  })

  test('has about 60 people, each once, in every role', () => {
    expect(people.length).toBeGreaterThanOrEqual(58)
    expect(people.length).toBeLessThanOrEqual(65)
    expect(personIds.size).toBe(people.length)
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
    expect(withRole('programme-manager')).toHaveLength(1)
    expect(withRole('deputy-programme-manager')).toHaveLength(1)
    expect(withRole('approver')).toHaveLength(2)
    expect(withRole('observer')).toHaveLength(1)
    expect(withRole('auditor')).toHaveLength(1)
  })

  test('has five providers with two users each, and two federations owned by practices', () => {
    const providers = organisations.filter(({ kind }) => kind === 'provider')
    expect(providers).toHaveLength(5)
    for (const { id } of providers) {
      expect(withRole('provider').filter(({ organisationId }) => organisationId === id)).toHaveLength(2)
    }
    const federations = organisations.filter(({ kind }) => kind === 'federation')
    expect(federations).toHaveLength(2)
    for (const { id } of federations) {
      const shares = organisations.flatMap(({ kind, owns }) =>
        kind === 'practice' ? owns.filter(({ organisationId }) => organisationId === id) : [],
      )
      expect(shares.reduce((sum, { basisPoints }) => sum + basisPoints, 0)).toBe(10_000)
    }
  })

  test('refers only to people, organisations and areas that there are', () => {
    for (const { owns, areas } of organisations) {
      for (const { organisationId } of owns) expect(organisationIds).toContain(organisationId)
      for (const area of areas) expect(areaNames).toContain(area)
    }
    for (const { personId, organisationId } of interests) {
      expect(personIds).toContain(personId)
      // One is written as a person would who does not find it in the list.
      if (organisationId !== 'Wayside Well-being Coop') expect(organisationIds).toContain(organisationId)
    }
  })

  test('gives nobody more than the whole of an organisation', () => {
    for (const { id } of organisations) {
      const owned = organisations.flatMap(({ owns }) => owns.filter(({ organisationId }) => organisationId === id))
      expect(
        owned.reduce((sum, { basisPoints }) => sum + basisPoints, 0),
        id,
      ).toBeLessThanOrEqual(10_000)
    }
  })

  test('holds every kind of interest, and a tie that ended within 24 months and one before', () => {
    const kinds = new Set(interests.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual([...interestKinds].sort())
    const ended = interests.flatMap(({ endedOn }) => endedOn ?? [])
    expect(ended.some((date) => date > '2024-01-05')).toBe(true)
    expect(ended.some((date) => date < '2024-01-05')).toBe(true)
  })

  test('leaves a pool that a panel can be drawn from: enough GPs, managers and some with experience', () => {
    const interested = new Set(interests.map(({ personId }) => personId))
    const free = withRole('practice').filter(({ id }) => !interested.has(id))
    expect(new Set(free.map(({ practiceId }) => practiceId)).size).toBeGreaterThanOrEqual(15)
    const recent = free.filter(({ panelsFormedOn }) => panelsFormedOn.some((date) => date > '2025-01-05'))
    expect(recent.length).toBeGreaterThanOrEqual(3)
    expect(recent.length).toBeLessThan(free.length / 3)
  })

  test('moves its dates with the day it is made', () => {
    const later = sampleLocality('2027-03-01T12:00:00.000Z').people.flatMap(({ panelsFormedOn }) => panelsFormedOn)
    expect(later).toContain('2027-01-01')
  })
})
