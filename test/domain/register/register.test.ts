import { describe, expect, test } from 'vitest'
import type { RegisterCommand } from '../../../domain/register/decide.ts'
import { declarationSchema, type RegisterEntry } from '../../../domain/register/declaration.ts'
import { declarationStatus, declaredBefore, expiresAt, mustHaveDeclared } from '../../../domain/register/expiry.ts'
import { incompatiblePeople, strangeNames } from '../../../domain/register/incompatible.ts'
import { emptyEntry, evolveEntry, tellRegister } from '../../../domain/register/register.ts'
import { entryName } from '../../../domain/register/strike.ts'
import { defaultRuleBook } from '../../../domain/rule-book/rule-book.ts'
import { entry, organisations, tied } from '../conflict/locality.ts'
import { refusal, refusedWith } from '../story.ts'
import { at, decide, married } from './deciding.ts'

const settings = defaultRuleBook().conflict
const becomes = (before: RegisterEntry, command: RegisterCommand, entries: RegisterEntry[] = [before]) =>
  decide(command, entries).reduce((state, event) => evolveEntry(state, event, at), before)
const declare = (interests: ReturnType<typeof tied>[], person = 'ann'): RegisterCommand => ({
  type: 'Declare',
  person,
  declaration: interests.length > 0 ? { kind: 'interests', interests } : { kind: 'nothing to declare' },
})

describe('declaring (requirements §4)', () => {
  test('“nothing to declare” is an explicit, dated statement', () => {
    expect(becomes(emptyEntry('ann'), declare([]))).toMatchObject({
      declaration: { kind: 'nothing to declare' },
      declaredAt: at,
    })
    expect(declarationSchema.safeParse({ kind: 'interests', interests: [] }).error?.issues[0]?.path).toEqual([
      'interests',
    ])
  })

  test('what is left out is remembered, until it is declared again or struck out', () => {
    const first = becomes(emptyEntry('ann'), declare([tied('hearthlight', 'director'), tied('bones', 'employee')]))
    const second = becomes(first, declare([tied('bones', 'employee', { endedOn: '2026-06-15' })]))
    expect(second.dropped.map(({ organisationId }) => organisationId)).toEqual(['hearthlight'])
    expect(becomes(second, declare([tied('hearthlight', 'director')])).dropped.map(({ kind }) => kind)).toEqual([
      'employee',
    ])
    const struck = becomes(second, {
      type: 'StrikeInterest',
      ...{ person: 'ann', entry: entryName(tied('hearthlight', 'director')) },
      ...{ reason: 'Another Ann.', by: 'pm' },
    })
    expect(struck.dropped).toEqual([])
  })

  test('what is owned in two parts is two, however often it is left out and said again', () => {
    const parts = ['A', 'B'].map((detail) => tied('bones', 'owner', { basisPoints: 60, detail }))
    const left = becomes(becomes(emptyEntry('ann'), declare(parts)), declare([]))
    expect(left.dropped).toEqual(parts)
    expect(becomes(left, declare(parts)).dropped).toEqual([])
    expect(becomes(becomes(left, declare(parts)), declare([])).dropped).toEqual(parts)
    expect(becomes(left, declare(parts.slice(1))).dropped).toHaveLength(1)
    expect(becomes(left, declare([tied('bones', 'owner', { basisPoints: 120 })])).dropped).toEqual([])
    const grown = becomes(left, declare([tied('bones', 'owner', { basisPoints: 70 })]))
    expect(grown.dropped.map(({ basisPoints }) => basisPoints)).toEqual([50])
    expect(becomes(grown, declare([])).dropped.map(({ basisPoints }) => basisPoints)).toEqual([70, 50])
  })

  test('an end before the day on which they said that it lasts, and a smaller share, take nothing back', () => {
    const held = [tied('hearthlight', 'director'), tied('bones', 'owner', { basisPoints: 4_000 })]
    const first = becomes(emptyEntry('ann'), declare(held))
    const less = [
      tied('hearthlight', 'director', { endedOn: '2010-01-01' }),
      tied('bones', 'owner', { basisPoints: 50 }),
    ]
    const second = becomes(first, declare(less))
    const gone = [held[0], tied('bones', 'owner', { basisPoints: 3_950 })]
    expect(second.dropped).toEqual(gone)
    expect(becomes(second, declare(less)).dropped).toEqual(gone)
    expect(becomes(second, declare(held)).dropped).toEqual([])
    expect(
      becomes(
        { ...first, declaredAt: '2020-01-01T00:00:00.000Z' },
        declare([tied('hearthlight', 'director', { endedOn: '2021-01-01' }), ...held.slice(1)]),
      ).dropped,
    ).toEqual(held.slice(0, 1))
  })

  test('whom they named as close once and leave out now is remembered', () => {
    const close = (endedOn?: string): RegisterCommand => ({
      type: 'Declare',
      person: 'ann',
      declaration: {
        kind: 'interests',
        interests: [],
        relations: [{ personId: 'bob', kind: 'family', ...(endedOn !== undefined && { endedOn }) }],
      },
    })
    const first = becomes(emptyEntry('ann'), close())
    expect(becomes(first, declare([])).droppedRelations).toEqual([{ personId: 'bob', kind: 'family' }])
    expect(becomes(first, close('2010-01-01')).droppedRelations).toHaveLength(1)
    expect(becomes(first, close('2026-06-15')).droppedRelations).toBeUndefined()
    expect(becomes(becomes(first, declare([])), close()).droppedRelations).toBeUndefined()
  })

  test('says everything that is wrong at once, each with its place', () => {
    const found = refusal(() =>
      decide({
        type: 'Declare',
        person: 'ann',
        declaration: {
          kind: 'interests',
          interests: [
            tied('bones', 'employee', { endedOn: '2026-06-16', basisPoints: 5 }),
            tied('bones', 'gift'),
            tied('bones', 'gift'),
          ],
          relations: [
            { personId: 'ann', kind: 'family' },
            { personId: 'nobody', kind: 'family' },
            { personId: 'bob', kind: 'family', endedOn: '2099-01-01' },
          ],
        },
      }),
    )
    expect(found.code).toBe('Invalid')
    expect(found.faults.map(({ path }) => path.slice(1).join('.'))).toEqual([
      'interests.0.endedOn',
      'interests.0.basisPoints',
      'interests.1.detail',
      'interests.2.detail',
      'interests.2.organisationId',
      'relations.0.personId',
      'relations.1.personId',
      'relations.2.endedOn',
    ])
  })
})

