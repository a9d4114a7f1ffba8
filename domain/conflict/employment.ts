import type { Organisation, Person } from '../locality/locality.ts'
import { isCompany } from './stake.ts'

const companyRoles: Person['roles'] = ['programme-manager', 'deputy-programme-manager']

/** People who run the programme work for the commissioning company, whatever they declare. */
export const isCompanyStaff = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some((role) => companyRoles.includes(role))

type Belonging = Pick<Person, 'id' | 'roles' | 'practiceId' | 'organisationId'>

/**
 * Where the register of people says that somebody works, whatever they declare (requirements §4): the practice or the
 * organisation whose user they are, and the company for those who run the programme.
 */
export function worksOf(people: readonly Belonging[], organisations: readonly Organisation[]): Map<string, string[]> {
  const companies = organisations.filter(isCompany).map(({ id }) => id)
  return new Map(
    people.flatMap((person) => {
      const own = [person.practiceId, person.organisationId].filter((id) => id !== undefined)
      const all = [...own, ...(isCompanyStaff(person) ? companies : [])]
      return all.length === 0 ? [] : [[person.id, all] as const]
    }),
  )
}

/** The same by organisation, as the record of the register keeps it. */
export function belongingOf(
  people: readonly Belonging[],
  organisations: readonly Organisation[],
): Record<string, string[]> {
  const belonging: Record<string, string[]> = {}
  for (const [person, where] of worksOf(people, organisations))
    for (const id of where) belonging[id] = [...(belonging[id] ?? []), person]
  return belonging
}

/** Where this says otherwise than before that people belong, of those whom it knew before. */
export function changesOfWorks(
  before: readonly Belonging[],
  now: readonly Belonging[],
  organisations: readonly Organisation[],
): { person: string; began: string[]; ended: string[] }[] {
  const [were, are] = [worksOf(before, organisations), worksOf(now, organisations)]
  const knew = new Set(before.map(({ id }) => id))
  return now.flatMap(({ id }) => {
    const [old, fresh] = [were.get(id) ?? [], are.get(id) ?? []]
    const began = fresh.filter((one) => !old.includes(one))
    const ended = old.filter((one) => !fresh.includes(one))
    return knew.has(id) && began.length + ended.length > 0 ? [{ person: id, began, ended }] : []
  })
}
