import { relationsIn } from '../../domain/register/declaration.ts'
import { organisationCalled } from '../../domain/register/names.ts'
import type { RegisterEvent } from '../../domain/register/register.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadPerson } from '../store/locality-store.ts'
import { loadOrganisations, readEntry } from '../store/register-store.ts'
import { mailOnce } from './mail-once.ts'
import { tryEach } from './try-each.ts'

type Declared = Extract<RegisterEvent, { type: 'InterestsDeclared' }>['data']

const howToAnswer =
  'Sign in and open “My interests”. If it is true, add it to what you declare, with the date if it has ended. If it is wrong, tell the programme manager, who can strike it out.'

/**
 * What somebody else enters about a person in the register, or strikes out, is told to that person (requirements §4): it is put to
 * them, and they can answer.
 *
 * @param sequence its number in the register's record
 */
export async function tellOfEntry(
  deps: Deps,
  event: RegisterEvent,
  { sequence, at }: { sequence: number; at: Instant },
): Promise<void> {
  if (event.type === 'InterestsDeclared') return tellThoseNamed(deps, { ...event.data, at })
  const mail = await mailOf(deps, event)
  const known = mail && (await loadPerson(deps, mail.person))
  if (known) {
    const { subject, text } = mail
    const about = `register#${sequence}`
    await mailOnce(deps, [{ person: known.person, about, mail: { subject, text, page: '/interests' } }])
  }
}

/**
 * Whom somebody names as close for the first time is told, once: until they answer it counts, and whoever rules or keeps the register may
 * have to leave that to others. A file that is loaded says what was said before, and is no news.
 */
async function tellThoseNamed(
  deps: Deps,
  { person, declaration, declaredAt, at }: Declared & { at: Instant },
): Promise<void> {
  const relations = declaredAt === undefined ? relationsIn(declaration) : []
  if (relations.length === 0) return
  const [own, claimant] = await Promise.all([readEntry(deps, person), loadPerson(deps, person)])
  const fresh = relations.filter(({ personId }) => own?.namedSince?.[personId] === at)
  await tryEach(fresh, async ({ personId, kind }) => {
    const [named, theirs] = await Promise.all([loadPerson(deps, personId), readEntry(deps, personId)])
    const mutual = relationsIn(theirs?.declaration).some((one) => one.personId === person)
    if (!named || !claimant || mutual) return
    const { name } = claimant.person
    const whom = kind === 'family' ? 'family of theirs' : 'a business partner of theirs'
    const text = `${name} has declared that you are ${whom}. Until you answer, it counts: where a case concerns an interest of ${name}, somebody looks at yours, and you cannot decide on it.\n\nSign in and open “My interests”. If it is true, declare your interests with ${name} among those close to you. If it is not, declare your interests again without ${name}: that answers it.`
    const mail = { subject: 'Somebody says that you are close to them', text, page: '/interests' }
    await mailOnce(deps, [{ person: named.person, about: `named#${person}#${at}`, mail }])
  })
}

async function mailOf(
  deps: Deps,
  { type, data }: RegisterEvent,
): Promise<{ person: string; subject: string; text: string } | undefined> {
  switch (type) {
    case 'InterestRecorded': {
      const { person, interest } = data
      const where = await nameOf(deps, interest.organisationId)
      const text = `The register of interests now says that you have an interest in ${where}. You have not declared it. Source: ${interest.source}\n\nIt bars you from nothing by itself. Where a case concerns ${where}, the programme manager rules on it, with reasons.\n\n${howToAnswer}`
      return { person, subject: 'An interest of yours was recorded', text }
    }
    case 'InterestStruck': {
      const { person, interest, reason } = data
      const text = `The register of interests no longer suggests that you have an interest in ${await nameOf(deps, interest.organisationId)}. Reason: ${reason}`
      return { person, subject: 'An interest was struck out', text }
    }
    case 'RelationStruck': {
      const { person, relation, reason } = data
      const whom = relation.kind === 'family' ? 'family' : 'a business partner'
      const text = `Somebody whom you once named as ${whom}, and have left out since, no longer counts as close to you. Reason: ${reason}`
      return { person, subject: 'A person you had named was struck out', text }
    }
    default:
      return undefined
  }
}

async function nameOf(deps: Deps, organisationId: string): Promise<string> {
  return organisationCalled(organisationId, await loadOrganisations(deps))?.name ?? `“${organisationId}”`
}
