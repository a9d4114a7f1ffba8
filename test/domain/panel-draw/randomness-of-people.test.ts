import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import type { Person } from '../../../domain/locality/locality.ts'
import { viewPanel } from '../../../domain/panel/view.ts'
import { decideDraw } from '../../../domain/panel-draw/decide.ts'
import { verifyCertificate } from '../../../domain/panel-draw/fair-draw/verify.ts'
import { commitmentTo } from '../../../domain/panel-draw/randomness/commit-reveal.ts'
import { sourceProblems } from '../../../domain/panel-draw/verify-source.ts'
import { contributions } from '../../../domain/panel-draw/waits.ts'
import { digest } from '../../../domain/record/chain.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { decideWait } from '../../../domain/wait/decide.ts'
import { following, refusedWith, types } from '../story.ts'
import {
  by,
  certified,
  checked,
  commit,
  committed,
  committedTo,
  drawn,
  escalated,
  having,
  lastDraw,
  later,
  secretOf,
  seven,
} from './drawing.ts'

const someone: Person = {
  ...{ id: 'sam', name: 'Sam', email: 'sam@example.org', roles: [] },
  ...{ profession: 'other', skills: [], panelsFormedOn: [] },
}

describe('randomness that practices make among them', () => {
  const number = (practice: string) => digest(['number', practice])
  const contribute = (theCase: Case, practiceId: string, secret = number(practiceId)) =>
    having(
      theCase,
      decideDraw(
        theCase,
        { type: 'ContributeToDraw', practiceId, commitment: commitmentTo(practiceId, secret) },
        { at: committed, by },
      ),
    )
  const ours = () => checked(seven, { randomness: 'commit-reveal' })
  const both = ['practice-of-ann', 'practice-of-cyd']
  const ready = async () => committedTo(both.reduce((state, practice) => contribute(state, practice), ours()))
  const reveal = (theCase: Case, practiceId: string, at = later(24)) =>
    having(
      theCase,
      decideDraw(theCase, { type: 'RevealContribution', practiceId, secret: number(practiceId) }, { at, by }),
      at,
    )

  test('is asked for before anything is committed to, from two of those who were invited', async () => {
    const waiting = having(ours(), await commit(ours()))
    expect(waiting.life.wait?.name).toBe('contributions')
    const one = contribute(waiting, 'practice-of-ann')
    expect(await commit(one)).toEqual([])
    expect(refusedWith(() => contribute(one, 'practice-of-ann'))).toBe('AlreadyDone')
    expect(refusedWith(() => contribute(one, 'a-stranger'))).toBe('NotAllowed')
    expect(refusedWith(() => contribute(checked(), 'practice-of-ann'))).toBe('NotAllowed')
    const theCase = await committedTo(contribute(one, 'practice-of-cyd'))
    expect(lastDraw(theCase).terms.source).toMatchObject({ kind: 'commit-reveal', revealFrom: later(24) })
    expect(theCase.panel?.contributions).toBeUndefined()
    // A number that was used may be known: it decides nothing a second time.
    expect(refusedWith(() => contribute(theCase, 'practice-of-ann'))).toBe('Invalid')
  })

  test('is taken from elsewhere, with a reason, where too few contribute in the time they have for it', async () => {
    const waiting = contribute(having(ours(), await commit(ours())), 'practice-of-ann')
    const bound = await commit(checked())
    const over = waiting.life.wait?.dueAt ?? ''
    const change = { type: 'ChangeRandomness' as const, to: 'public-numbers' as const, reason: 'Nobody answers.' }
    const changing = (theCase: Case, at = over) => decideDraw(theCase, change, { at, by })
    const execution = { caseId: waiting.id, attempt: 3 }
    const names = ['contributions', 'numbers'] as const
    expect(refusedWith(() => changing(waiting))).toBe('WrongStage')
    const late = escalated(waiting)
    expect(viewPanel(late, { person: someone, as: 'programme-manager' }).lacks).toBe('contributions')
    // Once it is not lacking, it is not changed: nor while a draw is committed to, whatever it may give.
    expect(refusedWith(() => changing(contribute(late, 'practice-of-cyd')))).toBe('WrongStage')
    expect(refusedWith(() => changing(having(late, bound, over)))).toBe('WrongStage')

    const changed = having(late, changing(late), over)
    // Everybody reads it on the page of the draw, whatever is drawn afterwards.
    expect(changed.panel?.elsewhere).toEqual({ to: 'public-numbers', reason: 'Nobody answers.', at: over })
    expect(having(changed, await commit(changed, over), over).panel?.elsewhere).toEqual(changed.panel?.elsewhere)
    expect(sourceProblems(late, { type: 'RandomnessChanged', data: change })).toEqual([])
    expect(sourceProblems(ours(), { type: 'RandomnessChanged', data: change })).toEqual([])
    const enough = contribute(late, 'practice-of-cyd')
    expect(sourceProblems(enough, { type: 'RandomnessChanged', data: change })).toEqual([
      'to: the randomness was not lacking, and was changed',
    ])
    expect(attend(changed, execution, [...names], over).verdict).toBe('answered')
    expect(refusedWith(() => contribute(changed, 'practice-of-cyd'))).toBe('NotAllowed')
    const [event] = await commit(changed, over)
    expect(event).toMatchObject({ type: 'DrawCommitted', data: { terms: { source: { kind: 'public-numbers' } } } })
    if (event?.type !== 'DrawCommitted') throw new Error('There was no draw.')
    expect(sourceProblems(changed, event)).toEqual([])
    expect(sourceProblems(late, event)).toEqual([
      'terms.source: it is public-numbers, and by the record it is to be commit-reveal',
    ])
    expect(sourceProblems(having(changed, [event], over), { type: 'RandomnessChanged', data: change })).toHaveLength(1)
  })

  test('is revealed when its time has come; who does not is named, and replaced by the company', async () => {
    const theCase = await ready()
    const ofAnn: Person = {
      ...{ id: 'ann', name: 'Ann', email: 'ann@example.org', roles: ['practice'], practiceId: 'practice-of-ann' },
      ...{ profession: 'gp', skills: [], panelsFormedOn: [] },
    }
    // A secret that is typed in early is known early: the page asks for none while it has to stay one.
    expect(viewPanel(theCase, { person: ofAnn, as: 'practice' }).contribution).toEqual({
      ...{ wanted: true, toReveal: false, revealFrom: later(24) },
    })
    expect(refusedWith(() => reveal(theCase, 'practice-of-ann', later(23)))).toBe('TooEarly')
    const asking = having(theCase, await drawn(theCase, later(24)), later(24))
    expect(asking.life.wait?.name).toBe('reveals')
    const next = contribute(asking, 'practice-of-ann', number('another'))
    expect(viewPanel(next, { person: ofAnn, as: 'practice' }).contribution).toMatchObject({
      toReveal: true,
      commitment: commitmentTo('practice-of-ann', number('another')),
      promised: commitmentTo('practice-of-ann', number('practice-of-ann')),
    })
    const guess = { type: 'RevealContribution' as const, practiceId: 'practice-of-ann', secret: number('another') }
    expect(refusedWith(() => decideDraw(asking, guess, { at: later(24), by }))).toBe('Invalid')
    const one = reveal(asking, 'practice-of-ann')
    expect(refusedWith(() => reveal(one, 'practice-of-ann'))).toBe('AlreadyDone')
    expect(refusedWith(() => reveal(one, 'practice-of-fay'))).toBe('NotAllowed')
    expect(await drawn(one, later(25))).toEqual([])
    const over = asking.life.wait?.dueAt ?? ''
    const made = having(one, await drawn(one, over), over)
    expect(certified(made).evidence).toMatchObject({
      replaced: ['practice-of-cyd'],
      reveals: [{ by: 'practice-of-ann' }, { by: 'the company', secret: secretOf(1) }],
    })
    expect(verifyCertificate(certified(made)).problems).toEqual([])
    // While nothing is drawn, nobody is asked for a number that would never be used.
    const formed = { ...made, life: { ...made.life, stage: 'specification' as const } }
    expect(viewPanel(formed, { person: ofAnn, as: 'practice' }).contribution?.wanted).toBe(false)
  })

  test('does without the company where everybody reveals, and is abandoned where nobody does', async () => {
    const theCase = await ready()
    const asking = having(theCase, await drawn(theCase, later(24)), later(24))
    const all = both.reduce((state, practice) => reveal(state, practice), asking)
    expect(attend(all, { caseId: all.id, attempt: 3 }, ['reveals'], later(25)).verdict).toBe('answered')
    const made = having(all, await drawn(all, later(25)), later(25))
    expect(JSON.stringify(certified(made).evidence)).not.toContain('the company')
    expect(verifyCertificate(certified(made)).problems).toEqual([])
    const events = await drawn(asking, asking.life.wait?.dueAt ?? '')
    expect(events).toMatchObject([{ type: 'DrawAbandoned', data: { reason: expect.stringContaining('Nobody') } }])
  })

  test('gives nobody who kept their number to themselves a second throw', async () => {
    const theCase = await ready()
    const asking = having(theCase, await drawn(theCase, later(24)), later(24))
    const over = asking.life.wait?.dueAt ?? ''
    const nobody = having(asking, await drawn(asking, over), over)
    for (const practice of both)
      expect(refusedWith(() => contribute(nobody, practice, number('another')))).toBe('NotAllowed')
    const waiting = having(nobody, await commit(nobody, over), over)
    expect(contributions.waitsFor(waiting).map((one) => 'id' in one && one.id)).not.toContain('practice-of-ann')
    expect(contribute(waiting, 'practice-of-fay').panel?.contributions).toHaveProperty('practice-of-fay')
    const one = reveal(asking, 'practice-of-ann')
    expect(having(one, await drawn(one, over), over).panel?.silent).toEqual(['practice-of-cyd'])
    // What was abandoned before anybody could reveal is nobody’s fault.
    const early: CaseEvent = { type: 'DrawAbandoned', data: { draw: 1, reason: 'Somebody is barred.' } }
    expect(having(theCase, [early], later(23)).panel?.silent).toBeUndefined()
  })

  test('binds once it is committed to: those who contributed may know what will be drawn', async () => {
    const theCase = await ready()
    const barred: CaseEvent = { type: 'PersonBarred', data: { person: 'eve', reasons: 'She decides for a bidder.' } }
    const without = having(theCase, [barred], later(1))
    expect(attend(without, { caseId: without.id, attempt: 3 }, ['draw'], later(1)).verdict).toBe('waiting')
    expect(types(await drawn(without, later(2)))).not.toContain('DrawAbandoned')
    expect(types(await commit(without, later(2)))).not.toContain('DrawAbandoned')
    const back = { type: 'SendBack' as const, to: 'nomination' as const, reason: 'More nominees.' }
    expect(types(decideLife(theCase, back, { at: later(3), by }))).toEqual(['StageEntered'])
    // Whoever ends the case draws nothing any more.
    const withdrawn = decideLife(theCase, { type: 'Withdraw', reason: 'No need.' }, { at: later(3), by })
    expect(types(withdrawn)).toEqual(['DrawAbandoned', 'CaseEnded'])
  })

  test('is revealed in its time, which nobody moves: no extension, and no pause', async () => {
    const theCase = await ready()
    const asking = having(theCase, await drawn(theCase, later(24)), later(24))
    const dueAt = asking.life.wait?.dueAt ?? ''
    const extend = { type: 'ExtendDeadline' as const, dueAt: later(2_000), reason: 'Holidays.' }
    expect(refusedWith(() => decideWait(asking, extend, { at: later(25), by }))).toBe('NotAllowed')
    const paused = having(
      asking,
      decideLife(asking, { type: 'Pause', reason: 'Wait.' }, { at: later(25), by }),
      later(25),
    )
    const revealed = reveal(paused, 'practice-of-cyd', later(26))
    const resume = decideLife(revealed, { type: 'Resume', reason: 'Go on.' }, { at: later(40), by })
    const resumed = having(revealed, resume, later(40))
    expect(resumed.life.wait).toMatchObject({ name: 'reveals', dueAt })
    expect(lastDraw(resumed).reveals).toMatchObject([{ by: 'practice-of-cyd' }])
  })
})

