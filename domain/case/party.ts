import { isSecretariat, type Person, roles } from '../locality/locality.ts'
import * as z from '../zod.ts'

/** Who does something: a person in one of their capacities, or a step of the workflow by its name. */
export const actorSchema = z.union([
  z.object({ person: z.string(), as: z.enum([...roles, 'nominee', 'panel-member', 'chair']) }),
  z.object({ step: z.string() }),
])
export type Actor = z.infer<typeof actorSchema>

/** Who is waited for, or told: everybody of a role, or one practice, person or provider. */
export const partySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['programme-manager', 'approver']) }),
  z.object({ kind: z.enum(['practice', 'person', 'provider']), id: z.string() }),
])
export type Party = z.infer<typeof partySchema>

export const personOf = (actor: Actor): string | undefined => ('person' in actor ? actor.person : undefined)

/** As what a person is waited for. */
export function partiesOf({ id, practiceId, organisationId, roles }: Person): Party[] {
  return [
    { kind: 'person', id },
    ...(practiceId ? [{ kind: 'practice' as const, id: practiceId }] : []),
    ...(organisationId ? [{ kind: 'provider' as const, id: organisationId }] : []),
    ...(roles.some(isSecretariat) ? [{ kind: 'programme-manager' as const }] : []),
    ...(roles.includes('approver') ? [{ kind: 'approver' as const }] : []),
  ]
}
