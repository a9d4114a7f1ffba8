import { decideNomination } from '../nomination/decide.ts'
import { poolProblems } from '../panel-draw/verify-pool.ts'
import { seatProblems } from '../panel-draw/verify-seats.ts'
import { sourceProblems } from '../panel-draw/verify-source.ts'
import { type Rule, refused, rule } from '../record/rule.ts'
import { decidePanel } from './decide.ts'
import { chairProblems } from './verify-chair.ts'

const drawnFrom = ['ruleBook', 'nomination', 'conflicts', 'panel'] as const

/** How people come onto a panel, off it, and into its chair. */
export const panelRules: readonly Rule[] = [
  rule(
    'A draw is committed to with everybody who could be drawn, nobody else, and the limits of the case.',
    ['DrawCommitted'],
    drawnFrom,
    (before, { data }) => poolProblems(before, data),
  ),
  rule(
    'Randomness comes from where the rules of the case say, and is changed only while it is lacking.',
    ['DrawCommitted', 'RandomnessChanged'],
    drawnFrom,
    sourceProblems,
  ),
  rule(
    'Nobody is seated without a draw but where all who could be drawn fit, or as a member of the area’s panel; nobody is dropped or excluded who, by the record, was not to be; and no limit is relaxed while a panel is possible, nor otherwise than by one of the smallest changes that make one so, or as the approver decided.',
    [
      'PanelFilledWithoutDraw',
      'StandingMembersSeated',
      'NoPanelPossible',
      'ConstraintsRelaxed',
      'SeatsLapsed',
      'MemberExcluded',
    ],
    drawnFrom,
    seatProblems,
  ),
  rule(
    'A nomination is accepted while nominations are open, and a seat by somebody who was invited to it.',
    ['NominationAccepted', 'SeatAccepted', 'SeatDeclined', 'ChairVoteCast'],
    ({ type }) =>
      type === 'NominationAccepted' ? ['life', 'nomination'] : ['life', 'panel', 'ruleBook', 'evaluation'],
    (before, event) =>
      refused(() => {
        const { type, data } = event
        if (type === 'NominationAccepted') return decideNomination(before, { type: 'AcceptNomination', ...data })
        if (type === 'SeatAccepted') return decidePanel(before, { type: 'AcceptSeat', ...data, panels: 0 })
        if (type === 'SeatDeclined') return decidePanel(before, { type: 'DeclineSeat', ...data })
        return decidePanel(before, { type: 'VoteForChair', ...data })
      }),
  ),
  rule(
    'The chair is whom the members’ votes chose, and the lot where they were tied twice.',
    ['ChairChosen'],
    ['panel'],
    chairProblems,
  ),
]
