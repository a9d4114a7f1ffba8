import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { recheckCase } from '../../../domain/conflict/recheck.ts'
import { whoCannotAnswer } from '../../../domain/nomination/cannot-answer.ts'
import { decideNomination, stepNomination } from '../../../domain/nomination/decide.ts'
import { factsOf } from '../../../domain/nomination/facts.ts'
import { participation } from '../../../domain/nomination/participation.ts'
import { nominations } from '../../../domain/nomination/waits.ts'
import { decideWait } from '../../../domain/wait/decide.ts'
import { entry, matterIn, tied } from '../conflict/locality.ts'
import { accepted, following, given, manager, monday, refusedWith, types } from '../story.ts'

const now = { by: manager, at: monday }
const practices = Array.from({ length: 12 }, (_, index) => `practice-${String(index + 1).padStart(2, '0')}`)
const facts = (practiceId: string) => ({ practiceId, profession: 'gp' as const, experienced: false })
const nothing = { kind: 'nothing to declare' } as const

const opening = {
  type: 'OpenNomination',
  attempt: 2,
  practices,
} as const
const opened = (): Case => following(given(...accepted), stepNomination(given(...accepted), opening, now), monday)

const reason = 'We cannot spare anybody.'

describe('a practice all of whose people are locked out of the case', () => {
  const users = new Map(practices.map((practice) => [practice, [`${practice} gp`, `${practice} manager`]]))
  const [first = '', ...rest] = practices
  const standing = (status: 'barred' | 'flagged') => ({ [`${first} manager`]: { status, findings: [] } })
  const barred = (theCase: Case, status: 'barred' | 'flagged' = 'barred'): Case => ({
    ...theCase,
    conflicts: {
      ...{ register: '1-a', checkedAt: monday },
      standings: { [`${first} gp`]: { status: 'barred', findings: [] }, ...standing(status) },
    },
  })
  const told = (theCase: Case): Case => following(theCase, whoCannotAnswer(theCase, users), monday)

  test('is not waited for, and holds nobody up', () => {
    const asked = barred(opened())
    expect(nominations.waitsFor(asked)).toContainEqual({ kind: 'practice', id: first })
    const without = told(asked)
    expect(nominations.waitsFor(without)).toEqual(rest.map((id) => ({ kind: 'practice', id })))
    expect(whoCannotAnswer(without, users)).toEqual([])
    const ten = without.ruleBook.nomination.smallestPool
    const all = rest.reduce((so, practiceId, place) => {
      const command =
        place < ten
          ? { type: 'Nominate' as const, person: `person-${place}`, facts: facts(practiceId) }
          : { type: 'DeclineToNominate' as const, practiceId, reason }
      const after = following(so, decideNomination(so, command), monday)
      const accept = { type: 'AcceptNomination' as const, person: `person-${place}`, declaration: nothing }
      return place < ten ? following(after, decideNomination(after, accept), monday) : after
    }, without)
    expect(nominations.answered(all, monday)).toBe(true)
  })

  test('is asked again as soon as one of them is let in, and is said while the practices are invited', () => {
    const without = told(barred(opened()))
    const letIn = barred(without, 'flagged')
    expect(whoCannotAnswer(letIn, users)).toEqual([{ type: 'PracticesCannotAnswer', data: { practices: [] } }])
    expect(nominations.waitsFor(told(letIn))).toHaveLength(practices.length)
    expect(whoCannotAnswer(barred(given(...accepted)), users, practices)).toEqual([
      { type: 'PracticesCannotAnswer', data: { practices: [first] } },
    ])
  })

  test('is found when the register changes', () => {
    const director = (person: string) => entry(person, [tied('hearthlight', 'director')])
    const entries = [director(`${first} gp`), director(`${first} manager`)]
    const matter = { ...matterIn({ entries }), users, bystanders: entries.map(({ person }) => person) }
    expect(types(recheckCase(opened(), matter, 'register', { quietly: true }))).toEqual([
      'ConflictsChecked',
      'PracticesCannotAnswer',
    ])
  })
})

