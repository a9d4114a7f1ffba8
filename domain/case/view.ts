import { isSecretariat, type Person } from '../locality/locality.ts'
import { isStanding, type Nomination, pool, unanswered } from '../nomination/nomination.ts'
import { shortfallTold } from '../nomination/shortfall.ts'
import { votingIn } from '../panel/voting.ts'
import { substituting } from '../substitution/substituting.ts'
import type { Substitution } from '../substitution/substitution.ts'
import { wasPublished } from '../tender/tender.ts'
import { waitRules } from '../wait/rules.ts'
import { attentionAt, type Wait } from '../wait/wait.ts'
import { type Capacity, knowsWhoTendered } from './capacity.ts'
import type { Case } from './case.ts'
import type { Party } from './party.ts'
import { maySendBack, sendBackTo } from './send-back.ts'

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
  const { id, life, proposal, ruleBook, nomination, tender } = theCase
  // A bidder is not told whom the case waits for, even where it proposed the case: that would tell of few tenders, or of a low
  // price.
  const mayBid = as === 'provider' && wasPublished(tender)
  const wait = life.status === 'open' && !mayBid ? life.wait && viewWait(theCase, life.wait) : undefined
  const secretariat = isSecretariat(as)
  return {
    caseId: id,
    as,
    life: {
      status: life.status,
      stage: life.stage,
      attempt: life.attempt,
      path: life.path,
      ...(life.status === 'open' && { canGoBackTo: maySendBack(theCase, as) ? (sendBackTo[life.stage] ?? []) : [] }),
      ...(life.status === 'paused' && { pausedAt: life.pausedAt, reason: life.reason }),
      ...(life.status === 'ended' && { endedAt: life.endedAt, outcome: life.outcome, reason: life.reason }),
      ...(life.status === 'ended' && mayErase(as) && { erasures: life.erasures ?? [] }),
    },
    ...(wait && (knowsWhoTendered(as) || !wait.waitsFor.some(isProvider)) && { wait }),
    ...(life.substitution &&
      life.status === 'open' &&
      as !== 'provider' && { substitution: viewSubstitution(theCase, life.substitution) }),
    ruleBook,
    // Where the panel was let be smaller than its rule book says, so is its quorum.
    voting: votingIn(theCase),
    proposal,
    ...(nomination && {
      nomination: {
        status: nomination.status,
        round: nomination.round,
        practices: nomination.practices,
        declined: nomination.declined,
        unanswered: unanswered(nomination),
        cannotAnswer: nomination.lockedOut ?? [],
        poolSize: pool(nomination).length,
        ...(nomination.standing && { standing: viewCalled(nomination, person.id) }),
        ...(nomination.status === 'open' && { lacking: shortfallTold(theCase) }),
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

/** Who asks for something to be erased, or agrees to it; and who watches over it. */
const mayErase = (as: Capacity) => ['programme-manager', 'deputy-programme-manager', 'approver', 'auditor'].includes(as)

const isProvider = ({ kind }: Party) => kind === 'provider'

/** The panel of the area that is asked to serve on this case; who of its members does is known when the panel is formed. */
const viewCalled = (nomination: Nomination, person: string) => ({
  area: nomination.standing?.area,
  until: nomination.standing?.until,
  you: isStanding(nomination, person),
})

function viewWait(theCase: Case, wait: Wait) {
  const { waitsFor, consequence } = waitRules[wait.name]
  return { ...wait, attentionAt: attentionAt(wait), waitsFor: waitsFor(theCase), next: consequence }
}

function viewSubstitution(theCase: Case, { since, wait }: Substitution) {
  return { since, ...(wait && { wait: viewWait(substituting(theCase), wait) }) }
}