describe('public numbers that were never published', () => {
  const reasons = 'The draw of Wednesday was cancelled.'
  const givingUp = (theCase: Case, at: string) => decideDraw(theCase, { type: 'GiveUpNumbers', reasons }, { at, by })

  test('are the approver’s to give up, past the time for entering them, where nobody has a copy', async () => {
    const before = checked(seven, { randomness: 'public-numbers' })
    const theCase = await committedTo(before)
    const known = theCase.life.wait?.dueAt ?? ''
    const asking = having(theCase, await drawn(theCase, known), known)
    expect(asking.life.wait?.name).toBe('numbers')
    const over = asking.life.wait?.dueAt ?? ''
    expect(refusedWith(() => givingUp(asking, over))).toBe('WrongStage')
    const execution = { caseId: theCase.id, attempt: 3 }
    const late = escalated(asking)
    expect(viewPanel(late, { person: someone, as: 'approver' }).lacks).toBe('numbers')
    const copy = { type: 'EnterPublicNumbers' as const, numbers: ['3 17 22 28 45 51'] }
    const copied = having(late, decideDraw(late, copy, { at: over, by: { person: 'ada', as: 'approver' } }), over)
    expect(refusedWith(() => givingUp(copied, over))).toBe('WrongStage')

    // Whoever is found to be conflicted has copied nothing: two others have to.
    const enter = (theCase: Case, person: string) => {
      const actor = { person, as: 'programme-manager' as const }
      const entered = decideDraw(theCase, copy, { at: over, by: actor })
      return {
        alike: entered.map(({ data }) => 'alike' in data && data.alike),
        after: following(theCase, entered, over, actor),
      }
    }
    const once = enter(late, 'ada').after
    const barred = having(once, [{ type: 'PersonBarred', data: { person: 'ada', reasons: 'Owns a bidder.' } }], over)
    const copiesSeen = (theCase: Case) => viewPanel(theCase, { person: someone, as: 'approver' }).numbers
    expect([enter(once, 'pm').alike, copiesSeen(once)]).toEqual([[true], { yours: false, others: 1 }])
    expect([enter(barred, 'pm').alike, copiesSeen(barred)]).toEqual([[false], { yours: false, others: 0 }])
    expect(enter(enter(barred, 'pm').after, 'deputy').alike).toEqual([true])

    const events = givingUp(late, over)
    expect(events).toMatchObject([{ type: 'DrawAbandoned', data: { reason: expect.stringContaining(reasons) } }])
    const without = having(late, events, over)
    expect(attend(without, execution, ['numbers'], over).verdict).toBe('answered')
    const again = having(without, await commit(without, over), over)
    const [first, second] = Object.values(again.draws ?? {})
    expect([first?.status, second?.status]).toEqual(['abandoned', 'committed'])
    expect(second?.terms.source).not.toEqual(first?.terms.source)
    expect(again.life.wait?.name).toBe('draw')
  })

  test('bind a draw from half a day before they are published: whoever watches them drawn knows them sooner', async () => {
    const theCase = await committedTo(checked(seven, { randomness: 'public-numbers' }))
    const { source } = lastDraw(theCase).terms
    const published = source.kind === 'public-numbers' ? source.publishedFrom : ''
    const hoursBefore = (hours: number) => addMilliseconds(published, -hours * 3_600_000)
    const barred: CaseEvent = { type: 'PersonBarred', data: { person: 'fay', reasons: 'A tie.' } }
    const [early, late] = [hoursBefore(13), hoursBefore(2)]
    const types = async (at: string) => (await drawn(having(theCase, [barred], at), at)).map(({ type }) => type)
    expect(await types(early)).toContain('DrawAbandoned')
    expect(await types(late)).not.toContain('DrawAbandoned')
    const back = { type: 'SendBack' as const, to: 'nomination' as const, reason: 'To find more.' }
    expect(decideLife(theCase, back, { at: late, by }).map(({ type }) => type)).not.toContain('DrawAbandoned')
    // Nobody commits to numbers that somebody may know by then.
    expect(hoursBefore(12) >= later(24)).toBe(true)
  })

  test('that stand in for a round of drand are not given up: the round can be brought at any time', async () => {
    const theCase = await committedTo()
    const late = later(24 + 72)
    const fallen = having(theCase, await drawn(theCase, late), late)
    const known = fallen.life.wait?.dueAt ?? ''
    const asking = having(fallen, await drawn(fallen, known), known)
    const over = asking.life.wait?.dueAt ?? ''
    expect(refusedWith(() => givingUp(escalated(asking), over))).toBe('WrongStage')
  })
})
