import { alternativeSchema, otherSources } from '../panel-draw/draw.ts'
import { relaxedLimitSchema, sizeOf } from '../panel-draw/limits.ts'
import { digest } from '../record/chain.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'
import { standingPanelSchema } from '../standing-panel/standing-panel.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'
import { type ChairEvent, chairSchema } from './chair.ts'

export const seatSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('invited'), since: instantSchema }),
  z.object({ status: z.literal('accepted'), at: instantSchema }),
  z.object({ status: z.literal('declined'), reason: z.string().optional() }),
  /** They did not answer in time, or could not serve when they were drawn: the seat goes to a substitute. */
  z.object({ status: z.literal('lapsed') }),
  /** Out of this case for a conflict; neither votes nor counts from then on. */
  z.object({ status: z.literal('excluded'), reason: z.string(), at: instantSchema }),
])
export type Seat = z.infer<typeof seatSchema>

const drawnLastSchema = z.object({
  number: z.int().min(1),
  status: z.enum(['committed', 'abandoned', 'drawn']),
  /** Which of the sources that its terms name is used. */
  from: z.enum(['source', 'fallback']),
  /** From when somebody may know its randomness. */
  exists: instantSchema.optional(),
  /** Who can be drawn. */
  pool: z.array(z.string()).optional(),
  /** Its randomness was asked for, and was not there. */
  missing: z.boolean().optional(),
  /** Somebody brought the round that it named. */
  brought: z.boolean().optional(),
  /** Who contributes to it, and who of them has revealed. */
  contributors: z.array(z.string()).optional(),
  revealed: z.array(z.string()).optional(),
  /** Who has copied down the public numbers. */
  copiedBy: z.array(z.string()).optional(),
  /** Two of them have copied down the same. */
  entered: z.boolean().optional(),
})

export const impossibleSchema = z.object({
  people: z.array(z.string()),
  alternatives: z.array(alternativeSchema),
  /** A panel may be possible, and the draw could not be worked out: why. */
  unsolved: z.string().optional(),
})

export const panelSchema = z.object({
  /** By person; a person is invited at most once. */
  seats: z.record(z.string(), seatSchema),
  /** The draw made last, if any: the draws themselves are kept by number. */
  draw: drawnLastSchema.optional(),
  /** By practice: what it contributes to the randomness of the next draw (a hash; the number is its own). */
  contributions: z.record(z.string(), z.string()).optional(),
  /** Practices that contributed to a draw of this case and did not reveal: none of them has a second throw. */
  silent: z.array(z.string()).optional(),
  /** Since when, and why, the randomness of its draws is not that of the practices. */
  elsewhere: z.object({ to: z.enum(otherSources), reason: z.string(), at: instantSchema }).optional(),
  /**
   * What was known, beyond their nomination, of everybody in the pool or seated without a draw: it counts for as long as they
   * sit.
   */
  counted: z.record(z.string(), z.object({ recent: z.boolean(), skills: z.array(z.string()) })).optional(),
  /** Limits that the programme manager let give way, because no panel was possible. */
  relaxed: z.array(relaxedLimitSchema).optional(),
  /** While no panel is possible: who is eligible, and what would have to give way. */
  impossible: impossibleSchema.optional(),
  chair: chairSchema.optional(),
  /** It was drawn for its area and a term, in this case or in one before. */
  standing: standingPanelSchema.optional(),
})
export type Panel = z.infer<typeof panelSchema>

export type MemberExcluded = { type: 'MemberExcluded'; data: { person: string; reason: string } }

export type PanelEvent =
  | { type: 'SeatAccepted'; data: { person: string } }
  | { type: 'SeatDeclined'; data: { person: string; reason?: string } }
  /** @param because absent where they did not answer in time */
  | { type: 'SeatsLapsed'; data: { people: string[]; because?: string } }
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

export const vacancies = (panel: Panel | undefined, ruleBook: Pick<RuleBook, 'panel'>): number =>
  sizeOf(ruleBook, panel?.relaxed) - seated(panel).length

/** The member whom the panel chose; nobody while it has not, or when that member has been excluded since. */
export function chosenChair(panel: Panel | undefined): string | undefined {
  if (panel?.chair?.status !== 'chosen') return undefined
  return isMember(panel, panel.chair.person) ? panel.chair.person : undefined
}

/**
 * Who acts as the chair. When the chosen member is out, the panel has a chair all the same, so that nothing waits for nobody: of
 * those who still sit, who had most of their votes when it chose; between those equal, the smallest SHA-256 of the canonical
 * JSON [when it was chosen, person]. While the scoring has not begun, the panel then chooses anew.
 */
export function chair(panel: Panel | undefined): string | undefined {
  if (panel?.chair?.status !== 'chosen') return undefined
  const chosen = chosenChair(panel)
  if (chosen !== undefined) return chosen
  const { at, last } = panel.chair
  const members = votingMembers(panel)
  const votesFor = (person: string) => members.filter((member) => last.votes[member] === person).length
  const deputies = members.toSorted(
    (one, other) => votesFor(other) - votesFor(one) || (digest([at, one]) < digest([at, other]) ? -1 : 1),
  )
  return deputies[0]
}
