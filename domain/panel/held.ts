import type { Case } from '../case/case.ts'
import { decideNomination, type NominationCommand } from '../nomination/decide.ts'
import { pool, unanswered } from '../nomination/nomination.ts'
import { poolProblems } from '../panel-draw/verify-pool.ts'
import { seatProblems } from '../panel-draw/verify-seats.ts'
import { sourceProblems } from '../panel-draw/verify-source.ts'
import { type RecordedAs, type Rule, refused, rule, same, unless } from '../record/rule.ts'
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
    'People are nominated while nominations are open, by practices that were invited, and answer and are withdrawn while they are.',
    ['PersonNominated', 'NominationWithdrawn', 'PracticeDeclined', 'NominationAccepted', 'NominationDeclined'],
    ['life', 'nomination', 'conflicts'],
    (before, event) => refused(() => decideNomination(before, nominating(before, event))),
  ),
  rule(
    'Nominations close once all have answered or the time is over, with those in the pool who accepted.',
    ['NominationClosed'],
    ['life', 'nomination'],
    closingProblems,
  ),
  rule(
    'A seat is accepted or declined by somebody who was invited to it, and the chair chosen by members.',
    ['SeatAccepted', 'SeatDeclined', 'ChairVoteCast'],
    ['life', 'panel', 'ruleBook', 'evaluation'],
    (before, event) =>
      refused(() => {
        const { type, data } = event
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

type Nominating = RecordedAs<
  'PersonNominated' | 'NominationWithdrawn' | 'PracticeDeclined' | 'NominationAccepted' | 'NominationDeclined'
>

/** What was sent, as far as the record says it. */
function nominating({ nomination }: Case, { type, data }: Nominating): NominationCommand {
  switch (type) {
    case 'PersonNominated': {
      const { person, ...facts } = data
      return { type: 'Nominate', person, facts }
    }
    case 'NominationWithdrawn': {
      const practiceId = nomination?.nominees[data.person]?.practiceId ?? ''
      return { type: 'WithdrawNomination', practiceId, ...data }
    }
    case 'PracticeDeclined':
      return { type: 'DeclineToNominate', reason: '', ...data }
    case 'NominationAccepted':
      return { type: 'AcceptNomination', ...data }
    case 'NominationDeclined':
      return { type: 'DeclineNomination', ...data }
  }
}

function closingProblems({ life, nomination }: Case, { data, at }: RecordedAs<'NominationClosed'>): string[] {
  if (nomination?.status !== 'open') return ['nominations were not open']
  const over = life.wait?.name === 'nominations' && at >= life.wait.dueAt
  return [
    ...unless(over || unanswered(nomination).length === 0, 'practices had not answered, and still had time'),
    ...unless(same(pool(nomination), data.pool), 'pool: they are not those who accepted'),
  ]
}
