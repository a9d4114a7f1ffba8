import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { checkConflicts, recordChecks } from '../../../domain/conflict/check.ts'
import type { Conflicts } from '../../../domain/conflict/conflict.ts'
import { worksOf } from '../../../domain/conflict/employment.ts'
import { evolveConflicts } from '../../../domain/conflict/evolve.ts'
import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import type { PersonFacts } from '../../../domain/conflict/matter.ts'
import { viewConflicts } from '../../../domain/conflict/view.ts'
import { decideRegister, type RegisterCommand } from '../../../domain/register/decide.ts'
import type { Declaration, Interest, RegisterEntry, Relation } from '../../../domain/register/declaration.ts'
import { evolveEntry, tellRegister } from '../../../domain/register/register.ts'
import { entryName } from '../../../domain/register/strike.ts'
import { ruleBookSchema } from '../../../domain/rule-book/rule-book.ts'
import { refusedWith } from '../story.ts'
import { checkAnn, entry, matterIn, organisations, tied, today } from './locality.ts'

/** Nobody lets themselves in again (requirements §4): a bar ends by what somebody else does, or in its time. */

const interests = (some: Interest[], relations: Relation[] = []): Declaration => ({
  kind: 'interests',
  interests: some,
  relations,
})
const naming = (person: string, personId: string): RegisterEntry => ({
  ...entry(person, []),
  declaration: interests([], [{ personId, kind: 'family' }]),
})
const nothing: Declaration = { kind: 'nothing to declare' }

const works = new Map<string, string[]>()

/** The programme manager, and a case that is looked at again after every change of the register. */
interface Office {
  entries: RegisterEntry[]
  conflicts: Conflicts | undefined
}

function looked({ entries, conflicts }: Office, at = today): Office {
  const matter = { ...matterIn({ entries }), officers: ['pm'], at }
  const events = recordChecks(conflicts, {}, matter, 'register', { quietly: true })
  const next = events.reduce(
    (state, event) => evolveConflicts(state, { ...event, at, by: { step: 'a-step' } }),
    conflicts,
  )
  return { entries, conflicts: next }
}

function after(office: Office, command: RegisterCommand, at = today): Office {
  const [event] = decideRegister({ organisations, entries: office.entries, works }, command, at)
  if (!event) throw new Error('Nothing was decided.')
  const entries = office.entries.map((one) => (one.person === 'pm' ? evolveEntry(one, event, at) : one))
  return looked({ ...office, entries }, at)
}

const says = (office: Office, declaration: Declaration, at = today) =>
  after(office, { type: 'Declare', person: 'pm', declaration }, at)
const lockedOut = ({ conflicts }: Office) => excludedFrom({ ...(conflicts && { conflicts }) }).has('pm')
const start = (declaration: Declaration): Office =>
  looked({
    entries: [{ ...entry('pm', []), declaration }, entry('bob', [tied('hearthlight', 'director')])],
    conflicts: undefined,
  })

