import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { matterOf } from '../../../domain/conflict/matter.ts'
import { invited } from '../../../domain/panel/panel.ts'
import { decideDraw } from '../../../domain/panel-draw/decide.ts'
import { againstRound } from '../../../domain/panel-draw/fair-draw/against-round.ts'
import { lookAt } from '../../../domain/panel-draw/fair-draw/look.ts'
import { verifyCertificate } from '../../../domain/panel-draw/fair-draw/verify.ts'
import { makeUp, published } from '../../../domain/panel-draw/view.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { interest, register } from '../nominees.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { by, certified, checked, commit, committedTo, drawn, having, lastDraw, later, seven } from './drawing.ts'
import { beacon, round } from './fair-draw/honest.ts'

const genuine = async () => beacon.signature

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

  test('takes nothing from people that is not wanted: a round that has drawn, numbers for another source, anything once the case is over', async () => {
    const theCase = await committedTo()
    const made = having(theCase, await drawn(theCase, later(24), genuine), later(24))
    const ended = having(theCase, [{ type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'No room.' } }])
    const bring = { type: 'BringRound' as const, draw: 1, beacon: beacon.signature }
    const enter = { type: 'EnterPublicNumbers' as const, numbers: ['3 17 22 28 45 51'] }
    const asking = (state: Case, command: typeof bring | typeof enter) => () =>
      decideDraw(state, command, { at: later(24), by })
    expect(types(asking(theCase, bring)())).toEqual(['RoundBrought'])
    expect(refusedWith(asking(made, bring))).toBe('AlreadyDone')
    expect(refusedWith(asking(ended, bring))).toBe('CaseEnded')
    expect(refusedWith(asking(theCase, enter))).toBe('NotAllowed')
    expect(refusedWith(asking(checked(), enter))).toBe('WrongStage')
    expect(refusedWith(asking(ended, enter))).toBe('CaseEnded')
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
    const twoSources = { ...entered, numbers: [...entered.numbers, ...entered.numbers] }
    expect(refusedWith(() => decideDraw(asking, twoSources, { at: known, by }))).toBe('Invalid')
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
      // The service asks once more itself, before it uses the fallback, and believes no forged one.
      const forged = async () => `${beacon.signature.slice(0, -1)}0`
      expect(having(theCase, await drawn(theCase, known, forged), known).life.wait?.name).toBe('numbers')
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
      // It changes nothing of a draw that waits for a round of its own.
      const seats = Object.keys(made.panel?.seats ?? {})
      const left = seats.find((person) => ['ann', 'bob', 'fay'].includes(person)) ?? ''
      const others = seats.filter((person) => person !== left)
      const vacant = having(made, [
        ...others.map((person) => ({ type: 'SeatAccepted' as const, data: { person } })),
        { type: 'SeatDeclined', data: { person: left } },
      ])
      const next = having(vacant, await commit(vacant, known), known)
      expect(next.panel?.draw).toMatchObject({ number: 2, status: 'committed' })
      expect(having(next, brings(next, later(400)), later(400)).panel?.draw?.brought).toBeUndefined()
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
      const abandoned = having(theCase, [{ type: 'DrawAbandoned', data: { draw: 1, reason: 'Somebody is barred.' } }])
      expect(refusedWith(() => brings(abandoned, later(30)))).toBe('WrongStage')
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
    expect(attend(theCase, execution, ['draw'], later(24)).verdict).toBe('answered')
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

  test('goes on where somebody in its pool is only flagged, whoever says so: that is ruled on', async () => {
    const theCase = await withBones()
    const findings = [{ rule: 'flag-other' as const, evidence: 'Something of some kind.' }]
    const results = { cyd: { result: 'flagged' as const, findings } }
    const checked: CaseEvent = { type: 'ConflictsChecked', data: { occasion: 'register', register: 'later', results } }
    const flagged = having(theCase, [checked], later(1))
    expect(attend(flagged, { caseId: theCase.id, attempt: 3 }, ['draw'], later(1)).verdict).toBe('waiting')
    expect(types(await drawn(having(theCase, [checked], later(24)), later(24), genuine))).not.toContain('DrawAbandoned')
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
      // Nothing is prepared instead, either.
      expect(await commit(ruled, late)).toEqual([])
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
      // Whoever is nominated no more by then loses the seat that was drawn, on the record.
      const declined = having(back, [{ type: 'NominationDeclined', data: { person } }], late)
      expect(await drawn(declined, late, genuine)).toContainEqual({
        type: 'SeatsLapsed',
        data: { people: [person], because: 'no longer nominated' },
      })
    })

    test('who was drawn and has come to sit on as many panels as one person may is replaced', async () => {
      const theCase = await withBones()
      const [busy = '', ...others] = await anybody()
      const services = { [busy]: { panels: 2, recent: false, skills: [] } }
      const events = await drawn(theCase, late, genuine, matterOf(theCase, register), services)
      const ruled = having(theCase, [{ type: 'PersonBarred', data: { person: busy, reasons: 'A tie.' } }], late)
      expect(types(await drawn(ruled, late, genuine, matterOf(theCase, register), services))).not.toContain(
        'SeatsLapsed',
      )
      expect(events).toContainEqual({
        type: 'SeatsLapsed',
        data: { people: [busy], because: 'on as many panels as one person may' },
      })
      expect(invited(having(theCase, events, late).panel)).toEqual(others)
    })
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
