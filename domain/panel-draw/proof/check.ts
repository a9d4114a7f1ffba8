import type Fraction from 'fraction.js'
import { heaviest } from '../exact/heaviest.ts'
import type { Program } from '../instance/program.ts'
import type { Rounds } from '../leximin/party.ts'
import { type ProvenLevel, valuesOf } from './level.ts'

/**
 * Checks the proof of a leximin in whole numbers, without trusting whoever made it: that no feasible panel weighs more than
 * each level says; that the values follow; that levels rise, round by round; and that everybody is in one.
 *
 * Why that proves it: whoever comes in at a level can have no more than its value, all of them at once, as those before have
 * what they were given. As levels rise, a lottery that gives all these values gives nobody still to come less than that. So its
 * smallest chance is as large as can be, and then the next: the leximin. That there is such a lottery, the list of panels shows.
 *
 * @returns what is wrong with which level, in order, and what each party is given, per person
 */
export function checkLevels(
  levels: readonly ProvenLevel[],
  program: Program,
  rounds: Rounds,
): { problems: { level: number; problem: string }[]; parties: (Fraction | undefined)[] } {
  const problems: { level: number; problem: string }[] = []
  const values = valuesOf(levels, rounds)
  const roundOf = rounds.parties.map((_, party) => rounds.rounds.findIndex((round) => round.includes(party)))
  const entered = rounds.parties.map(() => false)
  let before: { round: number; value: Fraction } | undefined
  levels.forEach(({ weights, heaviest: claimed, value }, level) => {
    const check = (holds: boolean, problem: string) => {
      if (!holds) problems.push({ level, problem })
    }
    const weighing = rounds.parties.map((_, party) => weights.find(([one]) => one === party)?.[1] ?? 0)
    try {
      const most = heaviest(program, rounds.objective(program, weighing), claimed - 1)?.weight
      check(most !== undefined, `no feasible panel weighs ${claimed}`)
      check((most ?? 0) <= claimed, `a feasible panel weighs ${most}, more than ${claimed}`)
    } catch (error) {
      check(false, `it cannot be checked: ${(error as Error).message}`)
    }
    const own = values.levels[level]
    check(own !== undefined, 'it gives nobody a chance')
    if (!own) return
    check(own.equals(value), `its weights prove ${own.toFraction()}, not ${value.toFraction()}`)
    const entering = weights.flatMap(([party]) => (entered[party] ? [] : [party]))
    for (const party of entering) entered[party] = true
    // Who can be on no panel at all may be told first, practices and persons together.
    if (claimed === 0) return
    const concerned = [...new Set(entering.map((party) => roundOf[party] ?? 0))].sort()
    const round = concerned.at(-1) ?? 0
    check(concerned.length === 1, 'it is about persons, and about those between whom fairness is first, at once')
    if (before) {
      check(round >= before.round, 'those between whom fairness is first come after persons')
      check(round > before.round || own.compare(before.value) >= 0, 'it is below the level before it')
    }
    before = { round, value: own }
  })
  const missing = entered.filter((one) => !one).length
  if (missing > 0)
    problems.push({ level: levels.length, problem: `${missing} parties or kinds of people are in no level` })
  return { problems, parties: values.parties }
}
