import { unansweredRepresentations } from '../decision/decision.ts'
import type { DrawEvent } from '../panel-draw/draw.ts'
import { drawGivenUp, drawLeft } from '../panel-draw/give-up.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { addMilliseconds, type Instant, millisecondsBetween } from '../time/instant.ts'
import { daysLater, daysToGiveBack } from '../time/interrupted.ts'
import { isCountedInHours } from '../wait/counted-in-hours.ts'
import { unmovedWaits } from '../wait/wait.ts'
import type { Case, outcomes, Stage } from './case.ts'
import { decideErasure } from './erasure.ts'
import type { Circumstances } from './event.ts'
import type { Actor } from './party.ts'
import { maySendBack, sendBackTo, toTheMarket } from './send-back.ts'

export type Outcome = (typeof outcomes)[number]

export type LifeEvent =
  /** `toTheMarket` is the reason that the market reads, where `because` is not for it. */
  | { type: 'StageEntered'; data: { stage: Stage; attempt: number; because?: string; toTheMarket?: string } }
  | { type: 'CasePaused'; data: { reason: string } }
  | {
      type: 'CaseResumed'
      data: { reason: string; attempt: number; remindAt?: Instant; dueAt?: Instant; chaseAt?: Instant }
    }
  | { type: 'CaseEnded'; data: { outcome: Outcome; reason: string } }
  /** One person asks; it takes a second to erase anything of a decided case. */
  | { type: 'ErasureAsked'; data: { sequence: number; reason: string } }
  /** Whoever asked for it no longer does. */
  | { type: 'ErasureTakenBack'; data: { sequence: number; reason: string } }
  /** The content of an event is erased; that there was one, from whom and when, stays (requirements §8). */
  | { type: 'PayloadErased'; data: { sequence: number; reason: string } }

export type LifeCommand =
  /** A step hands the case over to the next stage. Doing it twice is doing it once. */
  | { type: 'EnterStage'; stage: Stage; from: { stage: Stage; attempt: number }; because?: string }
  | { type: 'Pause'; reason: string }
  | { type: 'Resume'; reason: string }
  | { type: 'Withdraw'; reason: string }
  | { type: 'SendBack'; to: Stage; reason: string }
  | {
      type: 'AskForErasure' | 'TakeBackErasure' | 'ErasePayload'
      sequence: number
      reason: string
      /** The event as it stands; its payload is null where it has been erased. */
      event: { entry: { type: string }; payload: unknown } | undefined
    }

/** Refuses what may be done to a paused case, but not to one that has ended. */
export function mustNotHaveEnded({ life }: Case): void {
  if (life.status === 'ended')
    throw new Refusal('CaseEnded', `This case has ended (${life.outcome}). It cannot be changed.`)
}

/** Nothing is done to a case that has ended or is paused. */
export function mustBeOpen(theCase: Case): void {
  const { life } = theCase
  mustNotHaveEnded(theCase)
  if (life.status === 'paused')
    throw new Refusal('CasePaused', 'This case is paused. Nothing can be done until the programme manager resumes it.')
}

export function mustBeIn(theCase: Case, stage: Stage): void {
  mustBeOpen(theCase)
  refuseUnless(
    theCase.life.stage === stage,
    'WrongStage',
    `This can only be done in the stage “${stage}”. The case is in “${theCase.life.stage}”.`,
  )
}

/** A step belongs to one execution; when the record has moved on, the step has nothing more to do. */
export function mustBeCurrent(theCase: Case, attempt: number): void {
  refuseUnless(
    theCase.life.status === 'open' && theCase.life.attempt === attempt,
    'CaseMovedOn',
    `The case has moved on from attempt ${attempt}: this execution has nothing more to do.`,
  )
}

