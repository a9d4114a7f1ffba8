import { instantSchema } from '../time/instant.ts'
import { type WaitName, waitSchema } from '../wait/wait.ts'
import * as z from '../zod.ts'

/**
 * A seat that fell vacant after the panel was formed is being filled, beside the stage that the case is in (requirements §5).
 * It is a workflow of its own, with a wait of its own: the stage's wait is not disturbed.
 */
export const substitutionSchema = z.object({
  /** Every beginning and every resumption is a new attempt, and an execution of its own. */
  attempt: z.int().min(1),
  since: instantSchema,
  wait: waitSchema.optional(),
})
export type Substitution = z.infer<typeof substitutionSchema>

export type SubstitutionEvent =
  | { type: 'SubstitutionBegun'; data: { attempt: number; vacancies: number } }
  /** @param vacant the seats that stay vacant: from the scoring on, the quorum decides (requirements §4) */
  | { type: 'SubstitutionEnded'; data: { vacant: number; because: 'the panel is whole' | 'the scoring begins' } }

/** What a substitution waits for. No later stage has a wait of such a name, so the name says whose wait it is. */
export const substitutionWaits: readonly WaitName[] = [
  'rulings',
  'pool',
  'contributions',
  'draw',
  'reveals',
  'numbers',
  'invitations',
  'chair',
]
