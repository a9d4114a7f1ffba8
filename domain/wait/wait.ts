import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/**
 * What a case waits for. Every wait has an owner (derived from the record), a deadline and a reminder; nothing hangs
 * unseen (requirements §1). One wait is open at a time, and the workflow wakes at its next attention time.
 */
export const waitNames = [
  'triage', // the programme manager accepts the proposal or returns it
  'correction', // the proposer corrects a returned proposal
  'nominations', // the practices nominate or decline; the nominees accept and declare
  'adjudication', // the programme manager adjudicates the flagged interests
  'rulings', // … those of whoever could be drawn as a substitute
  'pool', // no panel is possible: the programme manager lets a limit give way, or finds more nominees
  'contributions', // practices contribute to the randomness of the draw
  'draw', // the randomness does not exist before this
  'reveals', // the practices reveal what they contributed
  'numbers', // two people enter the public numbers
  'invitations', // those drawn accept their seats
  'chair', // the panel chooses its chair
  'appraisal', // the panel votes on the proposal
  'revision', // the proposer revises the proposal that the panel returned
  'specification', // the panel writes the specification and puts it to the vote
  'specification vote', // the panel votes on a version
  'business case', // the approver decides on the business case
  'tenders', // providers ask and tender
  'few tenders', // the panel chooses how to go on where fewer than two came
  'declarations', // the members declare whether they have an interest in those who tendered
  'compliance', // two people rule on what was found wrong with a tender
  'missing document', // the bidder supplies what it was asked for
  'substitute', // a vacant seat is filled before the scoring begins
  'scores', // the members score
  'moderation', // the members agree on the criteria that spread too far
  'price explanation', // a bidder explains an abnormally low price
  'price decision', // the panel decides on it
  'panel vote', // the panel decides
  'confirmation', // the approver confirms
  'standstill', // the law gives the bidders time to object
  'plan agreed', // the programme manager sees that the plan is agreed with the provider
  'ready to go live', // … and that the service is ready
  'first months', // the service shows what it is worth
  'did it work', // the programme manager compares what was promised with what came of it
] as const

export type WaitName = (typeof waitNames)[number]

/** Waits whose end is the law's, the draw's or the calendar's, and no one's to move. */
export const fixedWaits: readonly WaitName[] = ['draw', 'standstill', 'first months']

/**
 * The fixed waits, and the time to reveal: whoever could move that could wait until a number that they do not want in the draw
 * is replaced, or until it is not.
 */
export const unmovedWaits: readonly WaitName[] = [...fixedWaits, 'reveals']

export const waitSchema = z.object({
  name: z.enum(waitNames),
  since: instantSchema,
  /** Absent once those waited for have been reminded. */
  remindAt: instantSchema.optional(),
  /** When a reminder of it last went, planned or by hand. */
  remindedAt: instantSchema.optional(),
  dueAt: instantSchema,
  extensions: z.int().min(0),
  /** When somebody extended it last, and from which deadline: a slip of the pen is corrected to no less. */
  extended: z.object({ at: instantSchema, from: instantSchema }).optional(),
  /** Those among them that the workflow made: what is promised “once” is not used up by a person's extension. */
  automaticExtensions: z.int().min(0).default(0),
  /** Present once the deadline passed and the wait was escalated; then it is chased. */
  escalatedAt: instantSchema.optional(),
  chaseAt: instantSchema.optional(),
  /** While compliance is ruled on in the midst of the scoring: the deadline that the scores had, and since when it is interrupted. */
  interrupted: z.object({ at: instantSchema, dueAt: instantSchema, automaticExtensions: z.int().min(0) }).optional(),
})

export type Wait = z.infer<typeof waitSchema>

/** When the workflow next has to look at this wait, whatever people do. */
export function attentionAt(wait: Wait): string {
  const times = [wait.remindAt, wait.escalatedAt ? wait.chaseAt : wait.dueAt].filter((at) => at !== undefined)
  return times.sort()[0] ?? wait.dueAt
}
