import type { Case, Stage } from '../../domain/case/case.ts'
import type { Circumstances } from '../../domain/case/event.ts'
import type { Actor } from '../../domain/case/party.ts'
import { digest } from '../../domain/record/chain.ts'
import { type RuleBook, ruleBookSchema } from '../../domain/rule-book/rule-book.ts'
import { following, form } from './story.ts'

export const START = '2026-01-05T09:00:00.000Z'
export const members = ['ada', 'ben', 'cat', 'dan', 'eve', 'fay', 'guy']
export const CHAIR = 'ada'
export const STEP: Actor = { step: 'a-step' }

export const by = (person: string, as: Exclude<Actor, { step: string }>['as']): Actor => ({ person, as })
export const on = (at: string, actor: Actor = STEP): Circumstances => ({ at, by: actor })

/** A case with a panel of seven, just entered into a stage. */
export function caseIn(stage: Stage, settings: Parameters<typeof ruleBookSchema.parse>[0] = {}): Case {
  const ruleBook: RuleBook = ruleBookSchema.parse(settings)
  const made: Case = {
    id: 'case-1',
    head: { sequence: 9, hash: digest('the record so far') },
    life: {
      status: 'open',
      stage: 'specification',
      attempt: 4,
      path: [{ stage: 'specification', attempt: 4, entered: START }],
    },
    ruleBook,
    proposal: {
      status: 'accepted',
      submittedBy: 'pat',
      returns: [],
      // A year costs a penny: no price is far below that, but where a test says what it costs.
      form: { ...form, costs: { ...form.costs, recurrent: 1 } },
    },
    nomination: {
      status: 'closed',
      round: 1,
      practices: members.map((member) => `practice-of-${member}`),
      declined: [],
      closedAt: START,
      nominees: Object.fromEntries(
        members.map((member) => [
          member,
          {
            status: 'accepted' as const,
            practiceId: `practice-of-${member}`,
            profession: 'gp' as const,
            experienced: false,
            round: 1,
            declaration: { kind: 'nothing to declare' as const },
            declaredAt: START,
          },
        ]),
      ),
    },
    panel: {
      seats: Object.fromEntries(members.map((member) => [member, { status: 'accepted' as const, at: START }])),
      chair: { status: 'chosen', person: CHAIR, how: 'votes', at: START, last: { votes: {}, candidates: [CHAIR] } },
    },
  }
  return following(made, [{ type: 'StageEntered', data: { stage, attempt: 5 } }], START)
}
