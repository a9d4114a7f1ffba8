import { describe, expect, test } from 'vitest'
import { type Capacity, capacitiesOf } from '../../../domain/case/capacity.ts'
import type { Case } from '../../../domain/case/case.ts'
import { type Matter, matterOf } from '../../../domain/conflict/matter.ts'
import type { Person } from '../../../domain/locality/locality.ts'
import { askForChair, countForChair } from '../../../domain/panel/choose-chair.ts'
import { decidePanel, type PanelCommand } from '../../../domain/panel/decide.ts'
import { chair, chosenChair, isMember, vacancies, votingMembers } from '../../../domain/panel/panel.ts'
import { excludedMembers } from '../../../domain/panel/recheck.ts'
import { chairProblems } from '../../../domain/panel/verify-chair.ts'
import { viewPanel } from '../../../domain/panel/view.ts'
import { chair as chairWait, invitations } from '../../../domain/panel/waits.ts'
import { drawOne } from '../../../domain/panel-draw/lot.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { promised, register, SEED, withNominees } from '../nominees.ts'
import { following, monday, refusedWith, types } from '../story.ts'

const by = { step: 'a-step' }
const attempt = 3
const trio = ['ann', 'bob', 'cyd']

const invitedTo = (): Case =>
  following(
    withNominees(trio.map((person) => ({ person }))),
    [
      { type: 'PanelFilledWithoutDraw', data: { people: trio } },
      { type: 'WaitOpened', data: { name: 'invitations', dueAt: '2026-01-11T00:00:00.000Z' } },
    ],
    monday,
  )
const done = (theCase: Case, command: PanelCommand): Case => following(theCase, decidePanel(theCase, command), monday)
const seatedAll = (): Case =>
  trio.reduce((state, person) => done(state, { type: 'AcceptSeat', person, panels: 0 }), invitedTo())
const choosing = (): Case =>
  following(seatedAll(), askForChair(seatedAll(), { attempt, seed: promised }, { by, at: monday }), monday)
const vote = (theCase: Case, person: string, candidate: string, round = 1) =>
  done(theCase, { type: 'VoteForChair', person, candidate, round })
const votes = (theCase: Case, cast: Record<string, string>, round = 1) =>
  Object.entries(cast).reduce((state, [person, candidate]) => vote(state, person, candidate, round), theCase)
const count = (theCase: Case, at = monday) => countForChair(theCase, { attempt, seed: SEED }, { by, at })
const counted = (theCase: Case, at = monday) => following(theCase, count(theCase, at), at)
const dueAt = '2026-01-11T00:00:00.000Z'

