import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import type { Person } from '../../../domain/locality/locality.ts'
import { stepNomination } from '../../../domain/nomination/decide.ts'
import { invited } from '../../../domain/panel/panel.ts'
import { viewPanel } from '../../../domain/panel/view.ts'
import { votingIn } from '../../../domain/panel/voting.ts'
import { decideDraw } from '../../../domain/panel-draw/decide.ts'
import type { Draw } from '../../../domain/panel-draw/draw.ts'
import { againstRound } from '../../../domain/panel-draw/fair-draw/against-round.ts'
import { lookAt } from '../../../domain/panel-draw/fair-draw/look.ts'
import { verifyCertificate } from '../../../domain/panel-draw/fair-draw/verify.ts'
import { commitmentTo } from '../../../domain/panel-draw/randomness/commit-reveal.ts'
import { timeOfRound } from '../../../domain/panel-draw/randomness/quicknet.ts'
import { sourceProblems } from '../../../domain/panel-draw/verify-source.ts'
import { certificateOf, makeUp, ownChance, published } from '../../../domain/panel-draw/view.ts'
import { digest } from '../../../domain/record/chain.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { timeToSolve } from '../../../functions/runtime/time-to-solve.ts'
import { interest, register } from '../nominees.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { by, checked, commit, committed, drawn, having, later, secretOf, seven } from './drawing.ts'
import { beacon, round } from './fair-draw/honest.ts'

const genuine = async () => beacon.signature
const lastDraw = ({ draws = {}, panel }: Case): Draw => {
  const draw = draws[panel?.draw?.number ?? 0]
  if (!draw) throw new Error('Nothing was committed to.')
  return draw
}
const committedTo = async (theCase = checked()) => having(theCase, await commit(theCase))
/** After it was reminded of, and the deadline of its wait passed. */
function escalated(theCase: Case): Case {
  const { dueAt = '', escalatedAt } = theCase.life.wait ?? {}
  const seen = attend(theCase, { caseId: theCase.id, attempt: 3 }, ['contributions', 'numbers'], dueAt)
  if (escalatedAt !== undefined) return theCase
  if (seen.verdict !== 'act') throw new Error(`It is ${seen.verdict}.`)
  return escalated(having(theCase, seen.events, dueAt))
}
const someone: Person = {
  ...{ id: 'sam', name: 'Sam', email: 'sam@example.org', roles: [] },
  ...{ profession: 'other', skills: [], panelsFormedOn: [] },
}
const certified = (theCase: Case) => {
  const draw = lastDraw(theCase)
  if (draw.status !== 'drawn') throw new Error(`It is ${draw.status}.`)
  return certificateOf(draw)
}

