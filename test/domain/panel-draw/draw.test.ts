import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { decidePanel } from '../../../domain/panel/decide.ts'
import { invited, seated, votingMembers } from '../../../domain/panel/panel.ts'
import { draw as drawWait, invitations, pool as poolWait } from '../../../domain/panel/waits.ts'
import { commitToDraw, drawPanel } from '../../../domain/panel-draw/decide.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { interest, nextPromised, organisation, promised, register, SEED, type Told, withNominees } from '../nominees.ts'
import { following, monday, refusedWith, types } from '../story.ts'

const by = { step: 'a-step' }
const tuesday = '2026-01-06T09:00:00.000Z'
const attempt = 3
const salt = 'ab'.repeat(16)

const people: Told[] = [
  { person: 'ann' },
  { person: 'bob', practice: 'practice-of-ann', experienced: true },
  { person: 'cyd', profession: 'practice-manager', experienced: true },
  { person: 'dee', profession: 'practice-manager' },
  { person: 'eve' },
  { person: 'fay', profession: 'nurse' },
]

const checked = (nominees: Told[] = people, settings?: Parameters<typeof withNominees>[1]): Case => {
  const theCase = settings ? withNominees(nominees, settings) : withNominees(nominees)
  const step = { attempt, matter: matterOf(theCase, register) }
  return following(theCase, checkNominees(theCase, step, { by, at: monday }), monday)
}
const commit = (theCase: Case, at = monday) => commitToDraw(theCase, { attempt, salt }, { by, at })
const committed = (theCase: Case, at = monday) => following(theCase, commit(theCase, at), at)
const draw = (theCase: Case, at = tuesday, seed: string | undefined = SEED) =>
  drawPanel(theCase, { attempt, matter: matterOf(theCase, register), seed, nextSeed: nextPromised }, { by, at })
const drawn = (theCase: Case, at = tuesday) => following(theCase, draw(theCase, at), at)
const answer = (theCase: Case, type: 'AcceptSeat' | 'DeclineSeat', person: string) =>
  following(theCase, decidePanel(theCase, { type, person }), tuesday)

describe('committing to a draw (requirements §5: before the randomness is known)', () => {
  test('publishes pool, constraints, the number of panels and the seed promised before anybody was nominated', () => {
    const [event, wait] = commit(checked())
    if (event?.type !== 'DrawCommitted') throw new Error('nothing was committed')
    const { terms, commitment, people: names } = event.data
    expect(terms).toMatchObject({ draw: 1, seedCommitment: promised, publicValue: '0'.repeat(64), sitting: [] })
    expect(terms.pool).toHaveLength(6)
    expect(commitment).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(terms)).not.toMatch(/"(ann|bob|cyd|dee|eve|fay)"/)
    expect(Object.values(names).sort()).toEqual(['ann', 'bob', 'cyd', 'dee', 'eve', 'fay'])
    expect(wait).toMatchObject({ type: 'WaitOpened', data: { name: 'draw', dueAt: tuesday } })
  })

  test('is done once however often the step runs', () => {
    expect(commit(committed(checked()))).toEqual([])
  })

  test('a resumed stage whose wait is gone opens the wait again, and not the draw', () => {
    const theCase = committed(checked())
    const { wait: _, ...life } = theCase.life
    expect(types(commit({ ...theCase, life: life as Case['life'] }))).toEqual(['WaitOpened'])
  })

  test('a step of an execution left behind is refused', () => {
    expect(refusedWith(() => commitToDraw(checked(), { attempt: 2, salt }, { by, at: monday }))).toBe('CaseMovedOn')
    expect(
      refusedWith(() =>
        drawPanel(
          checked(),
          { attempt: 2, matter: matterOf(checked(), register), seed: SEED, nextSeed: nextPromised },
          { by, at: monday },
        ),
      ),
    ).toBe('CaseMovedOn')
  })

  test('when the pool changes, the draw is abandoned on the record, and another takes the next number', () => {
    const before = committed(checked())
    const smaller = following(before, [{ type: 'PersonBarred', data: { person: 'fay', reasons: 'A gift.' } }], monday)
    const events = commit(smaller)
    expect(types(events)).toEqual(['DrawAbandoned', 'DrawCommitted', 'WaitOpened'])
    const after = following(smaller, events, monday)
    expect(after.draws?.[1]?.status).toBe('abandoned')
    expect(after.draws?.[2]).toMatchObject({ status: 'committed', terms: { draw: 2, seedCommitment: promised } })
  })

  test('a barred nominee is not in the pool', () => {
    const [event] = commit(checked([...people, { person: 'gil', declaration: interest('talking', 'director') }]))
    if (event?.type !== 'DrawCommitted') throw new Error('nothing was committed')
    expect(event.data.terms.pool).toHaveLength(6)
    expect(Object.values(event.data.people)).not.toContain('gil')
  })

  test('is not tried with draws that were not loaded', () => {
    const { draws: _, ...rest } = committed(checked())
    expect(() => commit(rest)).toThrow('not loaded')
  })
})

