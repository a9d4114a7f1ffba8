import type { Case } from '../case/case.ts'
import { professions } from '../locality/locality.ts'
import { areaNames } from '../proposal/areas.ts'
import { digest } from '../record/chain.ts'
import { type Instant, instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/**
 * A panel that was drawn for a commissioning area and a term (requirements §2, a setting): it serves every case of the area
 * that begins within the term. It is known by the record of the case in which it was drawn.
 */
export const standingPanelSchema = z.object({
  /** An identifier that says nothing of the case in which the panel was drawn: some people may not know of that one. */
  id: z.string(),
  area: z.enum(areaNames),
  from: instantSchema,
  /** The first instant after its term. */
  until: instantSchema,
  members: z.array(
    z.object({
      person: z.string(),
      practiceId: z.string(),
      profession: z.enum(professions),
      /** As it counted in the draw: serving the term is no new service (decision 29). */
      experienced: z.boolean(),
    }),
  ),
})
export type StandingPanel = z.infer<typeof standingPanelSchema>
export type StandingMember = StandingPanel['members'][number]

/** Why a member of a standing panel does not sit on a case of its area. */
export const absences = ['declined', 'has a conflict', 'did not answer'] as const
export type Absence = { person: string; because: (typeof absences)[number] }

export type StandingPanelEvent =
  /** The members of the panel are asked whether they serve on this case; each declares their interests for it. */
  | { type: 'StandingPanelCalled'; data: { panel: StandingPanel; people: string[] } }
  | { type: 'StandingMembersSeated'; data: { panel: StandingPanel; people: string[]; absent: Absence[] } }
  /** The panel does not serve on this case, and all seats are drawn. */
  | { type: 'StandingPanelSetAside'; data: { id: string; because: string } }
  /** The panel that was drawn for this case serves its area from now on. */
  | { type: 'StandingPanelConvened'; data: { panel: StandingPanel } }

/**
 * Makes the identifier of a standing panel. Nobody finds the case by it: the identifiers of cases are public, but the head of
 * the record and the salts of the draws are not.
 */
export const standingPanelId = ({ id, head, draws = {} }: Pick<Case, 'id' | 'head' | 'draws'>): string => {
  const salts = Object.values(draws).map((draw) => draw.salts)
  return `p${digest(['standing panel', id, head.hash, salts]).slice(0, 12)}`
}

export const isServing = ({ from, until }: StandingPanel, at: Instant): boolean => from <= at && at < until