describe('committing to a draw (requirements §5)', () => {
  test('names the first round of drand after a day, and a fallback that comes after it was given up', async () => {
    const theCase = await committedTo()
    const { terms } = lastDraw(theCase)
    expect(terms.source).toMatchObject({ kind: 'drand-quicknet', round })
    expect(terms.fallback).toMatchObject({
      kind: 'public-numbers',
      sources: ['The six main numbers of the National Lottery’s Lotto draw of Wednesday 30 August 2023'],
    })
    expect(theCase.life.wait).toMatchObject({ name: 'draw', dueAt: timeOfRound(round) })
    expect(terms.instance).toMatchObject({ panelSize: 3, atMostOnePer: 'practice', fairBetween: 'practice' })
    expect(JSON.stringify(published(lastDraw(theCase)))).not.toMatch(/"(ann|bob|cyd|dee|eve|fay|guy)"|practice-of/)
  })

  test('twice is once; with somebody else in the pool the first attempt is abandoned, with its reason', async () => {
    const theCase = await committedTo()
    expect(await commit(theCase)).toEqual([])
    const barred = having(theCase, [{ type: 'PersonBarred', data: { person: 'fay', reasons: 'A tie.' } }])
    const again = await commit(barred)
    expect(types(again)).toEqual(['DrawAbandoned', 'DrawCommitted', 'WaitOpened'])
    expect(having(barred, again).draws).toMatchObject({ 1: { status: 'abandoned' }, 2: { status: 'committed' } })
  })

  test('is not done where all who are eligible fit', async () => {
    const theCase = checked(seven.filter(({ person }) => ['ann', 'cyd', 'eve'].includes(person)))
    expect(types(await commit(theCase))).toEqual(['PanelFilledWithoutDraw', 'WaitOpened'])
  })

  test('leaves out who sits on as many panels as one person may, and counts a recent panel and a skill', async () => {
    const skilled = checked(seven, { skills: [{ name: 'talking therapies', fewest: 1 }] })
    const service = { panels: 0, recent: false, skills: [] }
    const services = {
      ann: { ...service, panels: 2 },
      fay: { panels: 1, recent: true, skills: ['talking therapies'] },
    }
    const theCase = having(skilled, await commit(skilled, committed, services))
    const { instance, panels } = lastDraw(theCase).terms
    expect(instance.pool).toHaveLength(6)
    const fay = instance.pool.findIndex((row) => row['skill in talking therapies'] === 'yes')
    expect(instance.pool[fay]).toMatchObject({ profession: 'gp', experience: 'recent' })
    expect(panels.every((panel) => panel.includes(fay))).toBe(true)
  })
})

