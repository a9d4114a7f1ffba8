import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { thoseWhoFit } from '../../../domain/panel-draw/decide.ts'
import { seatProblems } from '../../../domain/panel-draw/verify-seats.ts'
import { checked, commit, committed, having, later, seven } from './drawing.ts'
import { commitment, made, theCase } from './recorded-draw.ts'

describe('who comes onto a panel without a draw, or off it', () => {
  const three = checked(seven.filter(({ person }) => ['ann', 'cyd', 'dee'].includes(person)))
  const filled = (people: string[]): CaseEvent => ({ type: 'PanelFilledWithoutDraw', data: { people } })
  const relaxed: CaseEvent = { type: 'ConstraintsRelaxed', data: { changes: '', limits: [], reason: 'It suits us.' } }
  const impossible = (people: string[]): CaseEvent => ({
    type: 'NoPanelPossible',
    data: { people, vacancies: 3, alternatives: [] },
  })
  const drawnCase = having(having(theCase, [commitment]), made, later(24))
  const [member = ''] = Object.keys(drawnCase.panel?.seats ?? {})
  const everybody = ['ann', 'bob', 'cyd', 'dee', 'eve', 'fay', 'guy']

  test('are all who fit', () => expect(seatProblems(three, filled(['ann', 'cyd', 'dee']))).toEqual([]))

  test.each<[string, typeof theCase, CaseEvent, string, CaseEvent?]>([
    ['three who were chosen', theCase, filled(['ann', 'cyd', 'dee']), 'bob is eligible, by the record, and left out'],
    ['more than there are seats', theCase, filled(everybody), '7 took 3 vacant seats without a draw'],
    ['somebody whom nobody nominated', three, filled(['ann', 'cyd', 'zoe']), 'zoe is not eligible'],
    [
      'an area’s panel that nobody called',
      three,
      {
        type: 'StandingMembersSeated',
        data: {
          panel: { id: 'mine', area: 'mental-health', from: committed, until: later(9_000), members: [] },
          ...{ people: ['ann'], absent: [] },
        },
      },
      'they are not the members of the area’s panel',
    ],
    ['limits that gave way to a panel that was possible', theCase, relaxed, 'limits were changed'],
    [
      'limits that are none of the alternatives',
      having(theCase, [impossible(everybody)]),
      relaxed,
      'none of the smallest',
    ],
    ['a panel said to be impossible', theCase, impossible(everybody), 'a panel was possible'],
    ['a pool said to be smaller', theCase, impossible(['ann']), 'bob is eligible'],
    [
      'a member dropped as no longer nominated',
      drawnCase,
      { type: 'SeatsLapsed', data: { people: [member], because: 'no longer nominated' } },
      `${member} is nominated`,
    ],
    [
      'a member dropped for no answer, who had given one',
      having(drawnCase, [{ type: 'SeatAccepted', data: { person: member } }]),
      { type: 'SeatsLapsed', data: { people: [member] } },
      `${member} had accepted`,
    ],
    [
      'a member excluded for nothing',
      drawnCase,
      { type: 'MemberExcluded', data: { person: member, reason: 'X' } },
      'no conflict',
    ],
    [
      'a seat that lapses, of somebody who has none',
      theCase,
      { type: 'SeatsLapsed', data: { people: ['ann'] } },
      'has no seat',
    ],
  ])('with %s are found', (_, before, event, problem) =>
    expect(seatProblems(before, event).join('\n')).toContain(problem),
  )

  test('come by no other change of the limits than one of the smallest', async () => {
    // There is no practice manager among them, and two of them are of one practice.
    const few = checked(seven.filter(({ person }) => ['ann', 'bob', 'eve', 'fay'].includes(person)))
    const [honest] = await commit(few)
    if (honest?.type !== 'NoPanelPossible') throw new Error('A panel was possible.')
    expect(seatProblems(few, honest)).toEqual([])
    const { alternatives } = honest.data
    const saying = (some: typeof alternatives) =>
      seatProblems(few, { ...honest, data: { ...honest.data, alternatives: some } })
    const [first] = alternatives
    const limits = first?.limits.map((one) => ({ ...one, from: one.from + 1 })) ?? []
    const wrong = ['alternatives: they are not the smallest changes that would make a panel possible']
    for (const forged of [
      [],
      [...alternatives, ...alternatives],
      alternatives.map((one) => ({ ...one, limits })),
      alternatives.map((one) => ({ ...one, limits: [] })),
    ])
      expect(saying(forged)).toEqual(wrong)
  })

  test('are held against limits as the approver decided', () => {
    const decided: CaseEvent = { type: 'ProcedureDecided', data: { how: 'those who are eligible', reasons: 'So.' } }
    const before = having(theCase, [impossible(everybody)])
    const { limits } = thoseWhoFit(before, everybody)
    const asDecided: CaseEvent = { ...relaxed, data: { ...relaxed.data, limits } }
    expect(seatProblems(before, asDecided, decided)).toEqual([])
    expect(seatProblems(before, asDecided)).not.toEqual([])
    expect(seatProblems(before, relaxed, decided).join()).toContain('nor what lets those who are eligible sit')
  })
})
