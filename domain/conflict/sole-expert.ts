import type { Case } from '../case/case.ts'
import { isSameSkill } from '../locality/same-skill.ts'
import { pool } from '../nomination/nomination.ts'
import type { Fault } from '../refusal.ts'
import { flagged, mayServe } from './conflict.ts'

/** Skills that people have, as the register of people says. */
export type SkillsOf = (person: string) => readonly string[]

/** The skill as the case's rules name it; undefined where the case does not need it. */
export const neededSkill = ({ ruleBook }: Pick<Case, 'ruleBook'>, skill: string): string | undefined =>
  ruleBook.panel.skills.find(({ name }) => isSameSkill(name, skill))?.name

/**
 * Why somebody cannot be kept as the only expert (requirements §4: the one exception to replacing whoever has a conflict): the
 * case must need the skill, they must have it, and nobody else who may sit, or might yet, does.
 */
export function soleExpertFaults(
  theCase: Pick<Case, 'ruleBook' | 'nomination' | 'conflicts'>,
  person: string,
  skill: string,
  skillsOf: SkillsOf,
): Fault[] {
  const fault = (message: string): Fault[] => [{ path: ['soleExpertIn'], message }]
  const needed = neededSkill(theCase, skill)
  if (needed === undefined)
    return fault('The rules of this case name no such skill that members need, so nobody can be kept for it')
  const has = (one: string) => skillsOf(one).some((theirs) => isSameSkill(theirs, needed))
  if (!has(person)) return fault('The register of people does not say that they have this skill')
  const { nomination, conflicts } = theCase
  const others = (nomination ? pool(nomination) : []).filter((one) => one !== person && has(one))
  const free = others.filter((one) => mayServe(conflicts, one)).length
  const waiting = others.filter((one) => flagged(conflicts).includes(one)).length
  return [
    ...(free > 0
      ? fault(
          `${free} other ${free === 1 ? 'nominee' : 'nominees'} without a conflict can do this, so this person is not the sole expert`,
        )
      : []),
    ...(waiting > 0
      ? fault(
          `${waiting} other ${waiting === 1 ? 'nominee who can do this waits' : 'nominees who can do this wait'} for a ruling: rule on ${waiting === 1 ? 'that one' : 'those'} first`,
        )
      : []),
  ]
}
