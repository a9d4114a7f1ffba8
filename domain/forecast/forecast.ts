import { type Case, type Stage, stages } from '../case/case.ts'
import { standstillFrom } from '../decision/standstill.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'
import { dueAfter, HolidaysUnknown, type Period } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import type { WaitName } from '../wait/wait.ts'

/** A wait that a stage has when nothing goes back, and when it is over when it begins at an instant. */
type Planned = [WaitName, (from: Instant) => Instant]

const within =
  (period: Period) =>
  (from: Instant): Instant =>
    dueAfter(from, period)

/** What each stage waits for, in order, when nobody sends anything back (requirements §2); up to the award. */
const plans: Partial<Record<Stage, (rules: RuleBook) => Planned[]>> = {
  submission: ({ submission }) => [['triage', within(submission.escalateAfter)]],
  nomination: ({ nomination }) => [['nominations', within(nomination.closeAfter)]],
  'panel-formation': ({ panel }) => [
    ['adjudication', within(panel.adjudicateWithin)],
    ['draw', within(panel.commitBefore)],
    ['invitations', within(panel.acceptWithin)],
    ['chair', within(panel.chooseChairWithin)],
  ],
  specification: ({ specification }) => [
    ['appraisal', within(specification.appraiseWithin)],
    ['specification', within(specification.approveWithin)],
    ['specification vote', within(specification.voteWithin)],
    ['business case', within(specification.businessCaseWithin)],
  ],
  tender: ({ tender }) => [['tenders', within(tender.openFor)]],
  evaluation: ({ evaluation }) => [
    ['scores', within(evaluation.scoreWithin)],
    ['moderation', within(evaluation.moderateWithin)],
  ],
  decision: ({ decision }) => [
    ['panel vote', within(decision.voteWithin)],
    ['confirmation', within(decision.confirmWithin)],
    ['standstill', (from) => standstillFrom(decision.standstill, from).ends],
  ],
}

export interface ForecastStage {
  stage: Stage
  /** When it ends if everybody takes all the time they have, and nothing goes back. */
  endsBy: Instant
}

/**
 * When each stage that is left will have ended, up to the award (requirements §9): the deadline of what is waited for now,
 * then what the case's own rule book gives to each wait after it. What is overdue is reckoned from now. Nothing for a case
 * that is paused, has ended or has been awarded, and of no stage that would end beyond the table of bank holidays.
 *
 * @param at now
 */
export function forecast({ life, ruleBook }: Pick<Case, 'life' | 'ruleBook'>, at: Instant): ForecastStage[] {
  if (life.status !== 'open' || !(life.stage in plans)) return []
  const left = stages.slice(stages.indexOf(life.stage)).filter((stage) => stage in plans)
  const found: ForecastStage[] = []
  let from = at
  for (const stage of left) {
    const plan = plans[stage]?.(ruleBook) ?? []
    const now = stage === life.stage ? life.wait : undefined
    if (now && now.dueAt > from) from = now.dueAt
    // A wait that only a detour has, such as a correction, leads back to the beginning of its stage.
    const place = now ? plan.findIndex(([name]) => name === now.name) : -1
    const end = endOfAll(plan.slice(place + 1), from)
    if (end === undefined) break
    from = end
    found.push({ stage, endsBy: from })
  }
  return found
}

/** When the last of these waits is over; nothing where that is beyond the table of bank holidays. */
function endOfAll(waits: readonly Planned[], from: Instant): Instant | undefined {
  try {
    return waits.reduce((begins, [, over]) => over(begins), from)
  } catch (error) {
    if (error instanceof HolidaysUnknown) return undefined
    throw error
  }
}
