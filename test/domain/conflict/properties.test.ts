import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkConflicts } from '../../../domain/conflict/check.ts'
import type { PersonFacts } from '../../../domain/conflict/matter.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import type { Interest, RegisterEntry } from '../../../domain/register/declaration.ts'
import { keepingItsPast } from '../../../domain/register/organisation.ts'
import { anyInterest } from './any-interest.ts'
import { matterIn, tied } from './locality.ts'
import { runs } from './runs.ts'

/** What holds of the engine whatever the register says: random organisations that own one another in circles, random ties. */

const places = ['p1', 'p2', 'f', 'x', 'y', 'z', 'company'] as const
const kindOf: Record<string, Organisation['kind']> = {
  p1: 'practice',
  p2: 'practice',
  f: 'federation',
  company: 'company',
}
const place = fc.constantFrom(...places)

const ended = fc.constantFrom('2026-01-01', '2020-01-01')

const organisations = fc
  .tuple(
    fc.array(fc.tuple(place, place, fc.integer({ min: 1, max: 10_000 })), { maxLength: 10 }),
    fc.subarray(['x', 'y', 'z', 'p2', 'f']),
    fc.subarray(['x', 'y', 'z']),
    fc.array(fc.tuple(place, place, fc.integer({ min: 1, max: 10_000 }), ended), { maxLength: 2 }),
    fc.array(fc.tuple(place, ended), { maxLength: 2 }),
  )
  .map(([shares, provides, intends, sold, left]) =>
    places.map(
      (id): Organisation => ({
        ...{ id, name: `Organisation ${id}`, kind: kindOf[id] ?? 'provider', aliases: [] },
        owns: shares
          .filter(([owner]) => owner === id)
          .map(([, organisationId, basisPoints]) => ({ organisationId, basisPoints })),
        areas: provides.includes(id) ? ['mental-health'] : [],
        intends: intends.includes(id) ? ['mental-health'] : [],
        owned: sold
          .filter(([owner, owned]) => owner === id && owned !== id)
          .map(([, organisationId, basisPoints, endedOn]) => ({ organisationId, basisPoints, endedOn })),
        served: left.filter(([one]) => one === id).map(([, endedOn]) => ({ area: 'mental-health', endedOn })),
      }),
    ),
  )

const interest = anyInterest(fc.oneof(place, fc.constant('nobody knows it')), [
  '2026-01-01',
  '2025-01-01',
  '2020-01-01',
])
const interests = fc.array(interest, { maxLength: 4 })

const entries = fc
  .array(fc.record({ person: fc.constantFrom('ann', 'bob', 'cyd'), declared: interests, dropped: interests }), {
    maxLength: 3,
  })
  .map((rows) =>
    [...new Map(rows.map((row) => [row.person, row])).values()].map(
      ({ person, declared, dropped }): RegisterEntry => ({
        ...{ person, dropped, recorded: [], declaredAt: '2026-01-01T00:00:00.000Z' },
        declaration: { kind: 'interests', interests: declared, relations: [] },
      }),
    ),
  )

const world = fc.record({ organisations, entries, practiceId: fc.constantFrom('p1', 'p2'), own: interests })
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

const facts = ({ practiceId }: Pick<World, 'practiceId'>, own: Interest[]): PersonFacts => ({
  practiceId,
  declaration: {
    ...{ kind: 'interests', interests: own },
    relations: [{ personId: 'bob', kind: 'family' }],
  },
  // Later than the register: what is declared here is what counts.
  declaredAt: '2026-06-01T00:00:00.000Z',
})
const check = (given: World, own = given.own) => checkConflicts('ann', facts(given, own), matterIn(given))

/** The graver the later. A person who is barred stays so. */
const grave = { clear: 0, flagged: 1, ineligible: 2, barred: 3 } as const

test('adding an interest never makes a barred person clear, nor anybody less barred', () =>
  fc.assert(
    fc.property(world, interest, (given, more) => {
      const before = check(given).result
      const after = check(given, [...given.own, more]).result
      if (before === 'barred') expect(after).toBe('barred')
    }),
    runs(300, 20_000),
  ))

test('leaving an interest out again makes nobody clear who is not clear with it', () =>
  fc.assert(
    fc.property(world, interest, (given, more) => {
      const declared = check(given, [...given.own, more]).result
      const before = given.entries.find(({ person }) => person === 'ann') ?? {
        person: 'ann',
        recorded: [],
        dropped: [],
      }
      const others = given.entries.filter(({ person }) => person !== 'ann')
      const ann: RegisterEntry = { ...before, dropped: [...before.dropped, more] }
      if (declared !== 'clear') expect(check({ ...given, entries: [...others, ann] }).result).not.toBe('clear')
    }),
    runs(300, 20_000),
  ))

test('adding a share, or an area in which somebody provides, never makes a barred person clear', () =>
  fc.assert(
    fc.property(world, place, place, fc.integer({ min: 1, max: 10_000 }), (given, owner, owned, basisPoints) => {
      if (check(given).result !== 'barred') return
      const grown = given.organisations.map((one) => ({
        ...one,
        ...(one.id === owner && { owns: [...one.owns, { organisationId: owned, basisPoints }] }),
        ...(one.id === owned && { areas: ['mental-health'] }),
      }))
      expect(check({ ...given, organisations: grown }).result).toBe('barred')
    }),
    runs(300, 20_000),
  ))

