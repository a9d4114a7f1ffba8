import type { Composition, Program } from '../instance/program.ts'
import type { Selection } from '../instance/selection.ts'

/** Whose chances are made fair: a value of `fairBetween`, which counts once however many of it sit; or a kind of people. */
export interface Party {
  /** How many share the chance of it. */
  people: number
  kinds: number[]
  /** The variable of the program that counts it. */
  variable: number
}

/** Parties in the order in which fairness is sought: round by round, and their numbers. */
export interface Rounds {
  parties: Party[]
  /** Indices of `parties`: those between whom fairness is first (if any), and then the persons, kind by kind. */
  rounds: number[][]
  /** How many of each party a panel has. */
  seated(panel: Composition): number[]
  /** Weights of the parties as those of the program's variables. */
  objective(program: Program, weights: readonly number[]): number[]
}

export function roundsOf({ parties: first, kinds }: Selection): Rounds {
  const groups: Party[] = first.map((_, party) => ({
    people: 1,
    kinds: kinds.flatMap((kind, index) => (kind.party === party ? [index] : [])),
    variable: kinds.length + party,
  }))
  const persons: Party[] = kinds.map(({ people }, kind) => ({ people: people.length, kinds: [kind], variable: kind }))
  const parties = [...groups, ...persons]
  const numbers = parties.map((_, party) => party)
  const rounds = [numbers.slice(0, groups.length), numbers.slice(groups.length)].filter((round) => round.length > 0)
  return {
    parties,
    rounds,
    seated: (panel) => [
      ...groups.map((group) => (group.kinds.some((kind) => (panel[kind] ?? 0) > 0) ? 1 : 0)),
      ...kinds.map((_, kind) => panel[kind] ?? 0),
    ],
    objective: (program, weights) => {
      const objective = program.upper.map(() => 0)
      parties.forEach(({ variable }, party) => {
        objective[variable] = weights[party] ?? 0
      })
      return objective
    },
  }
}