describe('what others enter', () => {
  const interest = { ...tied('hearthlight', 'director'), source: 'The register of companies' }
  const record = (by: string, person = 'ann'): RegisterCommand => ({ type: 'RecordInterest', person, interest, by })

  test('stands beside what the person declares, and can be struck out with a reason', () => {
    const recorded = becomes(entry('ann', []), record('pm'))
    expect(recorded.recorded).toEqual([{ ...interest, by: 'pm' }])
    expect(recorded.declaration).toEqual({ kind: 'nothing to declare' })
  })

  test('is held to what a declaration is held to, and is said once', () => {
    const wrong = { ...tied('bones', 'gift', { endedOn: '2026-06-16', basisPoints: 5 }), source: 'A letter' }
    const found = refusal(() => decide({ type: 'RecordInterest', person: 'ann', interest: wrong, by: 'pm' }))
    expect(found.faults.map(({ path }) => path.join('.'))).toEqual([
      'interest.endedOn',
      'interest.detail',
      'interest.basisPoints',
    ])
    expect(refusedWith(() => decide(record('pm'), [entry('ann', [], { recorded: [interest] })]))).toBe('AlreadyDone')
  })

  test('is struck out alone: what is like it stays', () => {
    const ended = { ...interest, endedOn: '2026-01-01' }
    const dropped = [tied('hearthlight', 'director')]
    const ann = entry('ann', [], { recorded: [interest, ended], dropped })
    const strike = {
      type: 'StrikeInterest',
      person: 'ann',
      entry: entryName(ended),
      reason: 'Wrong.',
      by: 'pm',
    } as const
    expect(becomes(ann, strike)).toMatchObject({ recorded: [interest], dropped })
    expect(refusedWith(() => decide(strike, [becomes(ann, strike)]))).toBe('NotFound')
  })

  test('nobody about themselves, and nobody about somebody unknown', () => {
    expect(refusedWith(() => decide(record('ann')))).toBe('NotAllowed')
    expect(refusedWith(() => decide(record('pm', 'nobody')))).toBe('NotFound')
    const strike = { type: 'StrikeInterest', entry: entryName(tied('bones', 'owner')), reason: 'Wrong.' } as const
    expect(refusedWith(() => decide({ ...strike, person: 'ann', by: 'ann' }))).toBe('NotAllowed')
    expect(refusedWith(() => decide({ ...strike, person: 'ann', by: 'pm' }))).toBe('NotFound')
  })

  test('nobody strikes out what is in an organisation of their own, or is said of somebody close to them', () => {
    const ann = entry('ann', [], { recorded: [interest] })
    const strike = {
      type: 'StrikeInterest',
      person: 'ann',
      entry: entryName(interest),
      reason: 'Wrong.',
      by: 'pm',
    } as const
    const struck = (...others: RegisterEntry[]) => decide(strike, [ann, ...others])
    expect(struck()).toHaveLength(1)
    expect(refusedWith(() => decide(strike, [ann], new Map([['pm', ['hearthlight']]])))).toBe('NotAllowed')
    const pm = { ...entry('pm', []), declaration: married('bob', 'bones') }
    expect(refusedWith(() => decide(strike, [ann, pm], new Map([['bob', ['hearthlight']]])))).toBe('NotAllowed')
    expect(refusedWith(() => struck(entry('pm', [tied('Hearthlight', 'gift')])))).toBe('NotAllowed')
    expect(refusedWith(() => struck({ ...entry('pm', []), declaration: married('ann', 'bones') }))).toBe('NotAllowed')
  })
})

