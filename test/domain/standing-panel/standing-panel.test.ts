import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { viewCase } from '../../../domain/case/view.ts'
import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { decideNomination, stepNomination } from '../../../domain/nomination/decide.ts'
import { shortfall } from '../../../domain/nomination/shortfall.ts'
import { seated, vacancies } from '../../../domain/panel/panel.ts'
import { viewPanel } from '../../../domain/panel/view.ts'
import { makeUp, membersAsDrawn } from '../../../domain/panel-draw/view.ts'
import { type RuleBook, ruleBookSchema } from '../../../domain/rule-book/rule-book.ts'
import { callStandingPanel, conveneStandingPanel } from '../../../domain/standing-panel/decide.ts'
import { isServing, type StandingPanel } from '../../../domain/standing-panel/standing-panel.ts'
import { interest, register, small } from '../nominees.ts'
import { by, checked, commit, committed, having, later, seven } from '../panel-draw/drawing.ts'
import { given, refusedWith, submitted, types } from '../story.ts'

const term = { serves: 'an area for a term', termMonths: 12, randomness: 'commit-reveal' }
const rules: RuleBook = ruleBookSchema.parse({ ...small, panel: { ...small.panel, panelsInLottery: 100, ...term } })

const standing: StandingPanel = {
  ...{
    id: 'p000000000001',
    area: 'mental-health',
    from: later(-24 * 200),
    until: later(24 * 165),
  },
  members: [
    { person: 'ann', practiceId: 'practice-of-ann', profession: 'gp', experienced: false },
    { person: 'dee', practiceId: 'practice-of-dee', profession: 'practice-manager', experienced: true },
    { person: 'eve', practiceId: 'practice-of-eve', profession: 'nurse', experienced: true },
  ],
}
const everybody = standing.members.map(({ person }) => person)

/** A case of the area whose nominations open while a panel serves it. */
function called(
  panel: StandingPanel | undefined = standing,
  there: readonly string[] = everybody,
  ruleBook: RuleBook = rules,
): Case {
  const accepted = given(
    ...submitted,
    { type: 'ProposalAccepted', data: { ruleBook } },
    { type: 'StageEntered', data: { stage: 'nomination', attempt: 2 } },
  )
  const practices = seven.map(({ person, practice = `practice-of-${person}` }) => practice)
  const [opened, ...others] = stepNomination(
    accepted,
    { type: 'OpenNomination', attempt: 2, practices: [...new Set(practices)] },
    { at: committed, by },
  )
  if (!opened) throw new Error('Nominations were not opened.')
  return having(accepted, [opened, ...callStandingPanel(accepted, panel, there, committed), ...others])
}

const nothing = { kind: 'nothing to declare' } as const
const accepts = (theCase: Case, person: string, declaration: Parameters<typeof interest> | typeof nothing = nothing) =>
  having(
    theCase,
    decideNomination(theCase, {
      ...{ type: 'AcceptNomination', person },
      declaration: Array.isArray(declaration) ? interest(...declaration) : declaration,
    }),
  )

/** In panel formation, checked for conflicts. */
function inFormation(theCase: Case): Case {
  const closed = having(theCase, [
    ...stepNomination(theCase, { type: 'CloseNomination', attempt: 2 }, { at: committed, by }),
    { type: 'StageEntered', data: { stage: 'panel-formation', attempt: 3 } },
  ])
  const matter = matterOf(closed, register)
  return having(closed, checkNominees(closed, { attempt: 3, matter }, { at: committed, by }))
}

const nominated = (theCase: Case, person: string, profession: 'gp' | 'nurse' = 'gp') =>
  accepts(
    having(theCase, [
      {
        type: 'PersonNominated',
        data: { person, practiceId: `practice-of-${person}`, profession, experienced: false },
      },
    ]),
    person,
  )

