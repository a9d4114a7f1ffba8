import type { Case } from '../case/case.ts'
import { mustBeOpen } from '../case/decide.ts'
import { attendanceFaults } from '../panel/attendance.ts'
import { insteadOfChair, mayLead } from '../panel/lead.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import type { SuppliedDocument } from '../tender/document.ts'
import { mustBeNewDocuments } from '../tender/new-document.ts'
import { bidders } from '../tender/tender.ts'
import { dueAfter, told } from '../time/deadline.ts'
import { toldExactly } from '../time/exactly.ts'
import { instantsAt } from '../time/instant.ts'
import { extension, openWaitUntil, type WaitEvent } from '../wait/decide.ts'
import { mayConsider } from './considering.ts'
import {
  type Decision,
  type DecisionEvent,
  type DecisionIn,
  type furtherDecisions,
  isAnnounced,
  MOST_REPRESENTED,
  type Representation,
  type representationWays,
  standstillNow,
  unansweredRepresentations,
} from './decision.ts'
import { representedDocuments } from './represented.ts'
import { endAfterFurtherDecision } from './standstill.ts'

type Way = (typeof representationWays)[number]

export type RepresentationCommand =
  | { type: 'MakeRepresentation'; organisationId: string; text: string; documents?: SuppliedDocument[] }
  /** One that the secretariat received otherwise, from whoever it came. @param on when, in London: the law goes by that, to the second */
  | ({ type: 'RecordRepresentation' } & Received)
  /** The panel's further decision, communicated by its chair: the award stands, the panel votes again, or the award should not stand. */
  | {
      type: 'AnswerRepresentation'
      chair: string
      id: number
      decision: (typeof furtherDecisions)[number]
      reasons: string
      /** The members who considered it. */
      present: string[]
    }

/** One that the secretariat received. */
interface Received {
  from: string
  way: Way
  on: string
  time: string
  text: string
  documents?: SuppliedDocument[]
}

/**
 * The most representations of one bidder in the portal; beside it the most characters of them all. So no bidder can use up the
 * room, and the time, of the others. What is longer is attached, and more can be sent outside the portal.
 */
const MOST_REPRESENTATIONS = 20
const MOST_CHARACTERS = 2 * MOST_REPRESENTED

export function makeRepresentation(
  theCase: Case,
  { organisationId, text, documents = [] }: Extract<RepresentationCommand, { type: 'MakeRepresentation' }>,
  at: string,
): (DecisionEvent | WaitEvent)[] {
  const announced = mustTakeRepresentation(theCase, organisationId, at)
  mustBeNewDocuments(representedDocuments(theCase), documents)
  const left = MOST_CHARACTERS - writtenIn(ofBidder(announced, organisationId))
  if (text.length > left)
    throw new Refusal('Invalid', 'This is longer than what can be kept. Nothing was sent.', [
      {
        path: ['text'],
        message: `Shorten it to ${countTold(left)} characters, and attach the rest as a document: your organisation's representations can have ${countTold(MOST_CHARACTERS)} in all`,
      },
    ])
  return [
    {
      type: 'RepresentationMade',
      data: { id: announced.representations.length + 1, organisationId, text, ...kept(documents) },
    },
    ...remindOfIt(theCase, at),
  ]
}

const ofBidder = ({ representations }: DecisionIn<'standstill'>, organisationId: string): Representation[] =>
  representations.filter((one) => one.organisationId === organisationId)

const writtenIn = (representations: Representation[]): number =>
  representations.reduce((sum, { text }) => sum + text.length, 0)

const kept = (documents: SuppliedDocument[]) => (documents.length > 0 ? { documents } : {})

const countTold = (count: number): string => count.toLocaleString('en-GB')

/** Checks that a representation can be taken, before its documents are looked at. */
export function mustTakeRepresentation(theCase: Case, organisationId: string, at: string): DecisionIn<'standstill'> {
  const { decision, life, tender } = theCase
  if (life.status === 'ended') mustBeOpen(theCase)
  refuseUnless(
    bidders(tender).includes(organisationId),
    'NotFound',
    'Your organisation has not tendered in this case. If you might otherwise have provided the service, write to the programme manager before the standstill ends.',
  )
  const announced = mustBeInStandstill(decision, life.stage)
  const { ends, citation } = standstillNow(announced)
  if (at >= ends)
    throw new Refusal(
      'TooLate',
      `Your representation arrived at ${toldExactly(at)}. Representations had to be made before ${told(ends)} (${citation}). It was not accepted.`,
    )
  const own = ofBidder(announced, organisationId)
  refuseUnless(
    own.length < MOST_REPRESENTATIONS && writtenIn(own) < MOST_CHARACTERS,
    'NotAllowed',
    `Your organisation has made ${own.length} representations in the portal, which is all that can be kept. Write to the programme manager before ${told(ends)}: what is received in time counts in the same way.`,
  )
  return announced
}

function mustBeInStandstill(decision: Decision | undefined, stage: Case['life']['stage']): DecisionIn<'standstill'> {
  refuseUnless(
    stage === 'decision' && decision?.status === 'standstill',
    'WrongStage',
    isAnnounced(decision)
      ? 'There is no standstill, so representations cannot be made.'
      : 'Representations can be made once the outcome has been announced.',
  )
  return decision
}

/**
 * What counts is when it was received, to the second, and not when it is recorded (decision 35): one that came in time is
 * recorded although the contract has been awarded meanwhile, and although the case has ended.
 */
