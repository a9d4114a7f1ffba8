import type { Case, Stage } from '../../domain/case/case.ts'
import { decideLife } from '../../domain/case/decide.ts'
import type { CaseEvent, Circumstances } from '../../domain/case/event.ts'
import type { Occasion } from '../../domain/conflict/conflict.ts'
import { substituting } from '../../domain/substitution/substituting.ts'
import { type Instant, millisecondsBetween } from '../../domain/time/instant.ts'
import { type Attendance, attend } from '../../domain/wait/attend.ts'
import type { WaitName } from '../../domain/wait/wait.ts'
import { recheckConflicts } from '../conflicts/recheck.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import type { Loaded } from '../store/case-store.ts'
import { change } from '../store/commit.ts'
import type { Asking } from '../store/keys.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import { openTheWait } from '../store/wait-store.ts'

/** What every step is given: the execution's own input. */
export interface StepInput {
  caseId: string
  stage: Stage
  attempt: number
}

/** The case as the workflow that a step belongs to sees it. */
const seenBy = (of: Asking, theCase: Case): Case => (of === 'substitution' ? substituting(theCase) : theCase)

/** A year, in seconds: the longest that a step tells its workflow to wait. */
const LONGEST_WAIT = 31_536_000

type Handler = (input: StepInput) => Promise<unknown>

/** A step of a workflow as a Lambda function. `name` is its state, its file and its actor on the record. */
export function step<T>(
  name: string,
  run: (input: StepInput, deps: Deps) => Promise<T>,
): (input: StepInput) => Promise<T> {
  return async (input) => {
    logger.info('step', { step: name, caseId: input.caseId, attempt: input.attempt })
    return run(input, deps())
  }
}

interface Deciding {
  of?: Asking
  load?: KeyedNoun[]
  /** What a Choice after the step goes by, read from the case as the step left it. */
  verdict?(after: Case): string
  /** The conflicts are computed again before it is decided, where the register has changed (requirements §4). */
  recheck?: Occasion
  /** They are computed again once it is decided, against what it brought to light. */
  recheckAfter?: Occasion
}

/** A step that makes one decision: load, decide, one transaction. */
export function deciding(
  name: string,
  decide: (
    theCase: Case,
    input: StepInput,
    circumstances: Circumstances,
    deps: Deps,
  ) => CaseEvent[] | Promise<CaseEvent[]>,
  { of = 'stage', load = [], verdict, recheck, recheckAfter }: Deciding = {},
): Handler {
  return step(name, async (input, given) => {
    const { caseId } = input
    const from = recheck && (await recheckConflicts(given, caseId, recheck, { load }))
    const circumstances = { by: { step: name }, at: given.now() }
    const judge = (theCase: Case) => decide(seenBy(of, theCase), input, circumstances, given)
    const decided = await change(given, caseId, judge, { ...circumstances, load, from })
    const after = recheckAfter ? await recheckConflicts(given, caseId, recheckAfter, { load, from: decided }) : decided
    return verdict ? { verdict: verdict(after) } : {}
  })
}

interface Attending {
  of?: Asking
  /** What a Choice goes by besides, once what was awaited has come. */
  answered?(theCase: Case): Record<string, string>
}

/**
 * The step *Attend*, the judgement of a wait loop: does what is due (a reminder, what the deadline brings) and says
 * whether to go on, to wait and how long, or to leave the case to another execution.
 */
export function attending(
  name: string,
  waits: readonly WaitName[],
  { of = 'stage', answered }: Attending = {},
): Handler {
  return step(name, async (input, given) => {
    let from: Loaded | undefined
    for (;;) {
      const circumstances = { by: { step: name }, at: given.now() }
      let attendance = { verdict: 'left' } as Attendance
      const judge = (theCase: Case) => {
        attendance = attend(seenBy(of, theCase), input, waits, circumstances.at)
        return attendance.verdict === 'act' ? attendance.events : []
      }
      from = await change(given, input.caseId, judge, { ...circumstances, from })
      if (attendance.verdict === 'act') continue
      if (attendance.verdict === 'answered') return { verdict: 'answered', ...answered?.(seenBy(of, from)) }
      if (attendance.verdict === 'left') return { verdict: 'left' }
      const { until } = attendance
      const seconds = Math.ceil(millisecondsBetween(circumstances.at, until) / 1000)
      // Step Functions waits for no longer than 99,999,999 seconds; whoever wakes too early looks again.
      const waitSeconds = Math.min(Math.max(1, seconds), LONGEST_WAIT)
      return { verdict: 'waiting', waitSeconds, until, saw: from.head.sequence }
    }
  })
}

/**
 * The step *Ask*: leaves the task token where the stream consumer finds it; the consumer wakes the workflow by it. When
 * the record has grown since *Attend* looked, it refuses (`RecordGrew`) and the workflow attends again: no wake-up is lost.
 */
export function asking(
  name: string,
  waits: readonly WaitName[],
  { of = 'stage' }: { of?: Asking } = {},
): (input: AskInput) => Promise<void> {
  return async ({ caseId, attempt, taskToken, until, saw }) => {
    logger.info('step', { step: name, caseId, attempt })
    await openTheWait(deps(), caseId, saw, { attempt, waits, until, token: taskToken }, of)
  }
}

export interface AskInput extends StepInput {
  taskToken: string
  /** From *Attend*: when the workflow wakes by itself, and the number of the last event it saw. */
  until: string
  saw: number
}

interface Entering {
  load?: KeyedNoun[]
  /** Why the case goes back, where it does. */
  because?: string
  /** What the stage that is left ends with. */
  first?(theCase: Case, deps: Deps, at: Instant): Promise<CaseEvent[]>
}

/** The step that hands a case over; its output is the input of the next stage's execution. */
export function entering(
  name: string,
  stage: Stage,
  { load = [], because, first }: Entering = {},
): (input: StepInput) => Promise<StepInput> {
  const command = { type: 'EnterStage' as const, stage, ...(because !== undefined && { because }) }
  return step(name, async (input, given) => {
    const circumstances = { by: { step: name }, at: given.now() }
    const enter = async (theCase: Case): Promise<CaseEvent[]> => {
      const entered = decideLife(theCase, { ...command, from: input }, circumstances)
      return entered.length === 0 ? [] : [...((await first?.(theCase, given, circumstances.at)) ?? []), ...entered]
    }
    const { life } = await change(given, input.caseId, enter, { ...circumstances, load })
    return { caseId: input.caseId, stage, attempt: life.attempt }
  })
}
