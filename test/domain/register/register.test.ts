import { describe, expect, test } from 'vitest'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { decideRegister, type RegisterCommand } from '../../../domain/register/decide.ts'
import { type Declaration, declarationSchema, type RegisterEntry } from '../../../domain/register/declaration.ts'
import { declarationStatus, declaredBefore, expiresAt, mustHaveDeclared } from '../../../domain/register/expiry.ts'
import { incompatiblePeople, strangeNames } from '../../../domain/register/incompatible.ts'
import { NEW, organisationVersion } from '../../../domain/register/organisation.ts'
import { ownOrganisations } from '../../../domain/register/own-interest.ts'
import { emptyEntry, evolveEntry, tellRegister } from '../../../domain/register/register.ts'
import { entryName } from '../../../domain/register/strike.ts'
import { defaultRuleBook } from '../../../domain/rule-book/rule-book.ts'
import { entry, organisations, tied } from '../conflict/locality.ts'
import { refusal, refusedWith } from '../story.ts'

const at = '2026-06-15T09:00:00.000Z'
const settings = defaultRuleBook().conflict
const known = (person: string) => ['ann', 'bob', 'pm'].includes(person)
const decide = (
  command: RegisterCommand,
  entries: RegisterEntry[] = [],
  works: ReadonlyMap<string, string[]> = new Map(),
) => decideRegister({ organisations, entries, works }, command, at, known)
const becomes = (before: RegisterEntry, command: RegisterCommand, entries: RegisterEntry[] = [before]) =>
  decide(command, entries).reduce((state, event) => evolveEntry(state, event, at), before)
const married = (personId: string, organisationId: string) => ({
  kind: 'interests' as const,
  interests: [tied(organisationId, 'director')],
  relations: [{ personId, kind: 'family' as const }],
})
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

