import { isSameSkill } from '../locality/same-skill.ts'
import type { Fault } from '../refusal.ts'
import type { RuleBook } from './rule-book.ts'

/**
 * Everything in a rule book that no panel and no vote could ever meet. A case is not accepted with it: otherwise it would be
 * found after the practices have nominated, when nobody could mend it. People with a skill, or with recent experience, may have
 * any profession; a member has one profession.
 */
export function contradictions({
  nomination,
  panel,
  voting,
}: Pick<RuleBook, 'nomination' | 'panel' | 'voting'>): Fault[] {
  const { size, fewestGps, fewestPracticeManagers, fewestExperienced, mostExperienced, skills } = panel
  const least = [
    { at: ['panel', 'fewestGps'], fewest: fewestGps, whom: 'GPs' },
    { at: ['panel', 'fewestPracticeManagers'], fewest: fewestPracticeManagers, whom: 'practice managers' },
    { at: ['panel', 'fewestExperienced'], fewest: fewestExperienced, whom: 'members with recent experience' },
    ...skills.map(({ name, fewest }, index) => ({
      at: ['panel', 'skills', index, 'fewest'],
      ...{ fewest, whom: `members with the skill ${name}` },
    })),
    { at: ['voting', 'quorum'], fewest: voting.quorum, whom: 'members as the quorum' },
  ]
  const twice = skills.flatMap(({ name }, index) =>
    skills.findIndex((one) => isSameSkill(one.name, name)) === index
      ? []
      : [fault(['panel', 'skills', index, 'name'], `Name the skill ${name} once: it is there already`)],
  )
  const bothProfessionsFit = fewestGps <= size && fewestPracticeManagers <= size
  return [
    ...(nomination.smallestPool < size
      ? [
          fault(
            ['nomination', 'smallestPool'],
            `Ask for at least ${size} nominees: the panel has ${size} members, and nominations would close with fewer`,
          ),
        ]
      : []),
    ...twice,
    ...least
      .filter(({ fewest }) => fewest > size)
      .map(({ at, whom }) => fault(at, `Ask for at most ${size} ${whom}: the panel has ${size} members`)),
    ...(bothProfessionsFit && fewestGps + fewestPracticeManagers > size
      ? [
          fault(
            ['panel', 'fewestPracticeManagers'],
            `Ask for at most ${size - fewestGps} practice managers: the panel has ${size} members, of whom at least ${fewestGps} must be GPs`,
          ),
        ]
      : []),
    ...(fewestExperienced > mostExperienced
      ? [
          fault(
            ['panel', 'mostExperienced'],
            `Allow at least ${fewestExperienced} members with recent experience: so many are needed`,
          ),
        ]
      : []),
  ]
}

const fault = (at: Fault['path'], message: string): Fault => ({ path: ['ruleBook', ...at], message })
