import { professions } from '../locality/locality.ts'
import { type Declaration, keptDeclarationSchema } from '../register/declaration.ts'
import { standingPanelSchema } from '../standing-panel/standing-panel.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/** What the register said of a nominee when they were nominated. */
const facts = {
  practiceId: z.string(),
  profession: z.enum(professions),
  /** Sat on a panel formed in the last 12 months. */
  experienced: z.boolean(),
  /** Which of the skills that the case needs they have. */
  skills: z.array(z.string()).optional(),
  /** The round in which they were nominated. */
  round: z.int().min(1),
}

export const nomineeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('nominated'), ...facts }),
  z.object({ status: z.literal('accepted'), ...facts, declaration: keptDeclarationSchema, declaredAt: instantSchema }),
  z.object({ status: z.literal('declined'), ...facts }),
])
export type Nominee = z.infer<typeof nomineeSchema>

const common = {
  /** Sent back here, a case asks every practice again: the nominees so far stay, and more are wanted. */
  round: z.int().min(1),
  /** Every practice that was invited. */
  practices: z.array(z.string()),
  /** Practices that said, in this round, that they will not nominate (more). */
  declined: z.array(z.string()),
  /** Practices all of whose people are locked out of the case: nobody can answer for them. */
  lockedOut: z.array(z.string()).optional(),
  /** By person. */
  nominees: z.record(z.string(), nomineeSchema),
  /** The area's standing panel, whose members were asked to serve on this case. */
  standing: standingPanelSchema.optional(),
}

export const nominationSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open'), ...common }),
  z.object({ status: z.literal('closed'), ...common, closedAt: instantSchema }),
])
export type Nomination = z.infer<typeof nominationSchema>

export type NomineeFacts = Pick<Nominee, 'practiceId' | 'profession' | 'experienced' | 'skills'>

export type NominationEvent =
  | { type: 'NominationOpened'; data: { practices: string[] } }
  | { type: 'PersonNominated'; data: { person: string } & NomineeFacts }
  | { type: 'NominationWithdrawn'; data: { person: string } }
  | { type: 'PracticeDeclined'; data: { practiceId: string; reason?: string } }
  | { type: 'PracticesCannotAnswer'; data: { practices: string[] } }
  | { type: 'NominationAccepted'; data: { person: string; declaration: Declaration } }
  | { type: 'NominationDeclined'; data: { person: string; reason?: string } }
  | { type: 'NominationClosed'; data: { pool: string[] } }

/** Whether somebody was asked as a member of the area's standing panel, and not by their practice. */
export const isStanding = ({ standing }: Pick<Nomination, 'standing'>, person: string): boolean =>
  standing?.members.some((member) => member.person === person) ?? false

/** Those who accepted and declared, in a fixed order. */
export const pool = (nomination: Pick<Nomination, 'nominees'>): string[] =>
  Object.entries(nomination.nominees)
    .filter(([, nominee]) => nominee.status === 'accepted')
    .map(([person]) => person)
    .sort()

/** Whether somebody whom the practice nominated in this round stands: accepted, or still to answer. */
export const hasNominated = ({ nominees, round }: Nomination, practiceId: string): boolean =>
  Object.values(nominees).some(
    (one) => one.practiceId === practiceId && one.round === round && one.status !== 'declined',
  )

/**
 * Practices that have neither nominated nor declined in this round, and have somebody who can. One whose nominees all declined
 * has to answer again.
 */
export const unanswered = (nomination: Nomination): string[] =>
  nomination.practices.filter(
    (practice) =>
      !nomination.declined.includes(practice) &&
      !nomination.lockedOut?.includes(practice) &&
      !hasNominated(nomination, practice),
  )