describe('practices of neighbouring localities', () => {
  const asked = (theCase: Case) => stepNomination(theCase, { ...opening, neighbours: ['over-the-hill'] }, now)[0]?.data
  const impossible: CaseEvent = { type: 'NoPanelPossible', data: { people: [], vacancies: 7, alternatives: [] } }
  const back: CaseEvent = { type: 'StageEntered', data: { stage: 'nomination', attempt: 2, because: 'Too few.' } }

  test('are invited where no panel was possible, and then again, and not before', () => {
    expect(asked(given(...accepted))).toEqual({ practices })
    const [first] = stepNomination(given(...accepted), opening, now)
    const tried = following(opened(), [impossible, back], monday)
    expect(first?.type).toBe('NominationOpened')
    expect(asked(tried)).toEqual({ practices: ['over-the-hill', ...practices] })
    const again = following(
      tried,
      [
        { type: 'NominationOpened', data: { practices: ['over-the-hill', ...practices] } },
        { type: 'NominationClosed', data: { pool: [] } },
        back,
      ],
      monday,
    )
    expect(again.panel?.impossible).toBeUndefined()
    expect(asked(again)).toEqual({ practices: ['over-the-hill', ...practices] })
  })
})

/** `count` practices have nominated one person each, who accepted. */
function withPool(count: number): Case {
  return practices.slice(0, count).reduce((theCase, practiceId, index) => {
    const person = `person-${index}`
    const nominated = following(
      theCase,
      decideNomination(theCase, { type: 'Nominate', person, facts: facts(practiceId) }),
      monday,
    )
    return following(
      nominated,
      decideNomination(nominated, { type: 'AcceptNomination', person, declaration: nothing }),
      monday,
    )
  }, opened())
}

const declineTheRest = (theCase: Case, from: number) =>
  practices
    .slice(from)
    .reduce(
      (before, practiceId) =>
        following(before, decideNomination(before, { type: 'DeclineToNominate', practiceId, reason }), monday),
      theCase,
    )

