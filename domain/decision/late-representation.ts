import type { Case } from '../case/case.ts'
import { dueAfter } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { type DecisionEvent, isAnnounced, type Representation, standstillNow } from './decision.ts'
import { endAfterFurtherDecision } from './standstill.ts'

/**
 * Representations that came in time and were recorded when the contract had been awarded: the award should have waited for them
 * (SI 2023/1348, reg. 12; decision 35). A record undoes no contract. It says what happened, whoever must act is told until the
 * panel has answered, and what follows is said in words.
 */
export const recordedAfterAward = ({ decision }: Pick<Case, 'decision'>): Representation[] =>
  isAnnounced(decision) ? decision.representations.filter(({ afterAward }) => afterAward) : []

export const unansweredAfterAward = (theCase: Pick<Case, 'decision'>): Representation[] =>
  recordedAfterAward(theCase).filter(({ answer }) => !answer)

/** When the workflow has to look at them, whatever else the case waits for. */
export const lateAttentionAt = (theCase: Pick<Case, 'decision'>): Instant | undefined =>
  unansweredAfterAward(theCase)
    .flatMap(({ chaseAt }) => chaseAt ?? [])
    .sort()[0]

/** What the workflow does about those whose time has come. */
export const chaseLateRepresentations = (
  theCase: Pick<Case, 'decision' | 'ruleBook'>,
  at: Instant,
): Extract<DecisionEvent, { type: 'RepresentationChased' }>[] =>
  unansweredAfterAward(theCase).flatMap(({ id, chaseAt }) =>
    chaseAt !== undefined && at >= chaseAt
      ? [
          {
            type: 'RepresentationChased' as const,
            data: { id, chaseAt: dueAfter(at, theCase.ruleBook.chaseEvery) },
          },
        ]
      : [],
  )

/**
 * The panel's chair has had the time to answer one and has not: whoever must act was told again; or the case has ended, and nothing
 * chases any more.
 */
export const isOverdueAfterAward = ({ decision, life }: Pick<Case, 'decision' | 'life'>): boolean =>
  unansweredAfterAward({ ...(decision && { decision }) }).some(
    ({ chasedAt }) => life.status === 'ended' || chasedAt !== undefined,
  )

/** Until when a contract that is not signed must not be, once the last of them is answered; nothing while one is open. */
export function unsignedUntil({ decision, ruleBook }: Pick<Case, 'decision' | 'ruleBook'>): Instant | undefined {
  if (decision?.status !== 'awarded') return undefined
  const late = recordedAfterAward({ decision })
  const answers = late.flatMap(({ answer }) => answer?.at ?? []).sort()
  const last = answers.at(-1)
  if (last === undefined || answers.length < late.length) return undefined
  return endAfterFurtherDecision(ruleBook.decision.standstill, standstillNow(decision), last)
}
