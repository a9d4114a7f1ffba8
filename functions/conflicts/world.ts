import type { Case } from '../../domain/case/case.ts'
import { worksOf } from '../../domain/conflict/employment.ts'
import { type Matter, matterOf, type Register } from '../../domain/conflict/matter.ts'
import type { Person, Role } from '../../domain/locality/locality.ts'
import type { PracticeUsers } from '../../domain/nomination/cannot-answer.ts'
import { pool } from '../../domain/nomination/nomination.ts'
import type { Head } from '../../domain/record/chain.ts'
import { namedInTenders, unknownInTenders } from '../../domain/tender/named.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadRegisterAndPeople } from '../store/register-store.ts'

/** Who decides on cases without sitting on their panels, by role. */
const officerRoles: Role[] = ['programme-manager', 'deputy-programme-manager', 'approver']

/** Who could follow cases, by role. A bidder's own people see their tender alone, and have to. */
const followerRoles: Role[] = ['practice', 'observer', 'auditor']

/** What every case's conflicts are judged by: the register as it is now, who decides without sitting, and who looks on. */
export interface World {
  register: Register
  officers: string[]
  followers: string[]
  works: ReadonlyMap<string, readonly string[]>
  users: PracticeUsers
}

/** Whoever acts for a practice. */
export const usersOf = (people: readonly Person[]): PracticeUsers =>
  new Map(
    [...new Set(people.flatMap(({ practiceId }) => practiceId ?? []))].map((practice) => [
      practice,
      people.flatMap(({ id, roles, practiceId }) =>
        practiceId === practice && roles.includes('practice') ? [id] : [],
      ),
    ]),
  )

/** @param head of the register, as it was just read */
export async function loadWorld(deps: Pick<Deps, 'table'>, head?: Head): Promise<World> {
  const { register, people } = await loadRegisterAndPeople(deps, head)
  // People who are only a bidder's must see their own tender, so they are not checked; whoever is anything else as well is
  // checked as that.
  const having = (some: Role[]) => people.filter(({ roles }) => roles.some((role) => some.includes(role)))
  const officers = having(officerRoles).map(({ id }) => id)
  const followers = having(followerRoles).map(({ id }) => id)
  return {
    register,
    officers: officers.sort(),
    followers: followers.sort(),
    works: worksOf(people, register.organisations),
    users: usersOf(people),
  }
}

export function matterIn(
  { register, officers, followers, works, users }: World,
  theCase: Pick<Case, 'proposal' | 'ruleBook' | 'nomination' | 'tender'>,
  at: string,
): Matter {
  const organisations = [...register.organisations]
  const unknown = unknownInTenders(theCase.tender, organisations)
  const partakers = new Set([...officers, ...(theCase.nomination ? pool(theCase.nomination) : [])])
  const matter = matterOf(theCase, register, namedInTenders(theCase.tender, organisations), {
    at,
    unknown,
    officers,
    works,
    users,
  })
  return { ...matter, bystanders: followers.filter((person) => !partakers.has(person)) }
}

/** What people could be conflicted in: a case, against the register as it is now and the organisations that its opened tenders name. */
export async function loadMatter(deps: Pick<Deps, 'table' | 'now'>, theCase: Case, head?: Head): Promise<Matter> {
  return matterIn(await loadWorld(deps, head), theCase, deps.now())
}
