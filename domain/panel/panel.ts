import * as z from 'zod'
import { type SeedCommitment, seedCommitmentSchema } from '../panel-draw/seed.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'
import { instantSchema } from '../time/instant.ts'
import { type ChairEvent, chairSchema } from './chair.ts'

export const seatSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('invited'), since: instantSchema }),
  z.object({ status: z.literal('accepted'), at: instantSchema }),
  z.object({ status: z.literal('declined'), reason: z.string().optional() }),
  /** Did not answer in time: the seat goes to a substitute. */
  z.object({ status: z.literal('lapsed') }),
  /** Out of this case for a conflict; neither votes nor counts from then on. */
  z.object({ status: z.literal('excluded'), reason: z.string(), at: instantSchema }),
])
export type Seat = z.infer<typeof seatSchema>

export const panelSchema = z.object({
  /** By person; a person is invited at most once. */
  seats: z.record(z.string(), seatSchema),
  /** The draw made last, if any: the draws themselves are kept by number. */
  draw: z.object({ number: z.int().min(1), status: z.enum(['committed', 'abandoned', 'drawn']) }).optional(),
  /** Under which pseudonym a person stands in the certificates of this case. */
  pseudonyms: z.record(z.string(), z.string()),
  /** The seed promised for whatever is drawn next; absent while the one from the nominations has not been used. */
  seed: seedCommitmentSchema.optional(),
  chair: chairSchema.optional(),
})
export type Panel = z.infer<typeof panelSchema>

export type MemberExcluded = { type: 'MemberExcluded'; data: { person: string; reason: string } }

export type PanelEvent =
  | { type: 'SeatAccepted'; data: { person: string } }
  | { type: 'SeatDeclined'; data: { person: string; reason?: string } }
  | { type: 'SeatsLapsed'; data: { people: string[] } }
  | MemberExcluded
  | ChairEvent

const withSeat = (panel: Panel | undefined, ...statuses: Seat['status'][]): string[] =>
  Object.entries(panel?.seats ?? {})
    .filter(([, { status }]) => statuses.includes(status))
    .map(([person]) => person)
    .sort()

/** Who may vote and score: accepted, and not excluded since. */
export const votingMembers = (panel: Panel | undefined): string[] => withSeat(panel, 'accepted')

export const invited = (panel: Panel | undefined): string[] => withSeat(panel, 'invited')

/** Those who sit or may yet: a substitute keeps the constraints together with them. */
export const seated = (panel: Panel | undefined): string[] => withSeat(panel, 'accepted', 'invited')

export const isMember = (panel: Panel | undefined, person: string): boolean => votingMembers(panel).includes(person)

export const seatOf = (panel: Panel | undefined, person: string): Seat | undefined => panel?.seats[person]

export const vacancies = (panel: Panel | undefined, { panel: { size } }: Pick<RuleBook, 'panel'>): number =>
  size - seated(panel).length

/** The member whom the panel chose; nobody while it has not, or when that member has been excluded since. */
export function chair(panel: Panel | undefined): string | undefined {
  if (panel?.chair?.status !== 'chosen') return undefined
  return isMember(panel, panel.chair.person) ? panel.chair.person : undefined
}

/** The promise that the next draw or lot of a case redeems. @throws Error when nothing was promised */
export function promisedSeed({
  panel,
  nomination,
}: {
  panel?: Panel
  nomination?: { seed: SeedCommitment }
}): SeedCommitment {
  const seed = panel?.seed ?? nomination?.seed
  if (!seed) throw new Error('No seed was promised for this case.')
  return seed
}