describe('seats (requirements §2, stage 2)', () => {
  test('are accepted or declined by whom they are offered to, once', () => {
    const accepted = done(invitedTo(), { type: 'AcceptSeat', person: 'ann', panels: 0 })
    expect(votingMembers(accepted.panel)).toEqual(['ann'])
    expect(isMember(accepted.panel, 'bob')).toBe(false)
    expect(refusedWith(() => decidePanel(accepted, { type: 'AcceptSeat', person: 'ann', panels: 0 }))).toBe(
      'AlreadyDone',
    )
    const [ann, bob] = ['ann', 'bob'].map((person) => ({ type: 'AcceptSeat' as const, person, panels: 0 }))
    const two = [ann, bob].reduce((so, command) => (command ? done(so, command) : so), invitedTo())
    expect(invitations.answered(two, monday)).toBe(false)
    expect(invitations.answered(seatedAll(), monday)).toBe(true)
    const declined = done(invitedTo(), { type: 'DeclineSeat', person: 'bob', reason: 'Away.' })
    expect(declined.panel?.seats['bob']).toEqual({ status: 'declined', reason: 'Away.' })
    expect(vacancies(declined.panel, declined.ruleBook)).toBe(1)
    expect(refusedWith(() => decidePanel(declined, { type: 'AcceptSeat', person: 'bob', panels: 0 }))).toBe(
      'AlreadyDone',
    )
  })

  test('are not taken by whoever sits on as many panels as one person may, who may decline them', () => {
    const accept = (panels: number) => decidePanel(invitedTo(), { type: 'AcceptSeat', person: 'ann', panels })
    expect(types(accept(1))).toEqual(['SeatAccepted'])
    expect(refusedWith(() => accept(2))).toBe('NotAllowed')
    expect(types(decidePanel(invitedTo(), { type: 'DeclineSeat', person: 'ann' }))).toEqual(['SeatDeclined'])
  })

  test('are refused to whom they were not offered, after they lapsed, to the excluded, and in another stage', () => {
    const command = { type: 'AcceptSeat', person: 'ann', panels: 0 } as const
    expect(refusedWith(() => decidePanel(withNominees([{ person: 'ann' }]), command))).toBe('NotFound')
    const lapsed = following(invitedTo(), [{ type: 'SeatsLapsed', data: { people: ['ann'] } }], monday)
    expect(refusedWith(() => decidePanel(lapsed, command))).toBe('TooLate')
    const out = following(invitedTo(), [{ type: 'MemberExcluded', data: { person: 'ann', reason: 'A tie.' } }], monday)
    expect(refusedWith(() => decidePanel(out, command))).toBe('NotAllowed')
    const later = following(
      invitedTo(),
      [{ type: 'StageEntered', data: { stage: 'specification', attempt: 4 } }],
      monday,
    )
    expect(refusedWith(() => decidePanel(later, command))).toBe('WrongStage')
  })
})

