import Fraction from 'fraction.js'
import { digest } from '../../record/chain.ts'
import { refuseUnless } from '../../refusal.ts'
import { type FairLottery, fairLottery } from '../fair-lottery.ts'
import type { Instance } from '../instance/instance.ts'
import { type NamedRelaxation, relaxationsOf } from '../instance/named-relaxations.ts'
import { whyNever } from '../instance/never.ts'
import type { Solver } from '../leximin/solver.ts'
import { MOST_OFF } from '../lottery/lottery.ts'
import { type EveryStep, Unsolved } from '../unsolved.ts'
import { published } from './published-level.ts'
import { METHOD, type Terms, untimely } from './terms.ts'

export type Announcement = Pick<Terms, 'caseId' | 'draw' | 'committedAt' | 'noticeHours' | 'source' | 'fallback'>

/** The terms to commit to; where no panel is possible, what would have to change; or why it could not be worked out. */
export type Prepared = { terms: Terms } | { relaxations: NamedRelaxation[] } | { unsolved: string }

/**
 * Prepares a draw: the fairest lottery, as numbered panels, with its proof.
 *
 * @param instance the pool in the order of its entries, a row for each nominee
 * @param count how many panels the lottery has
 * @param everyStep ends it where the time for it is used up
 * @throws Refusal Invalid where the randomness would exist too early
 */
export function prepareDraw(
  instance: Instance,
  announced: Announcement,
  solver: Solver,
  count: number,
  everyStep?: EveryStep,
): Prepared {
  try {
    const lottery = fairLottery(instance, solver, count, everyStep)
    if (!lottery) return { relaxations: relaxationsOf(instance, everyStep) }
    return { terms: termsFrom(lottery, instance, announced, count) }
  } catch (error) {
    if (error instanceof Unsolved) return { unsolved: error.message }
    throw error
  }
}

function termsFrom(lottery: FairLottery, instance: Instance, announced: Announcement, count: number): Terms {
  // A row stands for one nominee, so that these have the numbers of their rows.
  const { selection, chances, levels, unmixed, panels } = lottery
  const off = furthest(panels, chances)
  if (off.compare(mostOff(count)) > 0)
    throw new Unsolved(`The list of ${count} panels is up to ${off.toString(2)} panels off somebody’s chance.`)
  const terms: Terms = {
    ...announced,
    method: METHOD,
    poolHash: digest(instance.pool),
    instance,
    levels: levels.map((level) => published(level, selection)),
    chances: chances.map((chance) => chance.toFraction()),
    never: whyNever(instance, selection, impossible(levels, selection.parties.length)),
    unmixed,
    panels,
    furthest: off.toFraction(),
  }
  const [wrong] = untimely(terms)
  refuseUnless(wrong === undefined, 'Invalid', `The randomness of a draw must not exist yet. ${wrong ?? ''}`)
  return terms
}

/** The kinds of which no feasible panel has a member: those of the level that proves just that. */
export function impossible(
  levels: readonly { weights: [number, number][]; heaviest: number }[],
  parties: number,
): number[] {
  const level = levels.find(({ heaviest }) => heaviest === 0)
  return (level?.weights ?? []).flatMap(([party]) => (party < parties ? [] : [party - parties]))
}

/** How far from anybody’s exact number of panels a list may be: 1.5 in 1,000; a shorter one has no smaller parts. */
export const mostOff = (panels: number): Fraction => new Fraction(MOST_OFF).mul(Math.max(1_000, panels)).div(1_000)

/** How far from their exact number of panels anybody is, at most. */
export function furthest(panels: readonly (readonly number[])[], chances: readonly Fraction[]): Fraction {
  const sat = chances.map(() => 0)
  for (const panel of panels) for (const row of panel) sat[row] = (sat[row] ?? 0) + 1
  return chances.reduce((most, chance, row) => {
    const off = chance
      .mul(panels.length)
      .sub(sat[row] ?? 0)
      .abs()
    return off.compare(most) > 0 ? off : most
  }, new Fraction(0))
}
