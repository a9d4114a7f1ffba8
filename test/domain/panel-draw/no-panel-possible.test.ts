import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { votingIn } from '../../../domain/panel/voting.ts'
import { decideDraw } from '../../../domain/panel-draw/decide.ts'
import { limitsOf, skill, yes } from '../../../domain/panel-draw/limits.ts'
import { makeUp } from '../../../domain/panel-draw/view.ts'
import { refusedWith, types } from '../story.ts'
import { by, checked, commit, committed, committedTo, having, lastDraw, seven } from './drawing.ts'

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

  test('a limit gives way alone: another skill, of which as many are needed, is needed still', () => {
    const skills = ['minor surgery', 'talking therapies'].map((name) => ({ name, fewest: 1 }))
    const { ruleBook } = checked(seven, { skills })
    const [surgery = '', therapies = ''] = skills.map(({ name }) => skill(name))
    const relaxed = [{ limit: 'min' as const, category: therapies, feature: yes, from: 1, to: 0 }]
    const fewest = Object.fromEntries(limitsOf(ruleBook, relaxed).quotas.map(({ category, min }) => [category, min]))
    expect(fewest).toMatchObject({ [surgery]: 1, [therapies]: 0, profession: 1 })
  })

  test('the approver does not end a case for a seat that falls vacant after its panel was formed', async () => {
    const two = checked(seven.filter(({ person }) => ['ann', 'bob'].includes(person)))
    const theCase = having(two, await commit(two))
    const substituting = { ...theCase, life: { ...theCase.life, substitution: { attempt: 1, since: committed } } }
    const decide = (how: 'those who are eligible' | 'without a panel') =>
      decideDraw(substituting, { type: 'DecideProcedure', how, reasons: 'Nobody else is free.' }, { at: committed, by })
    expect(refusedWith(() => decide('without a panel'))).toBe('NotAllowed')
    expect(types(decide('those who are eligible'))).toEqual(['ProcedureDecided', 'ConstraintsRelaxed'])
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
    // Two of three is two of two: never less than its share.
    expect(votingIn({ ...having(theCase, events), ruleBook: few.ruleBook }).quorum).toBe(2)
    // What gave way before gives way still.
    const more = { limit: 'min' as const, category: 'profession', feature: 'gp', from: 1, to: 0 }
    const twice = having(theCase, [
      ...events,
      { type: 'ConstraintsRelaxed', data: { changes: '', limits: [more], reason: 'No GP is free.' } },
    ])
    expect(twice.panel?.relaxed).toMatchObject([{ limit: 'size', to: 2 }, more])
  })

  test('with a pool of nobody there is nothing to relax', async () => {
    const theCase = having(checked([]), await commit(checked([])))
    expect(theCase.panel?.impossible).toMatchObject({ people: [], alternatives: [] })
    const decide = { type: 'DecideProcedure' as const, how: 'those who are eligible' as const, reasons: 'None.' }
    expect(refusedWith(() => decideDraw(theCase, decide, { at: committed, by }))).toBe('NotAllowed')
  })
})
