import type { Person } from '../locality/locality.ts'
import { pool, unanswered } from '../nomination/nomination.ts'
import { waitRules } from '../wait/rules.ts'
import { attentionAt } from '../wait/wait.ts'
import type { Capacity } from './capacity.ts'
import type { Case } from './case.ts'
import { sendBackTo } from './decide.ts'

/** Who looks, in what capacity. */
export interface Viewer {
  person: Person
  as: Capacity
}

/**
 * What somebody sees of a case, in one capacity. What is not theirs is not in it: a nominee sees their own declaration and
 * nobody else's; who was nominated is known to the secretariat and to the nominating practice.
 */
export function viewCase(theCase: Case, { person, as }: Viewer) {
  const { id, head, life, proposal, ruleBook, nomination } = theCase
  const secretariat = as.endsWith('programme-manager')
  const rule = life.wait && waitRules[life.wait.name]
  return {
    caseId: id,
    head,
    as,
    life: {
      status: life.status,
      stage: life.stage,
      attempt: life.attempt,
      path: life.path,
      ...(life.status === 'open' && { canGoBackTo: sendBackTo[life.stage] ?? [] }),
      ...(life.status === 'paused' && { pausedAt: life.pausedAt, reason: life.reason }),
      ...(life.status === 'ended' && { endedAt: life.endedAt, outcome: life.outcome, reason: life.reason }),
    },
    ...(life.wait &&
      rule &&
      life.status === 'open' && {
        wait: {
          ...life.wait,
          attentionAt: attentionAt(life.wait),
          waitsFor: rule.waitsFor(theCase),
          next: rule.consequence,
        },
      }),
    ruleBook,
    proposal,
    ...(nomination && {
      nomination: {
        status: nomination.status,
        round: nomination.round,
        practices: nomination.practices,
        declined: nomination.declined,
        unanswered: unanswered(nomination),
        poolSize: pool(nomination).length,
        nominees: Object.entries(nomination.nominees)
          .filter(
            ([nominee, { practiceId }]) => secretariat || nominee === person.id || practiceId === person.practiceId,
          )
          .map(([nominee, facts]) => {
            const { practiceId, profession, experienced, status } = facts
            const own = nominee === person.id || secretariat
            return {
              person: nominee,
              practiceId,
              profession,
              experienced,
              status,
              ...(own && facts.status === 'accepted' && { declaration: facts.declaration }),
            }
          }),
      },
    }),
  }
}