describe('a panel drawn for an area', () => {
  test('is convened for its term when it is whole, with what the draw went by', async () => {
    const whole = checked(
      [
        { person: 'ann' },
        { person: 'dee', profession: 'practice-manager', experienced: true },
        { person: 'eve', profession: 'nurse' },
      ],
      term,
    )
    const filled = having(whole, await commit(whole, committed, { eve: { panels: 0, recent: true, skills: [] } }))
    const sitting = having(
      filled,
      seated(filled.panel).map((person) => ({ type: 'SeatAccepted', data: { person } })),
    )
    const at = '2026-01-31T12:00:00.000Z'
    const [event] = conveneStandingPanel(sitting, membersAsDrawn(sitting), undefined, at)
    expect(event).toMatchObject({
      type: 'StandingPanelConvened',
      data: { panel: { area: 'mental-health', from: at, until: '2027-02-01T00:00:00.000Z' } },
    })
    expect(
      event?.type === 'StandingPanelConvened' &&
        event.data.panel.members.map(({ person, experienced }) => [person, experienced]),
    ).toEqual([
      ['ann', false],
      ['dee', true],
      ['eve', true],
    ])
    // Nobody can find the case by it, whose identifier is public: it rests on what only its own people know.
    const another = { ...sitting, head: { ...sitting.head, hash: 'f'.repeat(64) } }
    const [same] = conveneStandingPanel(another, membersAsDrawn(another), undefined, at)
    const idIn = (one: typeof event) => one?.type === 'StandingPanelConvened' && one.data.panel.id
    expect(idIn(same)).not.toBe(idIn(event))
    // Not where its members came from the area's panel, where the panel serves one case, nor where the area has one by now.
    const from = { ...sitting, panel: { ...sitting.panel, seats: sitting.panel?.seats ?? {}, standing } }
    expect(conveneStandingPanel(from, membersAsDrawn(from), undefined, at)).toEqual([])
    const one = { ...sitting, ruleBook: ruleBookSchema.parse(small) }
    expect(conveneStandingPanel(one, membersAsDrawn(one), undefined, at)).toEqual([])
    expect(
      conveneStandingPanel(sitting, membersAsDrawn(sitting), { ...standing, until: '2026-02-01T00:00:00.000Z' }, at),
    ).toEqual([])
  })

  test('serves from its first instant to the last of its term', () => {
    expect(isServing(standing, standing.from)).toBe(true)
    expect(isServing(standing, later(24 * 165 - 1))).toBe(true)
    expect(isServing(standing, standing.until)).toBe(false)
  })
})