describe('whoever was barred by what they said', () => {
  const director = start(interests([tied('hearthlight', 'director')]))
  const parts = ['A', 'B'].map((detail) => tied('hearthlight', 'owner', { basisPoints: 60, detail }))
  const twoParts = start(interests(parts))
  const married = start(interests([], [{ personId: 'bob', kind: 'family' }]))

  test.each<[string, Office, Declaration]>([
    ['has nothing to declare now', director, nothing],
    ['says that it ended long ago', director, interests([tied('hearthlight', 'director', { endedOn: '2010-01-01' })])],
    ['says that it ended lately', director, interests([tied('hearthlight', 'director', { endedOn: '2026-06-14' })])],
    ['makes something smaller of it', director, interests([tied('hearthlight', 'owner', { basisPoints: 1 })])],
    [
      'owned much, and now little',
      start(interests([tied('hearthlight', 'owner')])),
      interests([tied('hearthlight', 'owner', { basisPoints: 1 })]),
    ],
    ['owned it in two parts, and leaves both out', twoParts, nothing],
    ['owned it in two parts, and leaves one out', twoParts, interests(parts.slice(1))],
    [
      'owned it in two parts, and says the smaller of one',
      twoParts,
      interests([tied('hearthlight', 'owner', { basisPoints: 60 })]),
    ],
    ['leaves out whom they are close to', married, nothing],
    [
      'says that they are close no longer, for long',
      married,
      interests([], [{ personId: 'bob', kind: 'family', endedOn: '2010-01-01' }]),
    ],
    [
      'says that they are close no longer, since yesterday',
      married,
      interests([], [{ personId: 'bob', kind: 'family', endedOn: '2026-06-14' }]),
    ],
  ])('and %s, stays locked out, whatever is said again', (_, before, declaration) => {
    expect(lockedOut(before)).toBe(true)
    const once = says(before, declaration)
    expect(lockedOut(once)).toBe(true)
    expect(lockedOut(says(once, declaration))).toBe(true)
    expect(lockedOut(says(once, nothing))).toBe(true)
  })

  test('is let in when somebody else strikes it out', () => {
    const left = says(director, nothing)
    const struck = after(left, {
      type: 'StrikeInterest',
      ...{ person: 'pm', entry: entryName(tied('hearthlight', 'director')), reason: 'Another Pat.', by: 'deputy' },
    })
    expect(lockedOut(struck)).toBe(false)
  })

  describe('by the interest of somebody whom they named by mistake', () => {
    const left = says(married, nothing)
    const strike = (by: string, more: RegisterEntry[] = [], works = new Map<string, string[]>()) =>
      decideRegister(
        { organisations, entries: [...left.entries, ...more], works },
        {
          type: 'StrikeRelation',
          ...{ person: 'pm', entry: entryName({ personId: 'bob', kind: 'family' }), reason: 'The line below.', by },
        },
        today,
      )

    test('is let in when a third person strikes it out, and the reason stays', () => {
      const [event] = strike('deputy')
      if (!event) throw new Error('Nothing was decided.')
      expect(tellRegister(event)).toBe('Somebody named as family was struck out: The line below.')
      const entries = left.entries.map((one) => (one.person === 'pm' ? evolveEntry(one, event, today) : one))
      const struck = looked({ ...left, entries })
      expect(lockedOut(left)).toBe(true)
      expect(lockedOut(struck)).toBe(false)
      expect(struck.entries.find(({ person }) => person === 'pm')).not.toHaveProperty('droppedRelations')
    })

    test.each<[string, string, RegisterEntry[], [string, string[]][]]>([
      ['themselves', 'pm', [], []],
      ['whom they named', 'bob', [], []],
      ['who is close to them', 'deputy', [naming('deputy', 'pm')], []],
      ['who is close to whom they named', 'deputy', [naming('deputy', 'bob')], []],
      ['who has an interest where the other has one', 'deputy', [entry('deputy', [tied('Hearthlight', 'gift')])], []],
      ['who works where the other has an interest', 'deputy', [], [['deputy', ['hearthlight']]]],
      [
        'who works where the other does',
        'deputy',
        [],
        [
          ['deputy', ['ashlarke']],
          ['bob', ['ashlarke']],
        ],
      ],
    ])('and not by anybody %s', (_, by, more, where) => {
      expect(refusedWith(() => strike(by, more, new Map(where)))).toBe('NotAllowed')
    })

    test('not while they still say it, and not twice', () => {
      const command = { type: 'StrikeRelation', person: 'pm', reason: 'No.', by: 'deputy' } as const
      const said = { organisations, entries: married.entries, works }
      const bob = entryName({ personId: 'bob', kind: 'family' })
      expect(refusedWith(() => decideRegister(said, { ...command, entry: bob }, today))).toBe('NotFound')
    })
  })

  test('is let in 24 months after the tie ended', () => {
    const ended = says(director, interests([tied('hearthlight', 'director', { endedOn: '2026-06-14' })]))
    expect(lockedOut(looked(ended, '2028-06-14T09:00:00.000Z'))).toBe(true)
    expect(lockedOut(looked(ended, '2028-06-16T09:00:00.000Z'))).toBe(false)
  })
})

