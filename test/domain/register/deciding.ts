import { decideRegister, type RegisterCommand } from '../../../domain/register/decide.ts'
import type { RegisterEntry } from '../../../domain/register/declaration.ts'
import { organisations, tied } from '../conflict/locality.ts'

export const at = '2026-06-15T09:00:00.000Z'

const known = (person: string) => ['ann', 'bob', 'pm'].includes(person)

/** On the register of the locality of the conflict tests. */
export const decide = (
  command: RegisterCommand,
  entries: RegisterEntry[] = [],
  works: ReadonlyMap<string, string[]> = new Map(),
) => decideRegister({ organisations, entries, works }, command, at, known)

/** What somebody declares who is family of a director of an organisation. */
export const married = (personId: string, organisationId: string) => ({
  kind: 'interests' as const,
  interests: [tied(organisationId, 'director')],
  relations: [{ personId, kind: 'family' as const }],
})
