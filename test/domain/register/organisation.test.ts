import { describe, expect, test } from 'vitest'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { decideRegister } from '../../../domain/register/decide.ts'
import type { Declaration, RegisterEntry } from '../../../domain/register/declaration.ts'
import { NEW, organisationVersion } from '../../../domain/register/organisation.ts'
import { claimsOn, ownOrganisations } from '../../../domain/register/own-interest.ts'
import { emptyEntry, evolveEntry, tellRegister } from '../../../domain/register/register.ts'
import { entry, organisations, tied } from '../conflict/locality.ts'
import { refusal, refusedWith } from '../story.ts'
import { at, decide, married } from './deciding.ts'

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
    // What was said at the same moment is no answer.
    expect(refusedWith(() => put1(claim, said('pm', none)))).toBe('NotAllowed')
    // Until then it is put to them, and where both say it there is nothing to answer.
    const asked = (own: RegisterEntry) => claimsOn('pm', { entries: [claim, own] })
    expect(asked(said('pm', none, undefined, 19))).toEqual([{ personId: 'bob', kind: 'family' }])
    expect(asked(denied)).toEqual([])
    expect(asked(said('pm', married('bob', 'bones'), undefined, 19))).toEqual([])
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
    // Where they work is their own before the register has it.
    const works = new Map([['pm', ['begun-today']]])
    expect([...ownOrganisations('pm', { organisations, entries: [], works })]).toEqual(['begun-today'])
  })
})