describe('organisations', () => {
  const organisation: Organisation = {
    ...{ id: 'newcomer', name: 'Newcomer Ltd', kind: 'provider', aliases: [], owns: [], areas: ['diagnostics'] },
  }
  const known = (id: string) => organisations.find((one) => one.id === id)
  const put = (
    more: Partial<Organisation>,
    by = 'pm',
    entries: RegisterEntry[] = [],
    over = organisationVersion(known(more.id ?? organisation.id)),
    works: ReadonlyMap<string, string[]> = new Map(),
  ) => {
    const whole = { ...organisation, ...more }
    return decide({ type: 'RecordOrganisation', organisation: whole, over, reason: 'New here.', by }, entries, works)
  }

  test('are written over what was read, and over nothing else', () => {
    const bones = known('bones')
    if (!bones) throw new Error('The register of this test has no Bones.')
    const read = organisationVersion({ ...bones, areas: ['diagnostics'] })
    const stale = refusal(() => put({ ...bones, aliases: ['The Bones'] }, 'pm', [], read))
    expect(stale).toMatchObject({
      code: 'Stale',
      faults: [{ message: 'The register now says something other than you about its other names' }],
    })
    expect(put({ ...bones, aliases: ['The Bones'] })).toHaveLength(1)
    // Made twice at once, under one identifier or after another was taken away.
    expect(refusedWith(() => put({ ...bones, owns: [] }, 'pm', [], NEW))).toBe('Stale')
    expect(refusedWith(() => put({}, 'pm', [], read))).toBe('Stale')
    expect(organisationVersion({ ...bones, areas: [...bones.areas].reverse(), formerNames: [] })).toBe(
      organisationVersion(bones),
    )
  })

  test('keep a name that they give up, so that what was declared by it goes on to mean them', () => {
    const [event] = put({ ...known('northmere'), name: 'Another Name', formerNames: ['An Old One'] })
    expect(event?.data).toMatchObject({
      organisation: { formerNames: ['An Old One', 'Northmere Talking Therapies Ltd'] },
    })
  })

  describe('keep what they own no longer, or where they stopped', () => {
    const holding = known('holding')
    const recorded = (more: Partial<Organisation>, before = holding) => {
      if (!before) throw new Error('The register of this test has no Holding.')
      const register = { organisations: [...organisations.filter(({ id }) => id !== 'holding'), before], entries: [] }
      const [event] = decideRegister(
        { ...register, works: new Map() },
        {
          ...{ type: 'RecordOrganisation', organisation: { ...before, ...more }, reason: 'Sold.', by: 'pm' },
          over: organisationVersion(before),
        },
        at,
      )
      return event?.type === 'OrganisationRecorded' ? event.data.organisation : undefined
    }
    const today = { organisationId: 'northmere', basisPoints: 5_000, endedOn: '2026-06-15' }

    test('until today, where nobody says since when', () => {
      expect(recorded({ owns: [] })?.owned).toEqual([today])
      expect(recorded({ owns: [{ organisationId: 'northmere', basisPoints: 4_999 }] })?.owned).toEqual([today])
      expect(recorded({ aliases: ['H'] })?.owned).toBeUndefined()
      const serving = holding && { ...holding, areas: ['outpatients'], intends: ['diagnostics'] }
      expect(recorded({ areas: ['diagnostics'], intends: [] }, serving)?.served).toEqual([
        { area: 'outpatients', endedOn: '2026-06-15' },
      ])
    })

    test('until the day that is said, and never a day to come', () => {
      const told = { ...today, endedOn: '2023-01-31' }
      expect(recorded({ owns: [], owned: [told] })?.owned).toEqual([told])
      // Less than it was says nothing of the rest.
      const less = { ...told, basisPoints: 100 }
      expect(recorded({ owns: [], owned: [less] })?.owned).toEqual([less, today])
      const late = { ...today, endedOn: '2026-06-16' }
      expect(refusal(() => recorded({ owns: [], owned: [late] })).faults.map(({ path }) => path.join('.'))).toEqual([
        'organisation.owned.0.endedOn',
      ])
    })

    test('and sold again after it was bought back, until today; a mistake is struck out', () => {
      const once = { ...today, endedOn: '2025-01-31' }
      const before = holding && { ...holding, owned: [once] }
      expect(recorded({ owns: [] }, before)?.owned).toEqual([once, today])
      expect(recorded({ owned: [] }, before)?.owned).toBeUndefined()
    })
  })

  test('keep an alias that they give up as a former name, until that is struck out', () => {
    const before = {
      ...organisation,
      id: 'holding',
      name: 'Holding',
      aliases: ['The Old Firm'],
      formerNames: ['Holdco'],
    }
    const recorded = (more: Partial<Organisation>) =>
      decideRegister(
        {
          organisations: [...organisations.filter(({ id }) => id !== 'holding'), before],
          entries: [],
          works: new Map(),
        },
        {
          ...{ type: 'RecordOrganisation', organisation: { ...before, ...more }, reason: 'Tidying up.', by: 'pm' },
          over: organisationVersion(before),
        },
        at,
      )
    expect(recorded({ aliases: [] })[0]?.data).toMatchObject({
      organisation: { aliases: [], formerNames: ['Holdco', 'The Old Firm'] },
    })
    expect(recorded({ formerNames: [] })[0]?.data).toMatchObject({ organisation: { formerNames: [] } })
  })

  test('that bar by what they are stay what they are', () => {
    for (const [id, kind] of [
      ['valehead', 'provider'],
      ['company', 'other'],
    ] as const)
      expect(refusedWith(() => put({ ...known(id), kind }))).toBe('NotAllowed')
    expect(put({ ...known('holding'), kind: 'federation' })).toHaveLength(1)
  })

  test('take no name that another has or had, is known by, or that says nothing', () => {
    const holding = { ...organisation, id: 'holding', name: 'Holding Ltd', formerNames: ['Old Holding'] }
    const all = [...organisations.filter(({ id }) => id !== 'holding'), holding]
    const faults = (more: Partial<Organisation>, over = NEW) =>
      refusal(() =>
        decideRegister(
          { organisations: all, entries: [], works: new Map() },
          { type: 'RecordOrganisation', organisation: { ...organisation, ...more }, over, reason: 'New.', by: 'pm' },
          at,
        ),
      ).faults.map(({ path, message }) => `${path.slice(1).join('.')}: ${message}`)
    expect(faults({ name: 'OLD holding' })).toEqual(['name: Holding Ltd had this name before'])
    expect(faults({ formerNames: ['Bones!'] })).toEqual(['formerNames.0: Bones already has this name'])
    expect(faults({ aliases: ['holding'] })).toEqual(['aliases.0: Holding Ltd is known by this'])
    expect(faults({ name: '???' })).toEqual(['name: Enter a name with a letter or a digit in it'])
  })

  test('two lines of what it owns add up', () => {
    const owns = [1, 2].map(() => ({ organisationId: 'bones', basisPoints: 6_000 }))
    expect(refusal(() => put({ owns })).faults.map(({ path }) => path.join('.'))).toEqual([
      'organisation.owns.1.basisPoints',
    ])
  })

  test('nobody maintains where they work, or somebody close to them does, whatever they declare', () => {
    const works = (who: string) => new Map([[who, ['newcomer']]])
    expect(refusedWith(() => put({}, 'pm', [], NEW, works('pm')))).toBe('NotAllowed')
    const named = [{ ...entry('pm', []), declaration: married('bob', 'bones') }]
    expect(refusedWith(() => put({}, 'pm', named, NEW, works('bob')))).toBe('NotAllowed')
    expect(put({}, 'pm', [], NEW, works('bob'))).toHaveLength(1)
    // Whoever keeps the register is employed by the company: nobody could, otherwise.
    const company = { ...known('company'), aliases: ['The Company'] }
    const staff = new Map([['pm', ['company']]])
    expect(put(company, 'pm', [entry('pm', [tied('company', 'employee')])], undefined, staff)).toHaveLength(1)
    expect(refusedWith(() => put(company, 'pm', [entry('pm', [tied('company', 'director')])], undefined, staff))).toBe(
      'NotAllowed',
    )
  })

  test('are recorded with the reason; circular ownership is kept, for it is lawful', () => {
    expect(put({})[0]).toMatchObject({ type: 'OrganisationRecorded', data: { reason: 'New here.' } })
    const circle = { id: 'bones', name: 'Bones', owns: [{ organisationId: 'holding', basisPoints: 5_000 }] }
    expect(put(circle)).toHaveLength(1)
  })

  test.each([
    ['itself', { owns: [{ organisationId: 'newcomer', basisPoints: 1 }] }, 'organisation.owns.0.organisationId'],
    [
      'one that is not recorded',
      { owns: [{ organisationId: 'nobody', basisPoints: 1 }] },
      'organisation.owns.0.organisationId',
    ],
    [
      'more than others leave',
      { owns: [{ organisationId: 'northmere', basisPoints: 5_000 }] },
      'organisation.owns.0.basisPoints',
    ],
    ['another’s name', { name: 'BONES!' }, 'organisation.name'],
    ['another’s name as an alias', { aliases: ['bones'] }, 'organisation.aliases.0'],
    ['an area that there is not', { areas: ['astrology'] }, 'organisation.areas.0'],
    [
      'a share held since a day to come',
      { owns: [{ organisationId: 'bones', basisPoints: 1, since: '2099-01-01' }] },
      'organisation.owns.0.since',
    ],
    ['an intended area that there is not', { intends: ['astrology'] }, 'organisation.intends.0'],
  ])('cannot have %s', (_, more, path) => {
    expect(refusal(() => put(more)).faults.map((fault) => fault.path.join('.'))).toEqual([path])
  })

  test('what changed is said, and what changes nothing is not recorded', () => {
    expect(put({})[0]).toMatchObject({ data: { changed: ['it is new'] } })
    const bones = organisations.find(({ id }) => id === 'bones')
    if (!bones) throw new Error('The register of this test has no Bones.')
    const renamed = { ...bones, name: 'Bones and Joints', formerNames: [bones.name], intends: ['outpatients'] }
    const [event] = put(renamed)
    expect(event).toMatchObject({ data: { changed: ['its name', 'its former names', 'where it intends to'] } })
    expect(event && tellRegister(event)).toBe(
      'Bones and Joints was recorded (its name, its former names, where it intends to): New here.',
    )
    expect(refusedWith(() => put(bones))).toBe('AlreadyDone')
  })

  test.each<[string, RegisterEntry[]]>([
    ['declared', [entry('pm', [tied('newcomer', 'owner')])]],
    ['declared by its name', [entry('pm', [tied('NEWCOMER ltd.', 'owner')])]],
    ['declared once', [entry('pm', [], { dropped: [tied('newcomer', 'owner')] })]],
    ['entered by others', [entry('pm', [], { recorded: [{ ...tied('newcomer', 'gift'), source: 'A letter' }] })]],
    ['of somebody who names them', [{ ...entry('bob', []), declaration: married('pm', 'newcomer') }]],
    [
      'of somebody whom they name',
      [{ ...entry('pm', []), declaration: married('bob', 'bones') }, entry('bob', [tied('newcomer', 'director')])],
    ],
  ])('nobody maintains what the register says of their own: %s', (_, entries) => {
    expect(refusedWith(() => put({}, 'pm', entries))).toBe('NotAllowed')
  })

  test('who is named by somebody else answers it by what they declare then, once for good', () => {
    const days = (day: number) => `2026-06-${day}T09:00:00.000Z`
    const said = (person: string, declaration: Declaration, before = emptyEntry(person), day = 20) =>
      evolveEntry(before, { type: 'InterestsDeclared', data: { person, declaration } }, days(day))
    const none: Declaration = { kind: 'nothing to declare' }
    // Anybody can say it, of an organisation that is not theirs, too.
    const claim = said('bob', married('pm', 'newcomer'))
    const put1 = (...entries: RegisterEntry[]) => put({}, 'pm', entries)
    const held = refusal(() => put1(claim, said('pm', none, undefined, 19)))
    expect([held.code, held.message]).toEqual(['NotAllowed', expect.stringContaining('declare your interests again')])
    const denied = said('pm', none, undefined, 21)
    expect(put1(claim, denied)).toHaveLength(1)
    // Left out and said again is no new claim.
    const again = said('bob', married('pm', 'newcomer'), said('bob', none, claim, 22), 23)
    expect(again.declaredAt).toBe(days(23))
    expect(put1(again, denied)).toHaveLength(1)
    // Who once said so themselves cannot deny it.
    const admitted = said('pm', none, said('pm', married('bob', 'bones'), undefined, 21), 22)
    expect(refusedWith(() => put1(claim, admitted))).toBe('NotAllowed')
  })

  test('nor of what their own organisation owns, whatever they are to it, nor of who decides for it', () => {
    const stillwater = organisations.find(({ id }) => id === 'stillwater')
    expect(
      refusedWith(() => put({ ...stillwater, areas: [] }, 'pm', [entry('pm', [tied('Valehead', 'member')])])),
    ).toBe('NotAllowed')
    for (const kind of ['employee', 'paid-adviser', 'gift'] as const)
      expect(refusedWith(() => put({ ...stillwater, areas: [] }, 'pm', [entry('pm', [tied('valehead', kind)])]))).toBe(
        'NotAllowed',
      )
    const decided = organisations.map((one) =>
      one.id === 'holding' ? { ...one, owns: [{ organisationId: 'northmere', basisPoints: 6_000 }] } : one,
    )
    const entries = [entry('pm', [tied('northmere', 'employee')])]
    expect([...ownOrganisations('pm', { organisations: decided, entries, works: new Map() })].sort()).toEqual([
      'holding',
      'northmere',
    ])
    expect(put({}, 'pm', [entry('pm', [tied('valehead', 'employee')])])).toHaveLength(1)
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
    expect(tellRegister({ type: 'RegisterLoaded', data: { organisations: ['a'], people: [] } })).toBe(
      '1 organisations and declarations of 0 people were loaded.',
    )
  })
})