describe('no draw', () => {
  test('is needed where all the eligible fit (requirements §2, stage 2)', () => {
    const events = commit(checked(people.slice(1, 5).filter(({ person }) => person !== 'dee')))
    expect(events).toMatchObject([
      { type: 'PanelFilledWithoutDraw', data: { people: ['bob', 'cyd', 'eve'] } },
      { type: 'WaitOpened', data: { name: 'invitations' } },
    ])
  })

  test('is possible where the constraints cannot be met: the smallest changes are named, and the case escalates', () => {
    const theCase = checked(people.filter(({ profession }) => profession !== 'practice-manager'))
    const events = commit(theCase)
    expect(events).toMatchObject([
      {
        type: 'NoPanelPossible',
        data: { vacancies: 3, smallestChanges: [[{ constraint: 'fewestPracticeManagers', from: 1, to: 0 }]] },
      },
      { type: 'WaitOpened', data: { name: 'pool' } },
      { type: 'Escalated', data: { wait: 'pool' } },
    ])
    const waiting = following(theCase, events, monday)
    expect(commit(waiting)).toEqual([])
    expect(poolWait.answered(waiting, monday)).toBe(false)
    expect(poolWait.waitsFor(waiting)).toEqual([{ kind: 'programme-manager' }])
    // It is chased, not forgotten.
    const chaseAt = waiting.life.wait?.chaseAt ?? ''
    expect(attend(waiting, { caseId: waiting.id, attempt }, ['draw', 'pool'], chaseAt)).toMatchObject({
      verdict: 'act',
      events: [{ type: 'Reminded' }],
    })
  })

  test('names the seats where nobody at all is eligible', () => {
    const events = commit(checked([{ person: 'gil', declaration: interest('talking', 'director') }]))
    expect(events[2]).toMatchObject({
      type: 'Escalated',
      data: { because: expect.stringContaining('0 eligible nominees for 3') },
    })
  })
})

describe('drawing the panel', () => {
  test('waits for the time that the rule book sets between commitment and seed', () => {
    const theCase = committed(checked())
    expect(refusedWith(() => draw(theCase, '2026-01-06T08:59:59.999Z'))).toBe('TooEarly')
    expect(drawWait.answered(theCase, '2026-01-06T08:59:59.999Z')).toBe(false)
    expect(drawWait.answered(theCase, tuesday)).toBe(true)
    expect(drawWait.waitsFor(theCase)).toEqual([])
    expect(drawWait.atDeadline(theCase, theCase.life.wait ?? missing(), tuesday)).toEqual([])
  })

  test('reveals the seed, invites those drawn, promises the next seed; once', () => {
    const theCase = committed(checked())
    const after = drawn(theCase)
    expect(invited(after.panel)).toHaveLength(3)
    expect(after.draws?.[1]).toMatchObject({ status: 'drawn', seed: SEED })
    expect(after.panel?.seed).toEqual(nextPromised)
    expect(after.life.wait).toMatchObject({ name: 'invitations', dueAt: '2026-01-12T00:00:00.000Z' })
    expect(draw(after)).toEqual([])
    expect(commit(after, tuesday)).toEqual([])
  })

  test('is abandoned when one of the pool has been barred since, and another draw is committed', () => {
    const nominees = [...people, { person: 'gil', declaration: interest('bones', 'owner') }]
    const theCase = committed(checked(nominees))
    const grown = [...register, organisation('bones', 'provider', ['mental-health'])]
    const step = { attempt, matter: matterOf(theCase, grown), seed: SEED, nextSeed: nextPromised }
    const events = drawPanel(theCase, step, { by, at: tuesday })
    expect(types(events)).toEqual(['ConflictsChecked', 'DrawAbandoned'])
    const again = committed(following(theCase, events, tuesday), tuesday)
    expect(again.draws?.[2]).toMatchObject({
      status: 'committed',
      terms: { seedCommitment: promised, pool: { length: 6 } },
    })
  })

  test('cannot be made from another seed than the one promised', () => {
    const theCase = committed(checked())
    const none = { attempt, matter: matterOf(theCase, register) }
    expect(() => draw(theCase, tuesday, 'f'.repeat(64))).toThrow('not the one that was promised')
    expect(() => drawPanel(theCase, { ...none, seed: undefined, nextSeed: nextPromised }, { by, at: tuesday })).toThrow(
      'not the one that was promised',
    )
  })
})

