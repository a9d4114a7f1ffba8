import type { Organisation, Person } from '../locality/locality.ts'
import { isCompany } from './stake.ts'

const companyRoles: Person['roles'] = ['programme-manager', 'deputy-programme-manager']

/** People who run the programme work for the commissioning company, whatever they declare. */
export const isCompanyStaff = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some((role) => companyRoles.includes(role))

/**
 * Where the register of people says that somebody works, whatever they declare (requirements §4): the practice or the
 * organisation whose user they are, and the company for those who run the programme.
 */
export function worksOf(
  people: readonly Pick<Person, 'id' | 'roles' | 'practiceId' | 'organisationId'>[],
  organisations: readonly Organisation[],
): Map<string, string[]> {
  const companies = organisations.filter(isCompany).map(({ id }) => id)
  return new Map(
    people.flatMap((person) => {
      const own = [person.practiceId, person.organisationId].filter((id) => id !== undefined)
      const all = [...own, ...(isCompanyStaff(person) ? companies : [])]
      return all.length === 0 ? [] : [[person.id, all] as const]
    }),
  )
}
