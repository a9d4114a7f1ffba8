import { isCompanyStaff } from '../conflict/employment.ts'
import type { Person } from '../locality/locality.ts'
import { isSameSkill } from '../locality/same-skill.ts'
import { refuseUnless } from '../refusal.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'
import type { Instant } from '../time/instant.ts'
import { satLately } from './experience.ts'
import type { NomineeFacts } from './nomination.ts'

/**
 * What the register says of a person that the draw needs to know. Experienced: sat on a panel formed in the last 12 months (§5).
 *
 * @param needed the skills that the case needs: of others nothing is kept
 */
export function factsOf(
  { practiceId, profession, panelsFormedOn, roles, skills }: Person,
  needed: RuleBook['panel']['skills'],
  at: Instant,
): NomineeFacts {
  refuseUnless(practiceId, 'NotAllowed', 'Only people from a practice can be nominated.')
  refuseUnless(
    !isCompanyStaff({
      roles,
    }),
    'NotAllowed',
    'People who run the programme work for the commissioning company and have no vote. Nominate somebody else.',
  )
  return {
    practiceId,
    profession,
    experienced: satLately(panelsFormedOn, at),
    skills: needed.map(({ name }) => name).filter((name) => skills.some((one) => isSameSkill(one, name))),
  }
}