test('nobody records an interest in an organisation of theirs, or of somebody close to them', () => {
  const record = (entries: RegisterEntry[]) => () =>
    decide(
      {
        type: 'RecordInterest',
        ...{ person: 'ann', interest: { ...tied('hearthlight', 'paid-adviser'), source: 'Hearsay' }, by: 'pm' },
      },
      entries,
    )
  expect(refusedWith(record([entry('pm', [tied('hearthlight', 'director')])]))).toBe('NotAllowed')
  expect(refusedWith(record([{ ...entry('pm', []), declaration: married('ann', 'bones') }]))).toBe('NotAllowed')
  expect(record([entry('pm', [])])()).toHaveLength(1)
})

describe('declarations expire (12 months, setting)', () => {
  const declared = '2025-06-15T10:00:00.000Z'
  test('at the end of the day, twelve months later', () => {
    expect(expiresAt(declared, settings)).toBe('2026-06-15T23:00:00.000Z')
    expect(declarationStatus(declared, '2026-06-15T22:59:59.999Z', settings)).toBe('expires soon')
    expect(declarationStatus(declared, '2026-06-15T23:00:00.000Z', settings)).toBe('expired')
    expect(declarationStatus(declared, '2026-05-01T00:00:00.000Z', settings)).toBe('current')
    expect(declarationStatus(undefined, at, settings)).toBe('never')
  })

  test('an expired one, or none, keeps from taking part', () => {
    expect(refusedWith(() => mustHaveDeclared(undefined, at, settings))).toBe('DeclareInterests')
    expect(refusedWith(() => mustHaveDeclared('2025-06-01T00:00:00.000Z', at, settings))).toBe('DeclareInterests')
    expect(mustHaveDeclared('2026-06-01T00:00:00.000Z', at, settings)).toBeUndefined()
  })

  test('a nomination is accepted with what the register holds, while it holds', () => {
    const held = entry('ann', [tied('bones', 'owner')])
    expect(declaredBefore(held, at, settings)).toEqual(held.declaration)
    expect(refusedWith(() => declaredBefore(undefined, at, settings))).toBe('DeclareInterests')
    const old = entry('ann', [], { declaredAt: '2025-01-01T00:00:00.000Z' })
    expect(refusedWith(() => declaredBefore(old, at, settings))).toBe('DeclareInterests')
  })
})

describe('what the register checks', () => {
  test('nobody is of the own provider and of the company (founding proposal §12)', () => {
    const both = entry('ann', [tied('company', 'employee'), tied('valehead', 'member')])
    const former = entry('bob', [tied('company', 'employee'), tied('valehead', 'member', { endedOn: '2026-01-01' })])
    const through = entry('cyd', [tied('company', 'director'), tied('garrowmere', 'partner')])
    const staff = entry('dee', [tied('company', 'director'), tied('garrowmere', 'employee')])
    expect(incompatiblePeople(organisations, [both, former, through, staff])).toEqual([
      { person: 'ann', company: 'company', provider: 'valehead' },
      { person: 'cyd', company: 'company', provider: 'valehead' },
    ])
    const runs = entry('pia', [tied('valehead', 'director')])
    expect(incompatiblePeople(organisations, [runs], new Map([['pia', ['company']]]))).toEqual([
      { person: 'pia', company: 'company', provider: 'valehead' },
    ])
  })

  test('names that nobody goes by', () => {
    const entries = [entry('ann', [tied('BONES', 'owner'), tied('Nobody at all', 'owner')])]
    expect(strangeNames(organisations, entries)).toEqual(['Nobody at all'])
  })

  test('tells each of its events in a sentence', () => {
    const data = { person: 'ann', declaration: { kind: 'nothing to declare' as const } }
    expect(tellRegister({ type: 'InterestsDeclared', data })).toBe('Declared: nothing to declare.')
    const interests = [
      tied('bones', 'owner', { basisPoints: 75, detail: 'Left by an aunt.' }),
      tied('valehead', 'director', { endedOn: '2025-03-27' }),
    ]
    const relations = [{ personId: 'bob', kind: 'family' as const }]
    const said = { person: 'ann', declaration: { kind: 'interests' as const, interests, relations } }
    expect(tellRegister({ type: 'InterestsDeclared', data: said })).toBe(
      'Declared: owns 0.75% of bones (Left by an aunt.); was a director of valehead until 2025-03-27; has family: bob.',
    )
    expect(tellRegister({ type: 'RegisterLoaded', data: { organisations: ['a'], people: [], belonging: {} } })).toBe(
      '1 organisations and declarations of 0 people were loaded.',
    )
  })
})
