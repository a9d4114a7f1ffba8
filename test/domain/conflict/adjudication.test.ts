import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import { isBarred, mayServe } from '../../../domain/conflict/conflict.ts'
import { openFlags } from '../../../domain/conflict/evolve.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { readingOf } from '../../../domain/conflict/reading.ts'
import { viewConflicts } from '../../../domain/conflict/view.ts'
import { adjudication } from '../../../domain/conflict/waits.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import type { Interest } from '../../../domain/register/declaration.ts'
import { organisation, register } from '../nominees.ts'
import { following, monday, refusal, refusedWith, types } from '../story.ts'
import { by, checked, type Ruling, rule, ruled, somebody, step } from './checked.ts'
import { tied } from './locality.ts'
import { readIn } from './read-in.ts'

const ineligible: CaseEvent = {
  type: 'ConflictsChecked',
  data: {
    ...{ occasion: 'register', register: '2-x' },
    results: { cyd: { result: 'ineligible', findings: [{ rule: 'ineligible-proposer', evidence: 'Proposed it.' }] } },
  },
}

describe('adjudication (requirements §4: with written reasons, and nobody their own)', () => {
  test('clears, manages with a mitigation, or bars', () => {
    expect(ruled(checked(), 'bob').conflicts?.standings['bob']).toMatchObject({ status: 'cleared', by: 'person-pm' })
    const managed = ruled(checked(), 'cyd', { ruling: 'managed', mitigation: 'Leaves the room.' })
    expect(managed.conflicts?.standings['cyd']).toMatchObject({ status: 'managed', mitigation: 'Leaves the room.' })
    expect(mayServe(managed.conflicts, 'cyd')).toBe(true)
    const barred = ruled(checked(), 'cyd', { ruling: 'barred' })
    expect(mayServe(barred.conflicts, 'cyd')).toBe(false)
  })

  test.each([
    ['their own', { person: 'bob' }],
    ['one in their own practice', { person: 'person-pm', interestedIn: ['ashlarke'] }],
  ])('nobody rules on %s', (_, adjudicator) => {
    expect(refusedWith(() => rule(checked(), 'bob', { adjudicator }))).toBe('NotAllowed')
  })

  test('is an approver’s only once it is overdue and was escalated, while the panel is formed, too', () => {
    const adjudicator = { person: 'ap', as: 'approver' as const }
    const theCase = checked()
    expect(refusedWith(() => rule(theCase, 'bob', { adjudicator }))).toBe('TooEarly')
    const { wait } = theCase.life
    if (!wait) throw new Error('It waits for rulings.')
    const late = following(theCase, adjudication.atDeadline(theCase, wait, wait.dueAt), wait.dueAt)
    expect(ruled(late, 'bob', { adjudicator }).conflicts?.standings['bob']?.status).toBe('cleared')
    // They read what waits for them, and of their own what everybody reads of theirs.
    const own = { rule: 'flag-close-interest' as const, evidence: 'Whose it is.', toThem: 'Somebody close.' }
    const flag: CaseEvent = {
      type: 'ConflictsChecked',
      data: { occasion: 'register', register: '2-b', results: { ap: { result: 'flagged', findings: [own] } } },
    }
    const seen = viewConflicts(following(late, [flag], monday), { person: { ...somebody, id: 'ap' }, as: 'approver' })
    const standing = (who: string) => seen.standings.find(({ person }) => person === who)
    expect(standing('bob')).toMatchObject({ findings: [{ reading: expect.any(String) }] })
    expect(standing('ap')).toMatchObject({ findings: [{ rule: own.rule, evidence: own.toThem }] })
    expect(JSON.stringify(standing('ap'))).not.toMatch(/reading|Whose/)
    expect(standing('ann')).toBeUndefined()
  })

  test('nobody rules on an interest in their own organisation', () => {
    const adjudicator = { person: 'person-pm', interestedIn: ['talking'] }
    expect(refusedWith(() => rule(checked(), 'cyd', { adjudicator }))).toBe('NotAllowed')
  })

  test('nobody rules on a chain that goes through an organisation in which they have an interest', () => {
    const close = { person: 'person-pm', closeTo: ['cyd'] }
    expect(refusedWith(() => rule(checked(), 'cyd', { adjudicator: close }))).toBe('NotAllowed')
    const chain = ['practice', 'holding', 'talking']
    const flag: CaseEvent = {
      type: 'ConflictsChecked',
      data: {
        ...{ occasion: 'register', register: '2-x' },
        results: { cyd: { result: 'flagged', findings: [{ rule: 'flag-employer-owns', evidence: 'E.', chain }] } },
      },
    }
    const owned = following(checked(), [flag], monday)
    const adjudicator = { person: 'person-pm', interestedIn: ['holding'] }
    expect(refusedWith(() => rule(owned, 'cyd', { adjudicator }))).toBe('NotAllowed')
    expect(rule(owned, 'cyd', { adjudicator: { ...adjudicator, interestedIn: ['elsewhere'] } })).toHaveLength(1)
  })

  test('to bar takes the seat of whoever holds one, or is invited to one, and of nobody else', () => {
    const barring = (...events: CaseEvent[]) =>
      types(rule(following(checked(), events, monday), 'cyd', { ruling: 'barred' }))
    const invited: CaseEvent = { type: 'PanelFilledWithoutDraw', data: { people: ['cyd'] } }
    expect(barring()).toEqual(['PersonBarred'])
    expect(barring(invited)).toEqual(['PersonBarred', 'MemberExcluded'])
    expect(barring(invited, { type: 'SeatAccepted', data: { person: 'cyd' } })).toEqual([
      'PersonBarred',
      'MemberExcluded',
    ])
    expect(barring(invited, { type: 'SeatDeclined', data: { person: 'cyd' } })).toEqual(['PersonBarred'])
  })

  test('nobody rules on the interest of somebody who is close to them, or on their own as that of a relative', () => {
    const flag: CaseEvent = {
      type: 'ConflictsChecked',
      data: {
        ...{ occasion: 'register', register: '2-x' },
        results: {
          cyd: { result: 'flagged', findings: [{ rule: 'flag-undeclared', evidence: 'E.', relative: 'eve' }] },
        },
      },
    }
    const silent = following(checked(), [flag], monday)
    for (const adjudicator of [{ person: 'eve' }, { person: 'person-pm', closeTo: ['eve'] }])
      expect(refusedWith(() => rule(silent, 'cyd', { adjudicator }))).toBe('NotAllowed')
    expect(rule(silent, 'cyd')).toHaveLength(1)
  })

  describe('a sole expert', () => {
    const kept = {
      ruling: 'managed',
      mitigation: 'Advises, and leaves before the vote.',
      soleExpertIn: 'Diagnostics ',
    } as const
    const needing = (name: string): Case => {
      const { ruleBook, ...theCase } = checked()
      return { ...theCase, ruleBook: { ...ruleBook, panel: { ...ruleBook.panel, skills: [{ name, fewest: 1 }] } } }
    }
    const can =
      (...people: string[]) =>
      (person: string) =>
        people.includes(person) ? ['DIAGNOSTICS'] : ['tango']
    const faults = (theCase: Case, more: Ruling) =>
      refusal(() => rule(theCase, 'cyd', { ...kept, ...more })).faults.map(({ path, message }) => `${path}: ${message}`)

    test('is kept with a mitigation, and recorded by the skill as the rules name it', () => {
      const skillsOf = can('cyd')
      expect(ruled(needing('diagnostics'), 'cyd', { ...kept, skillsOf }).conflicts?.standings['cyd']).toMatchObject({
        ...{ status: 'managed', soleExpertIn: 'diagnostics', mitigation: 'Advises, and leaves before the vote.' },
      })
    })

    test('is nobody where the case does not need the skill, or they do not have it', () => {
      expect(faults(checked(), { skillsOf: can('cyd') })).toEqual([expect.stringMatching(/name no such skill/)])
      expect(faults(needing('diagnostics'), { soleExpertIn: 'tango', skillsOf: can('cyd') })).toEqual([
        expect.stringMatching(/name no such skill/),
      ])
      expect(faults(needing('diagnostics'), { skillsOf: can('bob') })).toEqual([expect.stringMatching(/does not say/)])
      expect(faults(needing('diagnostics'), {})).toEqual([expect.stringMatching(/does not say/)])
    })

    test('is nobody where somebody else can do it, or might yet; who is barred does not count', () => {
      expect(faults(needing('diagnostics'), { skillsOf: can('cyd', 'ann', 'bob', 'dee') })).toEqual([
        expect.stringMatching(/1 other nominee without a conflict/),
        expect.stringMatching(/1 other nominee who can do this waits/),
      ])
      expect(rule(needing('diagnostics'), 'cyd', { ...kept, skillsOf: can('cyd', 'dee') })).toHaveLength(1)
    })

    test('is kept by a managed interest alone', () =>
      expect(faults(needing('diagnostics'), { ruling: 'cleared', skillsOf: can('cyd') })).toEqual([
        expect.stringMatching(/Only an interest that is managed/),
      ]))
  })

  test('a ruling covers what was flagged then; another flag beside it waits for its own', () => {
    const cleared = ruled(checked(), 'cyd')
    const entries = [
      { person: 'cyd', dropped: [], recorded: [{ ...tied('talking', 'director'), source: 'Companies House' }] },
    ]
    const matter = matterOf(cleared, { version: '2-x', organisations: register, entries })
    const more = checkNominees(cleared, { attempt: 3, matter }, { by, at: monday })
    const again = following(cleared, more, monday)
    // What was ruled on was flagged: the record says so of what changes.
    expect(more[0]?.data).toMatchObject({
      changed: expect.arrayContaining([
        expect.objectContaining({ person: 'cyd', from: 'flagged', went: [] }),
        expect.objectContaining({ person: 'dee', from: 'barred' }),
      ]),
    })
    const standing = again.conflicts?.standings['cyd']
    expect(standing?.status).toBe('flagged')
    expect(standing && openFlags(standing).map(({ rule }) => rule)).toEqual(['flag-undeclared'])
    expect(following(again, step(again), monday).conflicts?.standings['cyd']?.status).toBe('cleared')
    // The earlier ruling holds beside the later.
    expect(ruled(again, 'cyd').conflicts?.standings['cyd']?.status).toBe('cleared')
  })

  const recheck = (theCase: Case, recorded: Interest[]) => {
    const suggested = recorded.map((one) => ({ ...one, source: 'Companies House' }))
    const matter = matterOf(theCase, {
      version: '2-x',
      organisations: register,
      entries: [{ person: 'cyd', dropped: [], recorded: suggested }],
    })
    return following(theCase, checkNominees(theCase, { attempt: 3, matter }, { by, at: monday }), monday)
  }

  test.each(['cleared', 'managed', 'barred'] as const)(
    'is not theirs who entered what it is on: “%s” is somebody else’s to rule',
    (ruling) => {
      const since = recheck(checked(), [{ ...tied('talking', 'other', { detail: 'Hearsay.' }), by: 'pm' } as Interest])
      const by = (person: string) => ({ ruling, mitigation: 'Leaves.', adjudicator: { person } })
      expect(refusedWith(() => rule(since, 'cyd', by('pm')))).toBe('NotAllowed')
      expect(ruled(since, 'cyd', by('deputy')).conflicts?.standings['cyd']?.status).toBe(ruling)
    },
  )

  test.each(['cleared', 'managed', 'barred'] as const)(
    'is on what was read: “%s” settles nothing that came up in between',
    (ruling) => {
      const read = readIn(checked(), 'cyd')
      const since = recheck(checked(), [tied('talking', 'gift', { detail: 'A dinner.' })])
      const stale = refusal(() => rule(since, 'cyd', { read, ruling, mitigation: 'Leaves.' }))
      expect(stale).toMatchObject({ code: 'Stale', faults: [{ path: ['read'] }] })
      expect(stale.faults[0]?.message).toMatch(/^New: .*had a gift.*flag-undeclared/)
      expect(ruled(since, 'cyd', { ruling, mitigation: 'Leaves.' }).conflicts?.standings['cyd']?.status).toBe(ruling)
    },
  )

  test('manages nothing that would bar if it were admitted: it is not true, or it bars', () => {
    const since = recheck(checked(), [tied('talking', 'director')])
    expect(refusal(() => rule(since, 'cyd', { ruling: 'managed', mitigation: 'Will try.' })).faults).toMatchObject([
      { path: ['ruling'], message: expect.stringContaining('cannot be managed') },
    ])
    for (const ruling of ['cleared', 'barred'] as const)
      expect(ruled(since, 'cyd', { ruling }).conflicts?.standings['cyd']?.status).toBe(ruling)
  })

  test('is refused where what was read is open no longer, where it reads otherwise, and where nothing was read', () => {
    const more = recheck(checked(), [tied('talking', 'director')])
    const gone = refusal(() => rule(recheck(more, []), 'cyd', { read: readIn(more, 'cyd') }))
    expect(gone).toMatchObject({
      code: 'Stale',
      faults: [{ message: 'No longer open: 1 of the findings that you read' }],
    })
    const [first, ...others] = readIn(more, 'cyd')
    for (const read of [[], others, first === undefined ? [] : [first], ['0'.repeat(64), ...others]])
      expect(refusedWith(() => rule(more, 'cyd', { read }))).toBe('Stale')
    const finding = { rule: 'flag-other', evidence: 'One.', fingerprint: 'f' } as const
    expect(readingOf(finding)).not.toBe(readingOf({ ...finding, evidence: 'Another.' }))
  })

  test('of two who rule at once, the second is told so', () => {
    const read = readIn(checked(), 'cyd')
    expect(refusedWith(() => rule(ruled(checked(), 'cyd'), 'cyd', { read, ruling: 'barred' }))).toBe('AlreadyDone')
  })

  test('says on the record what it is on; what it does not name stays open, and an old one names nothing', () => {
    const more = recheck(checked(), [tied('talking', 'director')])
    const [event] = rule(more, 'cyd')
    expect(event?.data).toMatchObject({ findings: [{ rule: 'flag-undeclared' }, { rule: 'flag-paid-adviser' }] })
    if (event?.type !== 'InterestCleared') throw new Error('It was cleared.')
    const { findings = [], ...old } = event.data
    const one: CaseEvent = { type: 'InterestCleared', data: { ...old, findings: findings.slice(0, 1) } }
    const left = following(more, [one], monday).conflicts?.standings['cyd']
    expect(left && openFlags(left)).toMatchObject([findings[1]])
    const before = following(more, [{ type: 'InterestCleared', data: old }], monday)
    expect(before.conflicts?.standings['cyd']?.status).toBe('cleared')
  })

  test('who rules is shown what is open, by a name for each, and how the rest was ruled on', () => {
    const more = recheck(ruled(checked(), 'cyd'), [tied('talking', 'director')])
    const viewer = { person: { ...somebody, id: 'pm' }, as: 'programme-manager' as const }
    const shown = viewConflicts(more, viewer).standings.find(({ person }) => person === 'cyd')
    expect(shown).toMatchObject({
      findings: [
        { rule: 'flag-undeclared', reading: readIn(more, 'cyd')[0] },
        { rule: 'flag-paid-adviser', ruled: { ruling: 'cleared', reasons: 'It is known to all.' } },
      ],
    })
    expect(
      JSON.stringify(viewConflicts(more, { ...viewer, person: { ...somebody, id: 'cyd' }, as: 'nominee' })),
    ).not.toMatch(/"reading"|"ruled"/)
  })

  test('a bar is never relaxed, neither by a ruling nor by another check', () => {
    expect(refusedWith(() => rule(checked(), 'dee'))).toBe('NotAllowed')
    const barred = ruled(checked(), 'cyd', { ruling: 'barred' })
    expect(refusedWith(() => rule(barred, 'cyd'))).toBe('NotAllowed')
    const again = following(barred, step(barred, [organisation('talking', 'provider')]), monday)
    expect(isBarred(again.conflicts, 'cyd')).toBe(true)
    // What the rules say otherwise by now is news once, and no other standing.
    expect(step(again, [organisation('talking', 'provider')])).toEqual([])
    const changes = (theCase: Case, organisations: Organisation[]) =>
      step(theCase, organisations).flatMap(({ type, data }) =>
        type === 'ConflictsChecked' ? (data.changed ?? []) : [],
      )
    const elsewhere = [organisation('talking', 'provider')]
    expect(changes(barred, elsewhere)).toContainEqual(
      expect.objectContaining({ person: 'cyd', from: 'barred', to: 'barred' }),
    )
    expect(changes(checked(), elsewhere)).toContainEqual(
      expect.objectContaining({ person: 'dee', from: 'barred', to: 'clear' }),
    )
    const managed = ruled(checked(), 'cyd', { ruling: 'managed', mitigation: 'Leaves.' })
    expect(changes(managed, elsewhere)).toContainEqual(
      expect.objectContaining({ person: 'cyd', from: 'flagged', to: 'clear' }),
    )
  })

  test('refuses what is not flagged, who was not checked, a case that is paused, and every missing part at once', () => {
    expect(refusedWith(() => rule(checked(), 'ann'))).toBe('AlreadyDone')
    expect(refusedWith(() => rule(checked(), 'nobody'))).toBe('NotFound')
    expect(refusedWith(() => rule(following(checked(), [ineligible], monday), 'cyd'))).toBe('NotAllowed')
    const paused = following(checked(), [{ type: 'CasePaused', data: { reason: 'Holidays.' } }], monday)
    expect(refusedWith(() => rule(paused, 'bob'))).toBe('CasePaused')
    const empty = refusal(() => rule(checked(), 'bob', { ruling: 'managed', reasons: ' ', mitigation: '' }))
    expect(empty.faults.map(({ path }) => path[0])).toEqual(['reasons', 'mitigation'])
  })

  test('a ruling stops the same from being raised, and not something new', () => {
    const cleared = ruled(checked(), 'bob')
    const grown = [...register, organisation('new-one', 'provider')]
    expect(following(cleared, step(cleared, grown), monday).conflicts?.standings['bob']?.status).toBe('cleared')
    const managed = ruled(checked(), 'cyd', { ruling: 'managed', mitigation: 'Leaves.' })
    const renamed = register.map((one) => (one.id === 'talking' ? { ...one, name: 'Another name' } : one))
    expect(following(managed, step(managed, renamed), monday).conflicts?.standings['cyd']?.status).toBe('managed')
    const owned = register.map((one) =>
      one.id === 'talking' ? { ...one, areas: [], intends: ['mental-health'] } : one,
    )
    const again = following(managed, step(managed, owned), monday)
    expect(again.conflicts?.standings['cyd']?.status).toBe('flagged')
    expect(following(again, step(again), monday).conflicts?.standings['cyd']?.status).toBe('managed')
    // What is managed and no longer so leaves no mark on what was cleared since.
    expect(ruled(again, 'cyd').conflicts?.standings['cyd']).toMatchObject({ status: 'cleared', by: 'person-pm' })
  })

  test('a ruling of somebody who is barred later is taken back, and of nobody who has no seat by the rules anyway', () => {
    const out: CaseEvent = {
      type: 'ConflictsChecked',
      data: {
        ...{ occasion: 'register', register: '2-x' },
        results: { 'person-pm': { result: 'barred', findings: [] } },
        changed: [{ person: 'person-pm', from: 'clear', to: 'barred', came: [], went: [] }],
      },
    }
    const status = (...events: CaseEvent[]) =>
      following(ruled(checked(), 'cyd'), events, monday).conflicts?.standings['cyd']?.status
    expect(status(out)).toBe('flagged')
    expect(status(ineligible)).toBe('ineligible')
    expect(status(ineligible, out)).toBe('ineligible')
  })
})