describe('the chair, chosen by the panel (requirements §2, stage 2)', () => {
  test('is asked for when every seat is taken, once', () => {
    const vacant = done(invitedTo(), { type: 'DeclineSeat', person: 'bob' })
    expect(askForChair(vacant, { attempt, seed: promised }, { by, at: monday })).toEqual([])
    expect(types(askForChair(seatedAll(), { attempt, seed: promised }, { by, at: monday }))).toEqual([
      'ChairVoteOpened',
      'WaitOpened',
    ])
    expect(askForChair(choosing(), { attempt, seed: promised }, { by, at: monday })).toEqual([])
    const { wait: _, ...life } = choosing().life
    expect(
      types(
        askForChair({ ...choosing(), life: life as Case['life'] }, { attempt, seed: promised }, { by, at: monday }),
      ),
    ).toEqual(['WaitOpened'])
    expect(refusedWith(() => askForChair(seatedAll(), { attempt: 1, seed: promised }, { by, at: monday }))).toBe(
      'CaseMovedOn',
    )
  })

  test('is whoever has the most votes', () => {
    const after = counted(votes(choosing(), { ann: 'bob', bob: 'bob', cyd: 'ann' }))
    expect(chair(after.panel)).toBe('bob')
    expect(count(after)).toEqual([])
    expect(askForChair(after, { attempt, seed: promised }, { by, at: monday })).toEqual([])
  })

  test('a tie is put once more between those tied, then decided by a lot that anybody can draw again', () => {
    const again = counted(votes(choosing(), { ann: 'ann', bob: 'bob', cyd: 'cyd' }))
    expect(again.panel?.chair).toMatchObject({ status: 'choosing', round: 2, candidates: trio })
    const events = count(votes(again, { ann: 'ann', bob: 'bob', cyd: 'cyd' }, 2))
    const [chosen] = events
    if (chosen?.type !== 'ChairChosen' || !chosen.data.lot) throw new Error('no lot was drawn')
    const { lot } = chosen.data
    expect(lot.seedCommitment).toEqual(promised)
    expect(drawOne(lot.candidates, lot.seed, lot.publicValue)).toBe(lot.drawn)
    const after = following(again, events, monday)
    expect(after.panel?.chair).toMatchObject({ status: 'chosen', how: 'lot' })
  })

  test('nothing else on the record changes the lot, and the verifier counts and draws again', () => {
    const again = counted(votes(choosing(), { ann: 'ann', bob: 'bob', cyd: 'cyd' }))
    const tied = votes(again, { ann: 'ann', bob: 'bob', cyd: 'cyd' }, 2)
    const [chosen] = count(tied)
    if (chosen?.type !== 'ChairChosen' || !chosen.data.lot) throw new Error('no lot was drawn')
    expect(count({ ...tied, head: { sequence: 99, hash: 'f'.repeat(64) } })[0]).toEqual(chosen)
    const said = (data: Partial<typeof chosen.data>, before = tied) =>
      chairProblems(before, { ...chosen, data: { ...chosen.data, ...data } })
    expect(said({})).toEqual([])
    const { lot, votes: were } = chosen.data
    const { lot: _, ...without } = chosen.data
    const other = trio.find((person) => person !== lot.drawn) ?? ''
    expect(said({ person: other })).toEqual([`lot: drawn again it is ${lot.drawn}`])
    expect(said({ lot: { ...lot, publicValue: 'f'.repeat(64) } })).toEqual([`lot: drawn again it is ${lot.drawn}`])
    expect(said({ lot: { ...lot, seed: 'e'.repeat(64) } })).toEqual([expect.stringContaining('lot.seed')])
    expect(said({ votes: { ...were, [other]: 3 } })).toEqual([expect.stringContaining('votes: they are not')])
    expect(chairProblems(tied, { ...chosen, data: without })).toEqual([expect.stringContaining('lot: the votes')])
    expect(said({}, votes(choosing(), { ann: 'ann', bob: 'bob', cyd: 'cyd' }))).toEqual([
      expect.stringContaining('were not put once more'),
    ])
    expect(said({}, votes(choosing(), { ann: 'bob', bob: 'bob', cyd: 'bob' }))[0]).toContain('votes:')
    const won = votes(choosing(), { ann: 'bob', bob: 'bob', cyd: 'bob' })
    // Nobody draws between those who are not tied.
    expect(said({ person: 'bob', votes: { ann: 0, bob: 3, cyd: 0 } }, won)).toEqual(['person: by the votes it is bob'])
    expect(said({}, following(tied, [chosen], monday))).toEqual([expect.stringContaining('nobody was choosing')])
  })

  test('is nobody who has been excluded since: they are not voted for, and votes for them count no more', () => {
    const before = votes(choosing(), { ann: 'bob', bob: 'bob', cyd: 'bob' })
    const dan = { person: 'dan', practiceId: 'practice-of-dan', profession: 'gp' as const, experienced: false }
    const without = following(
      before,
      [
        { type: 'MemberExcluded', data: { person: 'bob', reason: 'A tie.' } },
        { type: 'PersonNominated', data: dan },
        { type: 'PanelFilledWithoutDraw', data: { people: ['dan'] } },
        { type: 'SeatAccepted', data: { person: 'dan' } },
      ],
      monday,
    )
    expect(refusedWith(() => vote(without, 'dan', 'bob'))).toBe('Invalid')
    expect(count(without, dueAt)[0]).toMatchObject({
      type: 'ChairVoteOpened',
      data: { round: 1, candidates: ['ann', 'cyd', 'dan'] },
    })
  })

  test('a lot is not drawn from another seed than the one promised', () => {
    const again = counted(votes(choosing(), { ann: 'ann', bob: 'bob', cyd: 'cyd' }))
    const tied = votes(again, { ann: 'ann', bob: 'bob', cyd: 'cyd' }, 2)
    const step = { attempt, seed: 'e'.repeat(64) }
    expect(() => countForChair(tied, step, { by, at: monday })).toThrow('not the one that was promised')
  })

  test('waits for those who have not voted; the votes cast by the deadline decide', () => {
    const theCase = vote(choosing(), 'ann', 'bob')
    expect(chairWait.waitsFor(theCase)).toEqual([
      { kind: 'person', id: 'bob' },
      { kind: 'person', id: 'cyd' },
    ])
    expect(chairWait.answered(theCase, monday)).toBe(false)
    expect(count(theCase)).toEqual([])
    expect(chairWait.answered(theCase, dueAt)).toBe(true)
    expect(chair(counted(theCase, dueAt).panel)).toBe('bob')
  })

  test('without any vote the deadline escalates, and one vote alone no longer chooses', () => {
    const reminded = following(choosing(), [{ type: 'Reminded', data: { wait: 'chair', who: [] } }], dueAt, by)
    const late = attend(reminded, { caseId: reminded.id, attempt }, ['chair'], dueAt)
    if (late.verdict !== 'act') throw new Error('nothing was done at the deadline')
    expect(late.events).toMatchObject([{ type: 'Escalated', data: { because: 'No member has voted for a chair.' } }])
    const escalated = vote(following(reminded, late.events, dueAt, by), 'ann', 'bob')
    expect(chairWait.answered(escalated, dueAt)).toBe(false)
    expect(chairWait.answered(vote(escalated, 'cyd', 'bob'), dueAt)).toBe(true)
  })

  test('a seat that falls vacant is filled first; for a chair who is excluded acts who had most votes of the others', () => {
    const out = { type: 'MemberExcluded', data: { person: 'bob', reason: 'A tie.' } } as const
    const vacant = following(choosing(), [out], monday)
    expect(chairWait.answered(vacant, monday)).toBe(true)
    expect(count(vacant)).toEqual([])
    const after = following(counted(votes(choosing(), { ann: 'bob', bob: 'bob', cyd: 'ann' })), [out], monday)
    expect([chosenChair(after.panel), chair(after.panel)]).toEqual([undefined, 'ann'])
  })

  test('refuses strangers, another round, a second vote, no candidate, and a choice that is not open', () => {
    const refused = (theCase: Case, person: string, candidate: string, round = 1) =>
      refusedWith(() => decidePanel(theCase, { type: 'VoteForChair', person, candidate, round }))
    expect(refused(choosing(), 'zoe', 'ann')).toBe('NotAllowed')
    expect(refused(seatedAll(), 'ann', 'ann')).toBe('TooEarly')
    expect(refused(choosing(), 'ann', 'ann', 2)).toBe('Stale')
    expect(refused(choosing(), 'ann', 'zoe')).toBe('Invalid')
    expect(refused(vote(choosing(), 'ann', 'bob'), 'ann', 'cyd')).toBe('AlreadyDone')
    expect(refused(counted(votes(choosing(), { ann: 'bob', bob: 'bob', cyd: 'bob' })), 'ann', 'cyd')).toBe('TooLate')
  })
})