describe('drawing from drand', () => {
  test('is not done before the round exists, and then by its signature', async () => {
    const theCase = await committedTo()
    expect(await drawn(theCase, later(23), genuine)).toEqual([])
    const events = await drawn(theCase, later(24), genuine)
    expect(types(events)).toEqual(['PanelDrawn', 'WaitOpened'])
    const made = having(theCase, events, later(24))
    expect(verifyCertificate(certified(made)).problems).toEqual([])
    expect(makeUp(made)).toMatchObject({ size: 3, seated: 3 })
    expect(makeUp(made).quotas.every(({ have, min, max }) => have >= min && have <= max)).toBe(true)
    expect(await drawn(made, later(24), genuine)).toEqual([])
  })

  test('refuses a signature that is not the network’s, asks again, and takes the fallback after three days', async () => {
    const theCase = await committedTo()
    const forged = async () => `${beacon.signature.slice(0, -1)}0`
    const first = await drawn(theCase, later(24), forged)
    expect(first).toMatchObject([
      { type: 'RandomnessMissing', data: { because: expect.stringContaining('does not carry its signature') } },
      { type: 'WaitOpened', data: { name: 'draw', dueAt: later(25) } },
    ])
    const waiting = having(theCase, first, later(24))
    expect(types(await drawn(waiting, later(25)))).toEqual(['WaitOpened'])
    const given = having(waiting, await drawn(waiting, later(24 + 73)), later(24 + 73))
    expect(given.panel?.draw).toMatchObject({ from: 'fallback' })
    expect(published(lastDraw(given))).toMatchObject({
      fallenBack: { because: `Round ${round} of drand could not be fetched.`, at: later(24 + 73) },
    })
    const known = given.life.wait?.dueAt ?? ''
    const asking = having(given, await drawn(given, known), known)
    expect(asking.life.wait?.name).toBe('numbers')
    const entered = { type: 'EnterPublicNumbers' as const, numbers: ['51, 45 28 022 17 3'] }
    expect(refusedWith(() => decideDraw(given, entered, { at: later(98), by }))).toBe('TooEarly')
    expect(refusedWith(() => decideDraw(asking, { ...entered, numbers: ['3, x'] }, { at: known, by }))).toBe('Invalid')
    for (const numbers of ['0', '3 17 22 28 45', '3 3 22 28 45 51', '3 17 22 28 45 60'])
      expect(refusedWith(() => decideDraw(asking, { ...entered, numbers: [numbers] }, { at: known, by }))).toBe(
        'Invalid',
      )
    const enter = (before: Case, person: string, numbers = entered.numbers) => {
      const circumstances = { at: known, by: { person, as: 'programme-manager' as const } }
      const events = decideDraw(before, { ...entered, numbers }, circumstances)
      return following(before, events, known, circumstances.by)
    }
    const once = enter(asking, 'manager')
    expect(once.panel?.draw).toMatchObject({ copiedBy: ['manager'] })
    expect(once.panel?.draw?.entered).toBeUndefined()
    expect(types(await drawn(once, known))).toEqual([])
    expect(refusedWith(() => enter(once, 'manager'))).toBe('AlreadyDone')
    const slipped = enter(once, 'deputy', ['51 45 28 22 17 4'])
    expect(slipped.panel?.draw?.entered).toBeUndefined()
    const answered = enter(slipped, 'deputy', ['3 17 22 28 45 51'])
    expect(refusedWith(() => enter(answered, 'approver'))).toBe('AlreadyDone')
    const made = having(answered, await drawn(answered, known), known)
    expect(certified(made)).toMatchObject({
      from: 'fallback',
      evidence: { numbers: ['3 17 22 28 45 51'], key: '3.17.22.28.45.51./' },
    })
    expect(verifyCertificate(certified(made)).problems).toEqual([])
  })

  describe('where the service cannot get the round (decision 15: the round that was named stands)', () => {
    const missing = async () => {
      const theCase = await committedTo()
      return having(theCase, await drawn(theCase, later(24)), later(24))
    }
    const fallenBack = async () => {
      const theCase = await missing()
      return having(theCase, await drawn(theCase, later(24 + 73)), later(24 + 73))
    }
    const nominee = { person: 'ann', as: 'nominee' as const }
    const brings = (theCase: Case, at: string, bringing: string = beacon.signature, draw = 1) =>
      decideDraw(theCase, { type: 'BringRound', draw, beacon: bringing }, { at, by: nominee })
    const page = JSON.stringify({ round, randomness: '', signature: beacon.signature.toUpperCase() }, null, 2)

    test('anybody brings it, as the page of the round shows it, and the panel is drawn from it', async () => {
      const theCase = await missing()
      const events = brings(theCase, later(30), ` ${page}\n`)
      expect(events).toEqual([{ type: 'RoundBrought', data: { draw: 1, round, signature: beacon.signature } }])
      const brought = having(theCase, events, later(30))
      expect(attend(brought, { caseId: brought.id, attempt: 3 }, ['draw'], later(30)).verdict).toBe('answered')
      expect(refusedWith(() => brings(brought, later(31)))).toBe('AlreadyDone')
      const made = having(brought, await drawn(brought, later(30)), later(30))
      expect(certified(made)).toMatchObject({ from: 'source', evidence: { round } })
      expect(verifyCertificate(certified(made)).problems).toEqual([])
      expect(refusedWith(() => brings(made, later(31)))).toBe('AlreadyDone')
    })

    test('it stands for as long as the panel has not been drawn, though the fallback has been taken', async () => {
      const theCase = await fallenBack()
      const known = theCase.life.wait?.dueAt ?? ''
      const asking = having(theCase, await drawn(theCase, known), known)
      expect(asking.life.wait?.name).toBe('numbers')
      const brought = having(asking, brings(asking, known), known)
      expect(attend(brought, { caseId: brought.id, attempt: 3 }, ['numbers'], known).verdict).toBe('answered')
      const made = having(brought, await drawn(brought, known), known)
      expect(certified(made)).toMatchObject({ from: 'source' })
      // The service asks once more itself, before it uses the fallback.
      const later = having(theCase, await drawn(theCase, known, genuine), known)
      expect(certified(later)).toMatchObject({ from: 'source' })
    })

    test('brought after its fallback has decided, it is on the record and public, and told by whoever verifies', async () => {
      const theCase = await fallenBack()
      const known = theCase.life.wait?.dueAt ?? ''
      const asking = having(theCase, await drawn(theCase, known), known)
      const numbers = ['3 17 22 28 45 51']
      const entered = ['manager', 'deputy'].reduce((before, person) => {
        const by = { person, as: 'programme-manager' as const }
        const events = decideDraw(before, { type: 'EnterPublicNumbers', numbers }, { at: known, by })
        return following(before, events, known, by)
      }, asking)
      const made = having(entered, await drawn(entered, known), known)
      const certificate = certified(made)
      expect(certificate.from).toBe('fallback')
      expect(lookAt(certificate.terms, 'fallback').join()).toContain(
        `round ${round} of drand, due at ${later(24)}, MUST HAVE BEEN MISSING`,
      )
      const shown = published(lastDraw(having(made, brings(made, later(400)), later(400))))
      expect(shown).toMatchObject({ brought: { round, at: later(400), index: expect.any(Number) } })
      const held = againstRound(certificate, page)
      expect(held).toEqual({
        problem: expect.stringContaining(
          `ALTHOUGH ROUND ${round} OF DRAND EXISTS. The round draws panel ${shown.brought?.index}:`,
        ),
      })
    })

    test.each([
      ['', 'Invalid', 'not a round of drand'],
      ['{"round":1000', 'Invalid', 'not a round of drand'],
      ['[1]', 'Invalid', 'not a round of drand'],
      [JSON.stringify({ round: 1001, signature: beacon.signature }), 'Invalid', 'This is round 1001'],
      [`${beacon.signature.slice(0, -1)}0`, 'Invalid', 'drand’s signature'],
      ['0'.repeat(96), 'Invalid', 'drand’s signature'],
    ])('“%s” is refused', async (bringing, code, words) => {
      const theCase = await missing()
      const refused = refusal(() => brings(theCase, later(30), bringing))
      expect(refused.code).toBe(code)
      expect(refused.faults[0]).toMatchObject({ path: ['beacon'], message: expect.stringContaining(words) })
    })

    test('is refused before it exists, for a draw that does not exist, and for one that names no round', async () => {
      const theCase = await committedTo()
      expect(refusedWith(() => brings(theCase, later(23)))).toBe('TooEarly')
      expect(refusedWith(() => brings(theCase, later(30), page, 2))).toBe('NotFound')
      const other = await committedTo(checked(seven, { randomness: 'public-numbers' }))
      expect(refusedWith(() => brings(other, later(300)))).toBe('NotAllowed')
    })
  })

  const bones = { person: 'fay', declaration: interest('bones', 'owner') }
  const withBones = () => committedTo(checked([...seven.filter(({ person }) => person !== 'fay'), bones]))
  const bidding = (theCase: Case) => matterOf(theCase, register, [{ organisationId: 'bones', as: 'bidder' }])

  test('wakes at once when somebody in its pool is barred, so that nobody waits for a panel that cannot be', async () => {
    const theCase = await withBones()
    const execution = { caseId: theCase.id, attempt: 3 }
    expect(attend(theCase, execution, ['draw'], later(1))).toMatchObject({ verdict: 'waiting', until: later(24) })
    const barred = having(theCase, [{ type: 'PersonBarred', data: { person: 'fay', reasons: 'A tie.' } }], later(1))
    expect(attend(barred, execution, ['draw'], later(1)).verdict).toBe('answered')
    const events = await drawn(barred, later(1))
    expect(types(events)).toEqual(['DrawAbandoned'])
    const anew = having(barred, events, later(1))
    expect(types(await commit(anew, later(1)))).toEqual(['DrawCommitted', 'WaitOpened'])
    // Once the randomness exists, the draw is made: nothing is to be gained by barring anybody.
    expect(attend(barred, execution, ['numbers', 'draw'], later(23)).verdict).toBe('answered')
    expect(types(await drawn(barred, later(24), genuine))).toContain('PanelDrawn')
  })

  test('is abandoned when somebody in the pool is barred while the randomness does not exist', async () => {
    const theCase = await withBones()
    const looked: number[] = []
    const look = async (asked: number) => {
      looked.push(asked)
      return beacon.signature
    }
    expect(types(await drawn(theCase, later(23), look, bidding(theCase)))).toEqual([
      'ConflictsChecked',
      'DrawAbandoned',
    ])
    expect(looked).toEqual([])
  })

  describe('once the randomness exists', () => {
    const late = later(24)
    const anybody = async () => {
      const theCase = await withBones()
      const { panel } = having(theCase, await drawn(theCase, late, genuine), late)
      return Object.keys(panel?.seats ?? {})
    }
    const flag = (person: string): CaseEvent => ({
      type: 'ConflictsChecked',
      data: {
        ...{ occasion: 'register', register: 'later' },
        results: {
          [person]: { result: 'flagged', findings: [{ rule: 'flag-other', evidence: 'Something of some kind.' }] },
        },
      },
    })

    test('is made whoever is barred: who was drawn loses the seat, on the record, and is replaced', async () => {
      const theCase = await withBones()
      const whole = await anybody()
      const events = await drawn(theCase, late, genuine, bidding(theCase))
      expect(types(events).filter((type) => type === 'DrawAbandoned')).toEqual([])
      const made = having(theCase, events, late)
      expect(verifyCertificate(certified(made)).problems).toEqual([])
      expect(Object.keys(made.panel?.seats ?? {})).toEqual(whole)
      expect(made.panel?.seats['fay']?.status).toBe(whole.includes('fay') ? 'excluded' : undefined)
      const ruled = having(await withBones(), [
        { type: 'PersonBarred', data: { person: whole[0] ?? '', reasons: 'A tie.' } },
      ])
      const without = having(ruled, await drawn(ruled, late, genuine), late)
      expect(without.panel?.seats[whole[0] ?? '']).toMatchObject({ status: 'excluded', reason: 'Barred by a ruling.' })
      expect(invited(without.panel)).toEqual(whole.slice(1))
      expect(
        types(
          await commit(
            having(
              without,
              whole.slice(1).map((person) => ({ type: 'SeatAccepted', data: { person } })),
            ),
            late,
          ),
        ),
      ).not.toContain('PanelFilledWithoutDraw')
    })

    test('a case that goes back to nomination before that gives its draw up, so that the next is from the new pool', async () => {
      const theCase = await withBones()
      const back = { type: 'SendBack' as const, to: 'nomination' as const, reason: 'To find more.' }
      const early = decideLife(theCase, back, { at: later(23), by })
      expect(early).toMatchObject([
        { type: 'DrawAbandoned', data: { draw: 1, reason: expect.stringContaining('To find more.') } },
        { type: 'StageEntered' },
      ])
      expect(lastDraw(having(theCase, early, later(23))).status).toBe('abandoned')
      expect(types(decideLife(theCase, back, { at: later(24), by }))).toEqual(['StageEntered'])
    })

    test('the end of a case ends its draw, on the record', async () => {
      const theCase = await withBones()
      const withdraw = { type: 'Withdraw' as const, reason: 'No longer wanted.' }
      for (const at of [later(23), later(24)]) {
        const events = decideLife(theCase, withdraw, { at, by })
        expect(types(events)).toEqual(['DrawAbandoned', 'CaseEnded'])
        expect(lastDraw(having(theCase, events, at))).toMatchObject({ status: 'abandoned', abandonedAt: at })
      }
    })

    test('no flag, pause or send-back leads to another draw, or to none', async () => {
      const theCase = await withBones()
      const [person = ''] = await anybody()
      const flagged = having(theCase, [flag(person)], late)
      expect(flagged.conflicts?.standings[person]?.status).toBe('flagged')
      expect(types(await commit(flagged, late))).not.toContain('DrawAbandoned')
      const made = having(flagged, await drawn(flagged, late, genuine), late)
      expect(made.panel?.draw?.status).toBe('drawn')
      const back = having(
        theCase,
        [
          { type: 'StageEntered', data: { stage: 'nomination', attempt: 4, because: 'More nominees.' } },
          { type: 'NominationOpened', data: { practices: [] } },
          { type: 'StageEntered', data: { stage: 'panel-formation', attempt: 3 } },
        ],
        late,
      )
      expect(types(await commit(back, late))).toEqual(['WaitOpened'])
    })

    test('who was drawn and has come to sit on as many panels as one person may is replaced', async () => {
      const theCase = await withBones()
      const [busy = '', ...others] = await anybody()
      const services = { [busy]: { panels: 2, recent: false, skills: [] } }
      const events = await drawn(theCase, late, genuine, matterOf(theCase, register), services)
      expect(events).toContainEqual({
        type: 'SeatsLapsed',
        data: { people: [busy], because: 'on as many panels as one person may' },
      })
      expect(invited(having(theCase, events, late).panel)).toEqual(others)
    })
  })
})

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
  })

  test('does without the company where everybody reveals, and is abandoned where nobody does', async () => {
    const theCase = await ready()
    const asking = having(theCase, await drawn(theCase, later(24)), later(24))
    const all = both.reduce((state, practice) => reveal(state, practice), asking)
    const made = having(all, await drawn(all, later(25)), later(25))
    expect(JSON.stringify(certified(made).evidence)).not.toContain('the company')
    expect(verifyCertificate(certified(made)).problems).toEqual([])
    const events = await drawn(asking, asking.life.wait?.dueAt ?? '')
    expect(events).toMatchObject([{ type: 'DrawAbandoned', data: { reason: expect.stringContaining('Nobody') } }])
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

describe('where the draw takes longer to work out than there is time', () => {
  const out = timeToSolve(0, () => performance.now() + 1)
  /** Enough for the first steps of the search, and not for all. */
  const steps = (most: number) => {
    let now = 0
    return timeToSolve(most, () => (now += 1_000))
  }

  test.each([
    ['at once', { draw: out }],
    ['after some steps', { draw: steps(5) }],
    ['before it is known whether any panel is possible', { whether: out }],
  ])('nothing is drawn, and the programme manager is told in words: %s', async (_, time) => {
    const events = await commit(checked(), committed, {}, time)
    expect(types(events)).toEqual(['DrawUnsolved', 'WaitOpened', 'Escalated'])
    expect(events[2]).toMatchObject({
      data: {
        because: expect.stringMatching(/ could not be worked out\. .* longer than the \d seconds .* resume/),
      },
    })
    const theCase = having(checked(), events)
    expect(theCase.life.wait).toMatchObject({ name: 'pool' })
    expect(theCase.panel?.impossible).toMatchObject({ alternatives: [], unsolved: expect.any(String) })
    const decide = (command: Parameters<typeof decideDraw>[1]) => decideDraw(theCase, command, { at: committed, by })
    expect(refusedWith(() => decide({ type: 'RelaxConstraints', choice: 1, reason: 'To try.' }))).toBe('NotAllowed')
    const procedure = { type: 'DecideProcedure' as const, reasons: 'It cannot be worked out.' }
    expect(refusedWith(() => decide({ ...procedure, how: 'those who are eligible' }))).toBe('NotAllowed')
    expect(types(decide({ ...procedure, how: 'without a panel' }))).toEqual(['ProcedureDecided', 'CaseEnded'])
    // Resumed, it is tried again, with the whole time.
    expect(types(await commit(theCase))).toEqual(['DrawCommitted', 'WaitOpened'])
    // There are too many nominees rather than too few: nobody else is asked for more.
    const reopened = stepNomination(
      { ...theCase, life: { ...theCase.life, stage: 'nomination' } },
      { type: 'OpenNomination', attempt: theCase.life.attempt, practices: ['here'], neighbours: ['there'] },
      { at: committed, by },
    )
    expect(reopened[0]).toMatchObject({ data: { practices: ['here'] } })
  })
})

describe('where no panel is possible (requirements §5: nothing is silently weakened)', () => {
  const noManager = () => checked(seven.filter(({ profession }) => profession !== 'practice-manager'))

  test('the smallest relaxations, each with a panel that it allows, wait for the programme manager, escalated', async () => {
    const events = await commit(noManager())
    expect(types(events)).toEqual(['NoPanelPossible', 'WaitOpened', 'Escalated'])
    const theCase = having(noManager(), events)
    expect(theCase.panel?.impossible?.alternatives[0]).toMatchObject({
      changes: 'at least 1 → 0 with profession “practice-manager”',
      panel: { length: 3 },
    })
    expect(await commit(theCase)).toEqual([])
  })

  test('the one that is chosen, with a reason, gives way, and nothing else; it lapses with the next nominations', async () => {
    const theCase = having(noManager(), await commit(noManager()))
    const relax = { type: 'RelaxConstraints' as const, choice: 1, reason: 'No practice manager is free.' }
    expect(refusedWith(() => decideDraw(theCase, { ...relax, choice: 9 }, { at: committed, by }))).toBe('Invalid')
    expect(refusedWith(() => decideDraw(noManager(), relax, { at: committed, by }))).toBe('WrongStage')
    const relaxed = having(theCase, decideDraw(theCase, relax, { at: committed, by }))
    const drawing = await committedTo(relaxed)
    const { quotas } = lastDraw(drawing).terms.instance
    expect(quotas.map(({ min }) => min)).toEqual([1, 0, 1])
    const reopened = having(drawing, [{ type: 'NominationOpened', data: { practices: [] } }])
    expect(reopened.panel?.relaxed).toBeUndefined()
  })

  test('the approver may decide that those who are eligible are the panel, or that there is none', async () => {
    const two = checked(seven.filter(({ person }) => ['ann', 'bob'].includes(person)))
    const theCase = having(two, await commit(two))
    const decision = {
      ...{ type: 'DecideProcedure' as const, how: 'those who are eligible' as const },
      reasons: 'Nobody else is free of interests.',
    }
    const decide = (how: 'those who are eligible' | 'without a panel') =>
      decideDraw(theCase, { ...decision, how }, { at: committed, by })
    // Ann and Bob are of one practice, which has one seat and one vote: it is drawn which of them sits.
    const events = decide('those who are eligible')
    expect(types(events)).toEqual(['ProcedureDecided', 'ConstraintsRelaxed'])
    const smaller = having(theCase, events)
    expect(makeUp(smaller)).toMatchObject({ size: 1, quotas: [{ min: 0 }, { min: 0 }, { min: 0 }] })
    expect(types(await commit(smaller))).toEqual(['DrawCommitted', 'WaitOpened'])
    const one = checked(seven.filter(({ person }) => person === 'cyd'))
    const alone = having(one, await commit(one))
    const all = having(alone, decideDraw(alone, decision, { at: committed, by }))
    expect(await commit(all)).toMatchObject([{ type: 'PanelFilledWithoutDraw', data: { people: ['cyd'] } }, {}])
    expect(having(theCase, decide('without a panel')).life).toMatchObject({ status: 'ended', outcome: 'redirected' })
  })

  test('the approver’s panel is never larger than it was to be, and those who are no longer free are not counted', async () => {
    const noManager = having(
      checked(seven.filter(({ profession }) => profession !== 'practice-manager')),
      await commit(checked(seven.filter(({ profession }) => profession !== 'practice-manager'))),
    )
    const command = {
      ...{ type: 'DecideProcedure' as const, how: 'those who are eligible' as const },
      reasons: 'Only practice managers are lacking.',
    }
    const decided = having(noManager, decideDraw(noManager, command, { at: committed, by }))
    expect(makeUp(decided).size).toBe(3)
    const barred = ['eve', 'fay', 'guy'].map(
      (person): CaseEvent => ({
        type: 'PersonBarred',
        data: { person, reasons: 'A tie.' },
      }),
    )
    const fewer = having(noManager, barred)
    const one = having(fewer, decideDraw(fewer, command, { at: committed, by }))
    expect(makeUp(one).size).toBe(1)
  })

  test('a smaller panel has a smaller quorum, which is told before it is chosen and goes on the record', async () => {
    const few = checked(seven.filter(({ person }) => ['ann', 'dee'].includes(person)))
    const voting = { ...few.ruleBook.voting, quorum: 3 }
    const short = { ...few, ruleBook: { ...few.ruleBook, voting } }
    expect(votingIn(short).quorum).toBe(3)
    const theCase = { ...having(short, await commit(short)), ruleBook: short.ruleBook }
    const { alternatives = [] } = theCase.panel?.impossible ?? {}
    expect(alternatives[0]).toMatchObject({ limits: [{ limit: 'size', to: 2 }], quorum: 2 })
    const relax = { type: 'RelaxConstraints' as const, choice: 1, reason: 'Two are free.' }
    const events = decideDraw(theCase, relax, { at: committed, by })
    expect(events).toMatchObject([{ type: 'ConstraintsRelaxed', data: { quorum: 2 } }])
    expect(votingIn({ ...having(theCase, events), ruleBook: short.ruleBook }).quorum).toBe(2)
  })

  test('with a pool of nobody there is nothing to relax', async () => {
    const theCase = having(checked([]), await commit(checked([])))
    expect(theCase.panel?.impossible).toMatchObject({ people: [], alternatives: [] })
    const decide = { type: 'DecideProcedure' as const, how: 'those who are eligible' as const, reasons: 'None.' }
    expect(refusedWith(() => decideDraw(theCase, decide, { at: committed, by }))).toBe('NotAllowed')
  })
})

describe('substitutes (requirements §5)', () => {
  test('are drawn afresh, keeping the limits of the whole panel, with a certificate of their own', async () => {
    const theCase = await committedTo()
    const made = having(theCase, await drawn(theCase, later(24), genuine), later(24))
    // Of some there is nobody else of their kind; a GP can be replaced.
    const seats = Object.keys(made.panel?.seats ?? {})
    const gone = seats.find((person) => ['ann', 'bob', 'fay'].includes(person)) ?? ''
    const others = seats.filter((person) => person !== gone)
    const left = having(made, [
      ...others.map((person) => ({ type: 'SeatAccepted' as const, data: { person } })),
      { type: 'SeatDeclined', data: { person: gone } },
    ])
    const again = having(left, await commit(left))
    const { terms } = lastDraw(again)
    expect(terms).toMatchObject({ draw: 2, instance: { sitting: { length: 2 } } })
    expect(terms.panels.every((panel) => panel.length === 1)).toBe(true)
    expect(again.draws?.[2]?.salts).not.toHaveProperty(gone)
    const substituted = having(again, await drawn(again, later(24), genuine), later(24))
    expect(verifyCertificate(certified(substituted)).problems).toEqual([])
    expect(makeUp(substituted).quotas.every(({ have, min, max }) => have >= min && have <= max)).toBe(true)
  })
})

describe('what a nominee sees of their chance', () => {
  test('is the exact one, the one in the list, and why; and which entry is theirs', async () => {
    const theCase = await committedTo()
    const [ann] = ownChance(lastDraw(theCase), 'ann')
    expect(ann).toMatchObject({
      draw: 1,
      panels: 100,
      because: expect.stringContaining('shared between its 2 nominees'),
    })
    expect(Math.abs((ann?.times ?? 0) - new Fraction(ann?.chance ?? 0).mul(100).valueOf())).toBeLessThanOrEqual(1.5)
    expect(ownChance(lastDraw(theCase), 'nobody')).toEqual([])
  })
})