describe('a bar by what somebody close said of themselves', () => {
  const named = interests([], [{ personId: 'bob', kind: 'family' }])
  const director = entry('bob', [tied('hearthlight', 'director')])
  const married = (bob: RegisterEntry): Office => ({
    entries: [{ ...entry('pm', []), declaration: named }, bob],
    conflicts: undefined,
  })
  const bobSays = (office: Office, declaration: Declaration, at = today): Office => {
    const [event] = decideRegister(
      { organisations, entries: office.entries, works },
      { type: 'Declare', person: 'bob', declaration },
      at,
    )
    if (!event) throw new Error('Nothing was decided.')
    return looked(
      { ...office, entries: office.entries.map((one) => (one.person === 'bob' ? evolveEntry(one, event, at) : one)) },
      at,
    )
  }

  test.each<[string, Declaration]>([
    ['has nothing to declare now', nothing],
    ['says that it ended long ago', interests([tied('hearthlight', 'director', { endedOn: '2010-01-01' })])],
    ['makes something smaller of it', interests([tied('hearthlight', 'owner', { basisPoints: 1 })])],
  ])('does not end when that one %s', (_, declaration) => {
    const before = looked(married(director))
    expect(lockedOut(before)).toBe(true)
    const after = bobSays(before, declaration)
    expect(lockedOut(after)).toBe(true)
    expect(lockedOut(bobSays(after, declaration))).toBe(true)
    expect(lockedOut(says(after, nothing))).toBe(true)
    // In a case in which they were never barred, the last word counts.
    expect(lockedOut(looked({ ...after, conflicts: undefined }))).toBe(false)
  })

  test('ends when somebody else strikes it out', () => {
    const left = bobSays(looked(married(director)), nothing)
    const strike = { type: 'StrikeInterest', person: 'bob', entry: entryName(tied('hearthlight', 'director')) } as const
    const [event] = decideRegister(
      { organisations, entries: left.entries, works },
      { ...strike, reason: 'Another Bob.', by: 'deputy' },
      today,
    )
    if (!event) throw new Error('Nothing was decided.')
    const entries = left.entries.map((one) => (one.person === 'bob' ? evolveEntry(one, event, today) : one))
    expect(lockedOut(looked({ ...left, entries }))).toBe(false)
  })

  test('is told to whom it bars without what the other entered', () => {
    const { conflicts } = looked(married(director))
    const [reason] = excludedFrom({ ...(conflicts && { conflicts }) }).values()
    expect(reason).toBe('Somebody whom you named as family has an interest that bars you from this case. (bar-family)')
    const standing = conflicts?.standings['pm']
    expect(JSON.stringify(standing)).toContain('is a director of Hearthlight')
    const own = viewConflicts(
      { conflicts, ruleBook: ruleBookSchema.parse({}) } as Case,
      {
        ...{ person: { id: 'pm' }, as: 'nominee' },
      } as never,
    )
    expect(JSON.stringify(own.standings)).not.toMatch(/hearthlight/i)
  })
})

describe('somebody close who has never declared', () => {
  const result = (works: Map<string, string[]>, kind: Relation['kind'] = 'family') =>
    checkConflicts('ann', { declaration: interests([], [{ personId: 'bob', kind }]) }, { ...matterIn(), works })

  test('is a flag: nobody knows what they have', () => {
    const { findings } = result(new Map())
    expect(findings).toMatchObject([{ rule: 'flag-undeclared', evidence: expect.stringContaining('never declared') }])
  })

  test('bars where the register of people knows for whom they work', () => {
    expect(result(new Map([['bob', ['hearthlight']]])).findings.map(({ rule }) => rule)).toContain('bar-family')
    expect(result(new Map([['bob', ['hearthlight']]]), 'business-partner').findings.map(({ rule }) => rule)).toContain(
      'bar-business-partner',
    )
  })

  test('and who belongs to a practice that provides this', () => {
    const here = organisations.map((one) => (one.id === 'ashlarke' ? { ...one, areas: ['mental-health'] } : one))
    const people = [{ id: 'bob', roles: ['practice' as const], practiceId: 'ashlarke' }]
    const matter = { ...matterIn({ organisations: here }), works: worksOf(people, here) }
    const declaration = interests([], [{ personId: 'bob', kind: 'family' }])
    expect(checkConflicts('ann', { declaration }, matter).result).toBe('barred')
  })

  test('a small share of a practice says nothing of what its people are to it', () => {
    const here = organisations.map((one) => (one.id === 'ashlarke' ? { ...one, areas: ['mental-health'] } : one))
    const of = (declaration: Declaration) =>
      checkConflicts('ann', { practiceId: 'ashlarke', declaration }, matterIn({ organisations: here })).result
    expect(of({ kind: 'nothing to declare' })).toBe('barred')
    expect(of(interests([tied('ashlarke', 'owner', { basisPoints: 1 })]))).toBe('barred')
  })
})

