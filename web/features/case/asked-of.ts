import type { Party } from '../../../domain/case/party.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import type { Me } from '../../../functions/api/answers/locality.ts'
import { type CasePath, pageFor } from '../../../workflows/pages.ts'
import { whatIsAsked } from '../../../workflows/waits.ts'

/** Something that a case waits for somebody to do. */
export interface Asked {
  what: string
  /** Where they do it. */
  page: CasePath
  /** An instant. */
  dueAt: string
}

/** What the case waits for this person to do, in the stage and in the search for a substitute beside it. */
export function askedOf(
  { life, wait, substitution }: Pick<CaseView, 'life' | 'wait' | 'substitution'>,
  me: Me,
): Asked[] {
  if (life.status !== 'open') return []
  return [wait, substitution?.wait].flatMap((one) => {
    const theirs = one?.waitsFor.filter((party) => isThem(party, me)) ?? []
    const [first] = theirs
    if (!one || !first) return []
    return [{ what: whatIsAsked(one.name, theirs), page: pageFor(one.name, first.kind), dueAt: one.dueAt }]
  })
}

function isThem(party: Party, { person }: Me): boolean {
  const own = { person: person.id, practice: person.practiceId, provider: person.organisationId }
  if ('id' in party) return party.id === own[party.kind]
  return person.roles.some((role) => role === party.kind || role === `deputy-${party.kind}`)
}