describe('substitutes (requirements §5: drawn afresh, keeping the constraints of the whole panel)', () => {
  test('fill the vacancy with a draw, a seed and a number of their own; nobody is invited twice', () => {
    const seatsDrawn = drawn(committed(checked()))
    const [leaver = '', ...stayers] = invited(seatsDrawn.panel)
    const declined = stayers.reduce(
      (state, person) => answer(state, 'AcceptSeat', person),
      answer(seatsDrawn, 'DeclineSeat', leaver),
    )
    const again = committed(declined, tuesday)
    expect(again.draws?.[2]).toMatchObject({ terms: { draw: 2, seedCommitment: nextPromised } })
    const second = again.draws?.[2]
    expect(second?.terms.sitting).toHaveLength(2)
    expect(second?.terms.pool).toHaveLength(3)
    expect(Object.values(second?.people ?? {})).not.toContain(leaver)
    // A person keeps the pseudonym of the first draw.
    expect(again.panel?.pseudonyms).toEqual(declined.panel?.pseudonyms)
  })

  test('are drawn for the seats that lapse at the deadline', () => {
    const theCase = drawn(committed(checked()))
    const [first = ''] = invited(theCase.panel)
    const waiting = answer(theCase, 'AcceptSeat', first)
    expect(invitations.answered(waiting, tuesday)).toBe(false)
    expect(invitations.waitsFor(waiting)).toHaveLength(2)
    const lapse = attend(waiting, { caseId: waiting.id, attempt }, ['invitations'], '2026-01-12T00:00:00.000Z')
    if (lapse.verdict !== 'act') throw new Error('nothing was done at the deadline')
    expect(types(lapse.events)).toEqual(['Reminded'])
    const reminded = following(waiting, lapse.events, '2026-01-12T00:00:00.000Z', by)
    const late = attend(reminded, { caseId: waiting.id, attempt }, ['invitations'], '2026-01-12T00:00:00.000Z')
    if (late.verdict !== 'act') throw new Error('nothing lapsed')
    const lapsed = following(reminded, late.events, '2026-01-12T00:00:00.000Z', by)
    expect(invitations.answered(lapsed, tuesday)).toBe(true)
    expect(votingMembers(lapsed.panel)).toEqual([first])
    expect(seated(lapsed.panel)).toEqual([first])
  })

  test('when nobody is left to draw, the case escalates', () => {
    const theCase = drawn(committed(checked()))
    const everybody = people.map(({ person }) => person)
    const nobody = following(theCase, [{ type: 'SeatsLapsed', data: { people: everybody } }], tuesday)
    expect(types(commit(nobody, tuesday))).toEqual(['NoPanelPossible', 'WaitOpened', 'Escalated'])
  })

  test('sent back and entered again, those invited have the full time anew', () => {
    const theCase = drawn(committed(checked()))
    const again = following(
      theCase,
      [{ type: 'StageEntered', data: { stage: 'panel-formation', attempt: 4 } }],
      tuesday,
    )
    expect(commitToDraw(again, { attempt: 4, salt }, { by, at: tuesday })).toMatchObject([
      { type: 'WaitOpened', data: { name: 'invitations' } },
    ])
  })

  test('a nomination that opens again promises the seed that the next draw redeems', () => {
    const theCase = drawn(committed(checked()))
    const seed = { name: 'nomination-4', hash: 'c'.repeat(64) }
    const reopened = following(theCase, [{ type: 'NominationOpened', data: { practices: [], seed } }], tuesday)
    expect(reopened.panel?.seed).toEqual(seed)
  })
})

function missing(): never {
  throw new Error('No wait is open.')
}