test('nobody who is barred is let in by what an organisation sells or gives up', () =>
  fc.assert(
    fc.property(world, place, (given, id) => {
      if (check(given).result !== 'barred') return
      const tomorrow = '2026-06-16T09:00:00.000Z'
      const without = given.organisations.map((one) =>
        one.id === id ? keepingItsPast(one, { ...one, owns: [], areas: [], intends: [] }, tomorrow) : one,
      )
      expect(check({ ...given, organisations: without }).result).toBe('barred')
    }),
    runs(150, 20_000),
  ))

test('whoever works for one that another owns is barred where its own people are', () =>
  fc.assert(
    fc.property(world, place, fc.integer({ min: 5_001, max: 10_000 }), (given, id, basisPoints) => {
      const handed = given.organisations.flatMap((one): Organisation[] =>
        one.id === id && one.kind === 'provider'
          ? [
              { ...one, owns: [...one.owns, { organisationId: 'daughter', basisPoints }] },
              { ...one, id: 'daughter', name: 'Daughter', owns: [], areas: [], intends: [] },
            ]
          : [one],
      )
      const rules = (where: string) =>
        check({ ...given, organisations: handed }, [tied(where, 'employee')])
          .findings.filter(({ organisationId }) => organisationId === id)
          .map(({ rule }) => rule)
      const daughter = handed.length > given.organisations.length
      if (daughter && rules(id).includes('bar-this-case')) expect(rules('daughter')).toContain('bar-subsidiary')
    }),
    runs(150, 20_000),
  ))

test('a holding bars no less for being divided among a household', () =>
  fc.assert(
    fc.property(world, place, fc.integer({ min: 100, max: 250 }), fc.nat(), (given, id, whole, cut) => {
      const part = 1 + (cut % (whole - 1))
      const owner = (basisPoints: number) => tied(id, 'owner', { basisPoints })
      const alone = { ...given, entries: given.entries.filter(({ person }) => person !== 'bob') }
      if (check(alone, []).result === 'barred' || check(alone, [owner(whole)]).result !== 'barred') return
      const bob: RegisterEntry = {
        ...{ person: 'bob', dropped: [], recorded: [], declaredAt: '2026-01-01T00:00:00.000Z' },
        declaration: { kind: 'interests', interests: [owner(part)] },
      }
      const divided = check({ ...given, entries: [...alone.entries, bob] }, [owner(whole - part)])
      expect(divided.result).toBe('barred')
    }),
    runs(150, 20_000),
  ))

test('the order in which anything was entered does not matter', () =>
  fc.assert(
    fc.property(world, (given) => {
      const turned: World = {
        ...given,
        organisations: [...given.organisations].reverse().map((one) => ({ ...one, owns: [...one.owns].reverse() })),
        entries: [...given.entries].reverse(),
      }
      const one = check(given)
      const other = check(turned, [...given.own].reverse())
      expect(other.result).toBe(one.result)
      const said = (found: typeof one) => found.findings.map(({ rule, evidence }) => `${rule} ${evidence}`).sort()
      expect(said(other)).toEqual(said(one))
    }),
    runs(300, 20_000),
  ))

test('without the evidence nobody is barred: each organisation on the chain of every bar is needed for one', () =>
  fc.assert(
    fc.property(world, (given) => {
      const found = check(given)
      // With no tie, no practice, no family and nothing in the register there is nothing to find.
      const bare = checkConflicts(
        'ann',
        { declaration: { kind: 'nothing to declare' } },
        matterIn({ organisations: given.organisations }),
      )
      expect(bare).toEqual({ result: 'clear', findings: [] })
      for (const { chain = [] } of found.findings)
        for (const id of chain) expect(given.organisations.some((one) => one.id === id)).toBe(true)
      const gone = new Set(found.findings.flatMap(({ organisationId = '', chain = [] }) => [organisationId, ...chain]))
      const without = given.organisations.filter(({ id }) => !gone.has(id))
      expect(grave[check({ ...given, organisations: without }).result]).toBeLessThan(grave.barred)
    }),
    runs(200, 10_000),
  ))

test('the same facts have the same fingerprints under other names', () =>
  fc.assert(
    fc.property(world, (given) => {
      const renamed = given.organisations.map((one) => ({ ...one, name: `Renamed ${one.id}` }))
      const prints = (found: ReturnType<typeof check>) =>
        found.findings.filter(({ rule }) => rule !== 'flag-unknown-organisation').map(({ fingerprint }) => fingerprint)
      expect(prints(check({ ...given, organisations: renamed }))).toEqual(prints(check(given)))
    }),
    runs(200, 10_000),
  ))

test('whoever is barred is told the same, whoever has tendered', () =>
  fc.assert(
    fc.property(world, fc.subarray([...places]), (given, bidders) => {
      const named = bidders.map((organisationId) => ({ organisationId, as: 'bidder' as const }))
      const reason = (more: Partial<Parameters<typeof matterIn>[0]>) => {
        const matter = matterIn({ ...given, ...more })
        return checkConflicts('ann', facts(given, given.own), matter).notice
      }
      const [before, after] = [reason({}), reason({ named })]
      if (before === undefined) return
      expect(after).toBe(before)
    }),
    runs(400, 20_000),
  ))