describe('a case of an area that has a panel', () => {
  test('asks its members who are still of their practice, once, and only within the term', () => {
    const theCase = called(standing, ['ann', 'dee'])
    expect(Object.keys(theCase.nomination?.nominees ?? {})).toEqual(['ann', 'dee'])
    expect(called({ ...standing, until: committed }).nomination?.nominees).toEqual({})
    expect(called(standing, []).nomination?.standing).toBeUndefined()
    const barred = given(...submitted, {
      type: 'ConflictsChecked',
      data: {
        ...{ occasion: 'submission', register: 'now' },
        results: { ann: { result: 'barred', findings: [{ rule: 'bar-this-case', evidence: 'Owns it.' }] } },
      },
    })
    expect(callStandingPanel(barred, standing, everybody, committed)).toMatchObject([
      { data: { people: ['dee', 'eve'] } },
    ])
    const again = having(theCase, [{ type: 'NominationOpened', data: { practices: [] } }])
    expect(callStandingPanel(again, standing, everybody, committed)).toEqual([])
    expect(again.nomination?.standing).toEqual(standing)
  })

  test('asks them whatever its rules say of a panel that it would draw: nobody picks between them and a draw', () => {
    const ofItsOwn = { ...rules, panel: { ...rules.panel, serves: 'one case' as const } }
    expect(Object.keys(called(standing, everybody, ofItsOwn).nomination?.nominees ?? {})).toEqual(everybody)
  })

  test('is served by all of them, without a draw, when they accept and have no conflict', async () => {
    const theCase = inFormation(everybody.reduce((so, person) => accepts(so, person), called()))
    expect(shortfall(theCase)).toEqual([])
    const events = await commit(theCase)
    expect(types(events)).toEqual(['StandingMembersSeated'])
    const formed = having(theCase, events)
    expect(seated(formed.panel)).toEqual(everybody)
    expect(vacancies(formed.panel, formed.ruleBook)).toBe(0)
    // Doing it twice is doing it once.
    expect(await commit(formed)).toEqual([])
    const seen = viewPanel(formed, {
      person: { id: 'person-pm', name: '', email: '', roles: [], profession: 'other', skills: [], panelsFormedOn: [] },
      as: 'programme-manager',
    })
    expect(seen).toMatchObject({ standing: { area: 'mental-health', drawnHere: false, sat: everybody } })
  })

  test('draws the vacant seats alone: who has a conflict in it or declines does not sit, and nothing else is drawn', async () => {
    const asked = accepts(accepts(called(), 'ann', ['talking', 'director']), 'dee')
    const declined = having(asked, decideNomination(asked, { type: 'DeclineNomination', person: 'eve' }))
    const theCase = inFormation(['fay', 'gil', 'hal', 'ida'].reduce((so, person) => nominated(so, person), declined))
    const events = await commit(theCase)
    expect(types(events)).toEqual(['StandingMembersSeated', 'WaitOpened'])
    expect(events[0]).toMatchObject({
      data: {
        people: ['dee'],
        absent: [
          { person: 'ann', because: 'has a conflict' },
          { person: 'eve', because: 'declined' },
        ],
      },
    })
    const seatedNow = having(theCase, events)
    const contributed = ['practice-of-fay', 'practice-of-gil'].reduce(
      (so, practiceId) =>
        having(so, [
          { type: 'DrawContributionMade', data: { practiceId, commitment: practiceId.padEnd(64, '0').slice(0, 64) } },
        ]),
      seatedNow,
    )
    const [draw] = (await commit(contributed)).filter(({ type }) => type === 'DrawCommitted')
    if (draw?.type !== 'DrawCommitted') throw new Error('No draw was committed to.')
    const { instance } = draw.data.terms
    expect(instance.sitting).toEqual([
      { practice: expect.any(String), profession: 'practice-manager', experience: 'recent' },
    ])
    expect(instance.pool).toHaveLength(4)
    expect(draw.data.terms.panels.every((panel) => panel.length === 2)).toBe(true)
  })

  test('waits for no ruling and no answer: who is flagged, or has not answered, does not sit', async () => {
    const asked = accepts(accepts(called(), 'ann', ['bones', 'other']), 'dee')
    const theCase = inFormation(['fay', 'gil', 'hal'].reduce((so, person) => nominated(so, person), asked))
    expect(theCase.conflicts?.standings['ann']?.status).toBe('flagged')
    expect((await commit(theCase))[0]).toMatchObject({
      type: 'StandingMembersSeated',
      data: {
        people: ['dee'],
        absent: [
          { person: 'ann', because: 'has a conflict' },
          { person: 'eve', because: 'did not answer' },
        ],
      },
    })
  })

  test('counts the service of its members as when they were drawn: to serve out a term is no new service', async () => {
    const members = standing.members.map((one) => ({ ...one, experienced: one.person === 'dee' }))
    const asked = called({ ...standing, members })
    const others = ['fay', 'gil'].reduce((so, person) => nominated(so, person), asked)
    const strict = { ...rules, panel: { ...rules.panel, mostExperienced: 1 } }
    const theCase = { ...inFormation(everybody.reduce((so, person) => accepts(so, person), others)), ruleBook: strict }
    const formed = having(theCase, await commit(theCase))
    const left = having(formed, [{ type: 'SeatDeclined', data: { person: 'eve', reason: 'Moves away.' } }])
    // Ann and Dee sat lately on this very panel, and the limit is one.
    const lately = Object.fromEntries(everybody.map((person) => [person, { panels: 1, recent: true, skills: [] }]))
    expect(types(await commit(left, committed, lately))).toEqual(['WaitOpened'])
    expect(makeUp(left).quotas.find(({ category }) => category === 'experience')).toMatchObject({ have: 1, max: 1 })
    const forOneCase = { ...left, panel: { seats: left.panel?.seats ?? {} } }
    const [impossible] = await commit(forOneCase, committed, lately)
    if (impossible?.type !== 'NoPanelPossible') throw new Error('A panel was possible.')
    expect(impossible.data.alternatives[0]?.panel).toEqual(expect.arrayContaining(['ann', 'dee']))
  })

  test('draws all its seats where more of them can serve than there are seats: nobody chooses', async () => {
    const theCase = inFormation(everybody.reduce((so, person) => accepts(so, person), called()))
    const smaller = { ...theCase, ruleBook: { ...rules, panel: { ...rules.panel, size: 2 } } }
    const events = await commit(smaller)
    expect(events[0]).toEqual({
      type: 'StandingPanelSetAside',
      data: { id: standing.id, because: '3 of its members can serve, and there are 2 seats.' },
    })
    expect(seated(having(smaller, events).panel)).toEqual([])
  })

  test.each([
    ['a limit of the case that its members do not meet', { skills: [{ name: 'talking therapies', fewest: 1 }] }],
    ['a limit that nobody could make up for, with the one seat that is left', { fewestGps: 3, size: 4 }],
  ])('is set aside for %s: nothing is silently weakened', async (_, limits) => {
    const asked = ['fay', 'cyd'].reduce((so, person) => nominated(so, person), called())
    const theCase = inFormation(everybody.reduce((so, person) => accepts(so, person), asked))
    const strict = { ...theCase, ruleBook: { ...rules, panel: { ...rules.panel, ...limits } } }
    const able = { fay: { panels: 0, recent: false, skills: ['talking therapies'] } }
    const [first, ...rest] = await commit(strict, committed, able)
    expect(first).toEqual({
      type: 'StandingPanelSetAside',
      data: { id: standing.id, because: expect.stringContaining('could not meet the limits of this case') },
    })
    expect(types(rest)).not.toContain('StandingMembersSeated')
  })

  test('leaves their answer to its members: no practice withdraws them', () => {
    const withdraw = { type: 'WithdrawNomination', person: 'ann', practiceId: 'practice-of-ann' } as const
    expect(refusedWith(() => decideNomination(called(), withdraw))).toBe('NotAllowed')
  })

  test('tells a member that they are asked as one', () => {
    const person = {
      id: 'ann',
      name: 'Ann',
      email: '',
      roles: [],
      profession: 'gp',
      skills: [],
      panelsFormedOn: [],
    } as const
    const seen = viewCase(called(), { person: { ...person, roles: [], skills: [], panelsFormedOn: [] }, as: 'nominee' })
    expect(seen.nomination?.standing).toEqual({ area: 'mental-health', until: standing.until, you: true })
  })
})