describe('nomination (requirements §2, stage 1)', () => {
  test('invites every practice, once, however often the step runs', () => {
    expect(types(stepNomination(given(...accepted), opening, now))).toEqual(['NominationOpened', 'WaitOpened'])
    expect(stepNomination(opened(), opening, now)).toEqual([])
  })

  test('a step that the record has left behind has nothing more to do', () => {
    expect(refusedWith(() => stepNomination(opened(), { ...opening, attempt: 1 }, now))).toBe('CaseMovedOn')
  })

  test('is answered when every practice has and the pool is big enough', () => {
    expect(nominations.answered(declineTheRest(withPool(10), 10), monday)).toBe(true)
    expect(nominations.answered(declineTheRest(withPool(10), 11), monday)).toBe(false)
    expect(nominations.answered(declineTheRest(withPool(9), 9), monday)).toBe(false)
  })

  test('a nominee who has not answered is waited for; at the deadline no more', () => {
    const whole = declineTheRest(withPool(10), 11)
    const nominated = following(
      whole,
      decideNomination(whole, { type: 'Nominate', person: 'late', facts: facts(practices[10] ?? '') }),
      monday,
    )
    expect(nominations.waitsFor(nominated)).toEqual([{ kind: 'person', id: 'late' }])
    expect(nominations.answered(nominated, monday)).toBe(false)
    expect(nominations.answered(nominated, nominated.life.wait?.dueAt ?? '')).toBe(true)
  })

  test('a pool too small is extended once, then escalated', () => {
    const small = withPool(3)
    const { wait } = small.life
    if (!wait) throw new Error('it waits')
    const extended = following(small, nominations.atDeadline(small, wait, wait.dueAt), wait.dueAt, { step: 'attend' })
    expect(extended.life.wait).toMatchObject({ extensions: 1, dueAt: '2026-01-28T00:00:00.000Z' })
    const again = extended.life.wait
    expect(again && types(nominations.atDeadline(extended, again, again.dueAt))).toEqual(['Escalated'])
  })

  test('an extension by hand is not the one that the rules promise', () => {
    const small = withPool(3)
    const dueAt = '2026-02-02T00:00:00.000Z'
    const byHand = following(
      small,
      decideWait(small, { type: 'ExtendDeadline', dueAt, reason: 'Half term.' }, now),
      monday,
    )
    const { wait } = byHand.life
    expect(wait).toMatchObject({ dueAt, extensions: 1 })
    expect(wait && types(nominations.atDeadline(byHand, wait, dueAt))).toEqual(['DeadlineExtended'])
  })

  test('a practice may change its mind until nominations close', () => {
    const practiceId = practices[0] ?? ''
    const declined = following(
      opened(),
      decideNomination(opened(), { type: 'DeclineToNominate', practiceId, reason }),
      monday,
    )
    const nominated = following(
      declined,
      decideNomination(declined, { type: 'Nominate', person: 'one', facts: facts(practiceId) }),
      monday,
    )
    expect(nominated.nomination?.declined).toEqual([])
    const withdrawn = following(
      nominated,
      decideNomination(nominated, { type: 'WithdrawNomination', person: 'one', practiceId }),
      monday,
    )
    expect(withdrawn.nomination?.nominees).toEqual({})
    const closed = following(withdrawn, stepNomination(withdrawn, { type: 'CloseNomination', attempt: 2 }, now), monday)
    expect(refusedWith(() => decideNomination(closed, { type: 'DeclineToNominate', practiceId, reason }))).toBe(
      'TooLate',
    )
  })

  test('sent back here, every practice is asked again; the nominees so far stay', () => {
    const whole = declineTheRest(withPool(10), 10)
    const closed = following(whole, stepNomination(whole, { type: 'CloseNomination', attempt: 2 }, now), monday)
    const again = following(closed, stepNomination(closed, opening, now), monday)
    expect(again.nomination).toMatchObject({ status: 'open', round: 2, declined: [] })
    expect(nominations.waitsFor(again)).toEqual(practices.map((id) => ({ kind: 'practice', id })))
    expect(nominations.answered(again, monday)).toBe(false)
    const nothingMore = practices.reduce(
      (before, practiceId) =>
        following(before, decideNomination(before, { type: 'DeclineToNominate', practiceId, reason }), monday),
      again,
    )
    expect(nominations.answered(nothingMore, monday)).toBe(true)
    expect(Object.keys(nothingMore.nomination?.nominees ?? {})).toHaveLength(10)
  })

  test('refuses what cannot be', () => {
    const theCase = withPool(1)
    const practiceId = practices[0] ?? ''
    const codes = [
      { type: 'Nominate', person: 'person-0', facts: facts(practiceId) },
      { type: 'Nominate', person: 'x', facts: facts('uninvited') },
      { type: 'WithdrawNomination', person: 'person-0', practiceId },
      { type: 'WithdrawNomination', person: 'person-0', practiceId: 'another' },
      { type: 'DeclineToNominate', practiceId, reason },
      { type: 'AcceptNomination', person: 'person-0', declaration: nothing },
      { type: 'AcceptNomination', person: 'nobody', declaration: nothing },
      { type: 'DeclineNomination', person: 'nobody' },
    ] as const
    expect(codes.map((command) => refusedWith(() => decideNomination(theCase, command)))).toEqual([
      'AlreadyDone',
      'NotAllowed',
      'TooLate',
      'NotFound',
      'AlreadyDone',
      'AlreadyDone',
      'NotFound',
      'NotFound',
    ])
  })

  test('who sat on a panel in the last 12 months is experienced', () => {
    const person = (date: string) => ({
      ...{ id: 'p', name: 'P', email: 'p@example.org', roles: ['practice' as const], profession: 'gp' as const },
      ...{ practiceId: 'ashlarke', skills: [], panelsFormedOn: [date] },
    })
    expect(factsOf(person('2025-01-06'), [], monday).experienced).toBe(true)
    expect(factsOf(person('2025-01-05'), [], monday).experienced).toBe(false)
  })
})

describe('the participation of practices (requirements §9)', () => {
  test('is whether they nominated, declined, did not answer or still have time to; their seats show when the panel is formed', () => {
    const two = withPool(2)
    const declined = following(
      two,
      decideNomination(two, { type: 'DeclineToNominate', practiceId: 'practice-03', reason }),
      monday,
    )
    const seated = following(
      declined,
      [
        { type: 'PanelFilledWithoutDraw', data: { people: ['person-0'] } },
        { type: 'SeatAccepted', data: { person: 'person-0' } },
      ],
      monday,
    )
    expect(participation(seated)).toMatchObject({
      'practice-01': { answer: 'nominated', seats: 0 },
      'practice-03': { answer: 'declined', seats: 0 },
      'practice-04': { answer: 'asked', seats: 0 },
    })
    const formed = following(seated, [{ type: 'StageEntered', data: { stage: 'specification', attempt: 4 } }], monday)
    expect(participation(formed)).toMatchObject({
      'practice-01': { answer: 'nominated', seats: 1 },
      'practice-04': { answer: 'no answer', seats: 0 },
    })
  })
})