describe('who holds a seat and cannot keep it', () => {
  const seats = seatedAll()
  const matter = matterOf(seats, register)
  const findings = [{ rule: 'flag-other' as const, evidence: 'A tie.' }]
  const flagged = { result: 'flagged' as const, findings }
  const checks = { occasion: 'seat' as const, register: '', results: { ann: flagged } }
  const ruled = following(
    seats,
    [
      { type: 'ConflictsChecked', data: checks },
      { type: 'PersonBarred', data: { person: 'ann', reasons: 'A tie.' } },
    ],
    monday,
  )
  const proposing = { ...matter, proposers: [{ person: 'bob', part: 'clinical lead' as const }] }
  const owning = { ...matter, works: new Map([['cyd', ['talking']]]) }

  test.each<[string, Case, Matter, [string, RegExp][]]>([
    ['nobody is out whom nothing bars', seats, matter, []],
    ['whom a ruling bars', ruled, matter, [['ann', /^Barred by a ruling\.$/]]],
    ['who proposed the case', seats, proposing, [['bob', /clinical lead.*\(ineligible-proposer\)$/]]],
    ['whom the rules bar, with the reason', seats, owning, [['cyd', /talking.*\(bar-this-case\)$/]]],
    [
      'all of them',
      ruled,
      { ...proposing, works: owning.works },
      [
        ['ann', /ruling/],
        ['bob', /./],
        ['cyd', /./],
      ],
    ],
  ])('%s', (_, theCase, known, out) => {
    expect(excludedMembers(theCase, known)).toEqual(
      out.map(([person, reason]) => ({
        type: 'MemberExcluded',
        data: { person, reason: expect.stringMatching(reason) },
      })),
    )
  })
})

