import { describe, expect, test } from 'vitest'
import { stepNomination } from '../../../domain/nomination/decide.ts'
import { seated } from '../../../domain/panel/panel.ts'
import { decideDraw } from '../../../domain/panel-draw/decide.ts'
import type { Row } from '../../../domain/panel-draw/instance/instance.ts'
import { timeOfRound } from '../../../domain/panel-draw/randomness/quicknet.ts'
import { makeUp, published } from '../../../domain/panel-draw/view.ts'
import { timeToSolve } from '../../../functions/runtime/time-to-solve.ts'
import { refusedWith, types } from '../story.ts'
import { by, checked, commit, committed, committedTo, drawn, having, lastDraw, later, seven } from './drawing.ts'
import { beacon, round } from './fair-draw/honest.ts'

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
    // The order of the nominations makes no other pool.
    const reversed = await committedTo(checked([...seven].reverse()))
    expect(await commit(reversed)).toEqual([])
    // Who was flagged meanwhile is ruled on; the draw stands.
    const findings = [{ rule: 'flag-other' as const, evidence: 'Something of some kind.' }]
    const flag = {
      ...{ occasion: 'register' as const, register: 'later' },
      results: { fay: { result: 'flagged' as const, findings } },
    }
    expect(await commit(having(theCase, [{ type: 'ConflictsChecked', data: flag }]))).toEqual([])
    // The same people, of whom one counts otherwise now.
    const recent = { fay: { panels: 0, recent: true, skills: [] } }
    expect(types(await commit(theCase, committed, recent))).toEqual(['DrawAbandoned', 'DrawCommitted', 'WaitOpened'])
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
      fay: { panels: 1, recent: true, skills: ['Talking  therapies '] },
    }
    const theCase = having(skilled, await commit(skilled, committed, services))
    const { instance, panels } = lastDraw(theCase).terms
    expect(instance.pool).toHaveLength(6)
    const fay = instance.pool.findIndex((row) => row['skill in talking therapies'] === 'yes')
    expect(instance.pool[fay]).toMatchObject({ profession: 'gp', experience: 'recent' })
    expect(panels.every((panel) => panel.includes(fay))).toBe(true)
  })

  test('counts a member as when they were drawn: what becomes of them later makes no panel break its limits', async () => {
    const services = (recent: boolean) =>
      Object.fromEntries(seven.map(({ person }) => [person, { panels: 0, recent, skills: [] }]))
    const before = checked(seven.map((one) => ({ ...one, experienced: one.person === 'dee' })))
    const committedTo = having(before, await commit(before, committed, services(false)))
    const members = having(committedTo, await drawn(committedTo, later(24), async () => beacon.signature), later(24))
    const [left = '', ...others] = seated(members.panel)
    const declined = having(members, [
      ...others.map((person) => ({ type: 'SeatAccepted' as const, data: { person } })),
      { type: 'SeatDeclined', data: { person: left } },
    ])
    // Everybody has sat on another panel by now, and two may have.
    const again = having(declined, await commit(declined, later(25), services(true)))
    const experiences = (rows: readonly Row[] = []) => rows.map((row) => row['experience']).sort()
    const { sitting, pool } = lastDraw(again).terms.instance
    expect(experiences(sitting)).toEqual(others.map((person) => (person === 'dee' ? 'recent' : 'none')).sort())
    expect(experiences(pool)).toEqual(pool.map(() => 'recent'))
    expect(makeUp(again).quotas.find(({ category }) => category === 'experience')?.have).toBe(
      others.filter((person) => person === 'dee').length,
    )
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