export function recordRepresentation(
  theCase: Case,
  { from, way, on, time, text, documents = [] }: Received,
  at: string,
): (DecisionEvent | WaitEvent)[] {
  const { ruleBook } = theCase
  const announced = mustTakeReceived(theCase)
  const afterAward = announced.status === 'awarded'
  mustBeNewDocuments(representedDocuments(theCase), documents)
  const { ends, citation } = standstillNow(announced)
  // A time that there was twice is the earlier: nobody is late for a change of the clocks.
  const [receivedAt] = instantsAt(on, time)
  if (receivedAt === undefined)
    throw new Refusal('Invalid', 'This cannot be when it was received.', [
      { path: ['time'], message: 'Enter a time that there was on that day: the clocks went forward' },
    ])
  const fault =
    receivedAt > at
      ? 'Enter when it was received: a time that has passed'
      : receivedAt < announced.announcedAt
        ? `Enter a time after the outcome was announced, ${toldExactly(announced.announcedAt)}`
        : undefined
  if (fault) throw new Refusal('Invalid', 'This cannot be when it was received.', [{ path: ['on'], message: fault }])
  refuseUnless(
    receivedAt < ends,
    'TooLate',
    `Representations had to be received before ${told(ends)} (${citation}), and this one was received at ${toldExactly(receivedAt)}. It was not recorded. Answer it by letter.`,
  )
  const late = afterAward && { afterAward, chaseAt: dueAfter(at, ruleBook.decision.remindOfRepresentationAfter) }
  return [
    {
      type: 'RepresentationMade',
      data: {
        id: announced.representations.length + 1,
        ...{ from, way, receivedAt, text },
        ...kept(documents),
        ...late,
      },
    },
    ...(afterAward ? [] : remindOfIt(theCase, at)),
  ]
}

/** Looked at before what came with it is. @throws Refusal where there is no award to object to */
export function mustTakeReceived(theCase: Case): DecisionIn<'standstill' | 'awarded'> {
  const { decision, life } = theCase
  if (decision?.status === 'awarded') return decision
  if (life.status === 'ended') mustBeOpen(theCase)
  return mustBeInStandstill(decision, life.stage)
}

/** From then on the standstill waits for the panel, which is reminded; when the days of the law are over, it is escalated. */
function remindOfIt(theCase: Case, at: string): WaitEvent[] {
  const { life, ruleBook } = theCase
  if (life.wait?.name !== 'standstill' || life.wait.remindAt) return []
  const remindAt = dueAfter(at, ruleBook.decision.remindOfRepresentationAfter)
  return remindAt < life.wait.dueAt ? [openWaitUntil(theCase, 'standstill', at, life.wait.dueAt, remindAt)] : []
}

export function answerRepresentation(
  theCase: Case,
  { chair, id, decision: answer, reasons, present }: Extract<RepresentationCommand, { type: 'AnswerRepresentation' }>,
  at: string,
): (DecisionEvent | WaitEvent)[] {
  const { decision, life, ruleBook } = theCase
  if (life.status === 'paused' || decision?.status !== 'awarded') mustBeOpen(theCase)
  refuseUnless(
    mayLead(theCase).includes(chair),
    'NotAllowed',
    "Only the panel's chair communicates its further decision. Another member can once it is overdue.",
  )
  refuseUnless(
    decision?.status === 'standstill' || decision?.status === 'awarded',
    'WrongStage',
    'There is no standstill, so no representation is waiting for an answer.',
  )
  const representation = decision.representations.find((one) => one.id === id)
  refuseUnless(representation, 'NotFound', 'This representation does not exist.')
  refuseUnless(!representation.answer, 'AlreadyDone', 'This representation has already been answered.')
  const there = [...new Set(present)].sort()
  const faults = [
    ...(canAnswer(decision).includes(answer)
      ? []
      : [{ path: ['decision'], message: `Choose one of: ${canAnswer(decision).join(', ')}` }]),
    ...attendanceFaults(theCase, {
      ...{ chair, present: there, members: mayConsider(theCase) },
      others:
        'Only members of this panel who are not excluded, and have declared their interests in the tenders, can take part',
    }),
  ]
  if (faults.length > 0) throw new Refusal('Invalid', 'The panel’s further decision is not complete.', faults)
  const given = { id, decision: answer, reasons, present: there, ...insteadOfChair(theCase, chair) }
  if (decision.status === 'awarded') return [{ type: 'RepresentationAnswered', data: given }]
  const others = unansweredRepresentations(decision).flatMap((one) => (one.id === id ? [] : one.id))
  const also = answer === 'reopened' && others.length > 0 ? { also: others } : {}
  const answered: DecisionEvent = {
    type: 'RepresentationAnswered',
    data: { ...given, ...also },
  }
  const { wait } = life
  if (answer === 'reopened' || others.length > 0 || !wait) return [answered]
  const until = endAfterFurtherDecision(ruleBook.decision.standstill, standstillNow(decision), at)
  // Nobody is left to be reminded.
  if (until <= wait.dueAt)
    return wait.remindAt ? [answered, openWaitUntil(theCase, 'standstill', at, wait.dueAt)] : [answered]
  const reason = `The further decision was communicated: the standstill stays open until ${told(until)} (${decision.standstill.citation}).`
  return [answered, extension(theCase, wait, at, until, reason)]
}

/**
 * Whether this answer can be given now: an awarded contract is not awarded again by a vote, so the panel can only say whether
 * it should have been.
 */
const canAnswer = ({ status }: DecisionIn<'standstill' | 'awarded'>): (typeof furtherDecisions)[number][] =>
  status === 'awarded' ? ['stands', 'should not stand'] : ['stands', 'reopened']