describe('who sees what of a panel', () => {
  const viewer = (id: string): Person => ({
    ...{
      id,
      name: id,
      email: `${id}@example.org`,
      roles: ['practice'],
      profession: 'gp',
      skills: [],
      panelsFormedOn: [],
    },
  })

  test('a nominee who is not on it sees who is on it when it is formed, and no seat but their own', () => {
    const during = viewPanel(choosing(), { person: viewer('zoe'), as: 'practice' })
    expect(during).not.toHaveProperty('members')
    expect(during).not.toHaveProperty('seats')
    const formed = counted(votes(choosing(), { ann: 'bob', bob: 'bob', cyd: 'bob' }))
    expect(viewPanel(formed, { person: viewer('zoe'), as: 'practice' })).toMatchObject({ members: trio, chair: 'bob' })
  })

  test('a member sees their own vote for the chair, and how many have voted', () => {
    const seen = viewPanel(vote(choosing(), 'ann', 'bob'), { person: viewer('ann'), as: 'panel-member' })
    expect(seen.choiceOfChair).toMatchObject({ voted: 1, yours: 'bob' })
    const other = viewPanel(vote(choosing(), 'ann', 'bob'), { person: viewer('cyd'), as: 'panel-member' })
    expect(JSON.stringify(other.choiceOfChair)).not.toContain('yours')
  })

  test('who could be drawn, and what could give way, is for those who choose; what gave way is everybody’s to read', () => {
    const impossible = { people: ['ann'], alternatives: [] }
    const relaxed = [{ limit: 'size' as const, from: 7, to: 3 }]
    const theCase = choosing()
    const stuck = { ...theCase, panel: { seats: {}, ...theCase.panel, impossible, relaxed } }
    const seen = (as: Capacity, id = 'zoe') => viewPanel(stuck, { person: viewer(id), as })
    for (const as of ['programme-manager', 'deputy-programme-manager', 'approver', 'auditor'] as const)
      expect(seen(as), as).toMatchObject({ impossible, relaxed })
    for (const as of ['practice', 'nominee', 'panel-member', 'observer'] as const) {
      expect(seen(as), as).toMatchObject({ relaxed })
      expect(seen(as), as).not.toHaveProperty('impossible')
    }
    // The approver answers for how it is decided, and reads no seat, and of no choice of the chair.
    expect(seen('approver')).not.toHaveProperty('seats')
    expect(seen('approver')).not.toHaveProperty('choiceOfChair')
    expect(seen('panel-member', 'ann')).toHaveProperty('choiceOfChair')
    const [none] = [
      viewPanel({ ...theCase, panel: { seats: {}, relaxed: [] } }, { person: viewer('zoe'), as: 'approver' }),
    ]
    expect(none).not.toHaveProperty('relaxed')
    expect(none).not.toHaveProperty('impossible')
  })

  test('members and chair act as such before anything else they are', () => {
    const formed = counted(votes(choosing(), { ann: 'bob', bob: 'bob', cyd: 'bob' }))
    expect(capacitiesOf(viewer('bob'), formed)).toEqual(['chair', 'panel-member', 'nominee', 'practice'])
    expect(capacitiesOf(viewer('zoe'), formed)).toEqual(['practice'])
  })
})