export function decideLife(theCase: Case, command: LifeCommand, { at, by }: Circumstances): (LifeEvent | DrawEvent)[] {
  const { life } = theCase
  const next = life.attempt + 1
  switch (command.type) {
    case 'EnterStage':
      if (life.status === 'open' && life.stage === command.stage && life.attempt === command.from.attempt + 1) return []
      mustBeCurrent(theCase, command.from.attempt)
      return [
        {
          type: 'StageEntered',
          data: {
            stage: command.stage,
            attempt: next,
            ...(command.because === undefined ? {} : { because: command.because }),
          },
        },
      ]
    case 'Pause':
      mustBeOpen(theCase)
      return [{ type: 'CasePaused', data: { reason: command.reason } }]
    case 'Resume': {
      if (life.status === 'ended') mustBeOpen(theCase)
      refuseUnless(life.status === 'paused', 'AlreadyDone', 'This case is not paused.')
      return [{ type: 'CaseResumed', data: { reason: command.reason, attempt: next, ...shifted(theCase, at) } }]
    }
    case 'Withdraw':
      refuseUnless(life.status !== 'ended', 'CaseEnded', 'This case has ended. It cannot be withdrawn.')
      refuseUnless(
        life.stage !== 'after-award',
        'TooLate',
        'The contract has been awarded, so the case cannot be withdrawn. You can close it early instead.',
      )
      mustHaveAnswered(theCase, 'withdrawn')
      return [
        ...drawLeft(theCase, `The case was withdrawn: ${command.reason}`),
        { type: 'CaseEnded', data: { outcome: 'withdrawn', reason: command.reason } },
      ]
    case 'AskForErasure':
    case 'TakeBackErasure':
    case 'ErasePayload':
      return decideErasure(theCase, command, by, at)
    case 'SendBack': {
      mustBeOpen(theCase)
      const allowed = sendBackTo[life.stage] ?? []
      if (!allowed.includes(command.to))
        throw new Refusal(
          'WrongStage',
          allowed.length === 0
            ? `A case in the stage “${life.stage}” cannot be sent back.`
            : `From “${life.stage}” a case can be sent back to ${allowed.map((stage) => `“${stage}”`).join(' or ')}.`,
        )
      mustBeTheirsToSendBack(theCase, by)
      mustHaveAnswered(theCase, 'sent back')
      return [
        ...(command.to === 'nomination'
          ? drawGivenUp(theCase, at, `The case went back to nomination: ${command.reason}`)
          : []),
        {
          type: 'StageEntered',
          data: { stage: command.to, attempt: next, because: command.reason, ...toTheMarket(theCase) },
        },
      ]
    }
  }
}

function mustBeTheirsToSendBack(theCase: Case, by: Actor): void {
  const as = 'person' in by ? by.as : undefined
  refuseUnless(
    maySendBack(theCase, as),
    'NotAllowed',
    as === 'approver'
      ? 'Until the prices are open, the programme manager sends a case back.'
      : 'The prices are open, so only the approver can send this case back. The panel can also vote to tender again.',
  )
}

/**
 * Refuses to send a case back, or to end it, while a representation waits for the further decision (requirements §7).
 * Withdrawing without an answer would take from the bidder what the law gives: reasons, and the days after.
 */
function mustHaveAnswered({ decision }: Case, become: 'sent back' | 'withdrawn'): void {
  refuseUnless(
    unansweredRepresentations(decision).length === 0,
    'TooEarly',
    `A bidder's representation has not been answered: the panel's chair must answer it before the case can be ${become}.`,
  )
}

/**
 * The wait of a stage after a pause. What was still ahead moves by as many days as the pause lasted (`daysToGiveBack`: nothing
 * can be handed in during a pause), and a deadline that would end on a day off ends with the next working day. A deadline that
 * is counted in hours moves by exactly the length of the pause. The reminder keeps its distance from the deadline. What the law
 * or the draw has fixed does not move.
 */
function shifted({ life, ruleBook }: Case, at: Instant) {
  if (life.status !== 'paused' || !life.wait || unmovedWaits.includes(life.wait.name)) return {}
  const { wait, pausedAt } = life
  const inHours = isCountedInHours(ruleBook, wait.name)
  const days = daysToGiveBack(wait.dueAt, pausedAt, at)
  if (!inHours && days === 0) return {}
  const later = (time: Instant) =>
    inHours ? addMilliseconds(time, millisecondsBetween(pausedAt, at)) : daysLater(time, days)
  const shift = (time: Instant) => (time <= pausedAt ? time : later(time))
  const dueAt = shift(wait.dueAt)
  const lead = wait.remindAt === undefined ? 0 : millisecondsBetween(wait.remindAt, wait.dueAt)
  return {
    dueAt,
    ...(wait.remindAt !== undefined && { remindAt: addMilliseconds(dueAt, -lead) }),
    ...(wait.chaseAt !== undefined && { chaseAt: shift(wait.chaseAt) }),
  }
}