describe('what others entered is not silenced by a smaller word', () => {
  const recorded = (interest: Interest, own: Interest) => {
    const ann = entry('ann', [own], { recorded: [{ ...interest, source: 'Companies House' }] })
    return checkConflicts('ann', {}, matterIn({ entries: [ann] }))
  }
  test.each<[string, Interest, Interest]>([
    [
      'a directorship that is said to have ended',
      tied('hearthlight', 'director'),
      tied('hearthlight', 'director', { endedOn: '2010-01-01' }),
    ],
    [
      'a share that is said to be small',
      tied('hearthlight', 'owner', { basisPoints: 4_000 }),
      tied('hearthlight', 'owner', { basisPoints: 50 }),
    ],
  ])('%s', (_, known, own) => {
    expect(recorded(known, own).findings.map(({ rule }) => rule)).toContain('flag-undeclared')
    expect(recorded(known, known).findings.map(({ rule }) => rule)).not.toContain('flag-undeclared')
  })

  test('nor does whoever says that a relation ended long ago stop those who still name them from being looked at', () => {
    const bob = {
      ...entry('bob', []),
      declaration: interests([tied('hearthlight', 'director')], [{ personId: 'ann', kind: 'family' }]),
    }
    const declaration = interests([], [{ personId: 'bob', kind: 'family', endedOn: '2010-01-01' }])
    expect(checkConflicts('ann', { declaration }, matterIn({ entries: [bob] })).result).toBe('flagged')
  })
})

describe('the register of people speaks for those who declare nothing', () => {
  const people = [
    { id: 'pat', roles: ['practice' as const, 'programme-manager' as const] },
    { id: 'quin', roles: ['practice' as const, 'provider' as const], organisationId: 'bones' },
    { id: 'ann', roles: ['practice' as const] },
  ]
  const matter = {
    ...matterIn({ named: [{ organisationId: 'bones', as: 'bidder' }] }),
    works: worksOf(people, organisations),
  }
  const rules = (person: string, facts: PersonFacts = {}) =>
    checkConflicts(person, { declaration: nothing, ...facts }, matter).findings.map(({ rule }) => rule)

  test('whoever runs the programme works for the company, which bars from a seat, and not from running it', () => {
    expect(rules('pat')).toEqual(['bar-company'])
    expect(rules('pat', { officer: true })).toEqual([])
  })

  test('the user of a bidder works for it', () => {
    expect(rules('quin')).toEqual(['bar-this-case'])
    expect(rules('ann')).toEqual([])
  })
})

describe('what ended within 24 months counts as what lasts does', () => {
  const lately = { endedOn: '2026-05-20', detail: 'Words.' }
  const long = { endedOn: '2020-05-20', detail: 'Words.' }
  test.each<[string, string, Interest['kind'], string]>([
    ['family with an interest', 'hearthlight', 'family', 'bar-family'],
    ['a partner in business with one', 'hearthlight', 'business-partner', 'bar-business-partner'],
    ['paid advice', 'hearthlight', 'paid-adviser', 'flag-paid-adviser'],
    ['a gift', 'hearthlight', 'gift', 'flag-gift'],
    ['another tie', 'hearthlight', 'other', 'flag-other'],
    ['a tie to an unknown organisation', 'Nowhere Ltd', 'director', 'flag-unknown-organisation'],
  ])('%s', (_, where, kind, rule) => {
    const rules = (more: Partial<Interest>) => checkAnn([tied(where, kind, more)]).findings.map((found) => found.rule)
    expect([...new Set(rules(lately))]).toEqual([rule])
    expect(rules(long)).toEqual([])
  })

  test('the tie of a relative, and the relation', () => {
    const result = (tie: Partial<Interest>, relation: Partial<Relation>) =>
      checkConflicts(
        'ann',
        { declaration: interests([], [{ personId: 'bob', kind: 'family', ...relation }]) },
        matterIn({ entries: [entry('bob', [tied('hearthlight', 'director', tie)])] }),
      ).result
    expect(result(lately, {})).toBe('barred')
    expect(result({}, { endedOn: '2026-06-14' })).toBe('barred')
    expect(result(long, {})).toBe('clear')
    expect(result({}, { endedOn: '2020-05-20' })).toBe('clear')
  })
})
