import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { programOf } from '../../../../domain/panel-draw/instance/program.ts'
import { selectionOf } from '../../../../domain/panel-draw/instance/selection.ts'
import { leximin } from '../../../../domain/panel-draw/leximin/leximin.ts'
import { Panels } from '../../../../domain/panel-draw/leximin/panels.ts'
import { checkLevels } from '../../../../domain/panel-draw/proof/check.ts'
import { type ProvenLevel, proveLevels, valuesOf } from '../../../../domain/panel-draw/proof/level.ts'
import { Unsolved } from '../../../../domain/panel-draw/unsolved.ts'
import { instance, solver } from '../fair-draw/honest.ts'

const selection = selectionOf(instance)
const found = leximin(selection, solver)
if (!found) throw new Error('No panel is possible.')
const { levels, program, rounds } = found
const practices = rounds.rounds[0]?.length ?? 0

/** What is wrong with a proof, each line with the level that it is of. */
const wrong = (proof: readonly ProvenLevel[], against = program) =>
  checkLevels(proof, against, rounds).problems.map(({ level, problem }) => `${level}: ${problem}`)

/** With the values that follow from the weights: only the order, and what the weights are of, is left to be found. */
const proving = (proof: readonly Omit<ProvenLevel, 'value'>[]): ProvenLevel[] => {
  const values = valuesOf(proof, rounds).levels
  return proof.map((level, at) => ({ ...level, value: values[at] ?? new Fraction(0) }))
}

const isOf = (round: 0 | 1) => (level: ProvenLevel) =>
  level.heaviest > 0 && level.weights.some(([party]) => (party < practices ? 0 : 1) === round)
const never = levels.filter(({ heaviest }) => heaviest === 0)
const between = levels.filter(isOf(0))
const within = levels.filter((level) => level.heaviest > 0 && !between.includes(level))
const last = levels.length - 1
const [one, two] = [between[0], between[1]] as [ProvenLevel, ProvenLevel]
const together = {
  weights: [...new Map([...two.weights, ...(within[0]?.weights ?? [])])],
  heaviest: two.heaviest + (within[0]?.heaviest ?? 0),
}

describe('a proof of fairness (requirements §5: proven, not promised)', () => {
  test('that is honest has nothing wrong, and has levels of every sort', () => {
    expect(wrong(levels)).toEqual([])
    expect(wrong(proving(levels))).toEqual([])
    expect([never.length, between.length > 1, within.length > 0]).toEqual([1, true, true])
    expect(one.value.compare(two.value)).toBe(-1)
  })

  test.each<[string, ProvenLevel[], RegExp]>([
    [
      'a weight that no panel has',
      levels.map((level, at) => (at === last ? { ...level, heaviest: level.heaviest + 1 } : level)),
      new RegExp(`^${last}: no feasible panel weighs ${(levels[last]?.heaviest ?? 0) + 1}`),
    ],
    [
      'a weight that panels exceed',
      levels.map((level, at) => (at === last ? { ...level, heaviest: level.heaviest - 1 } : level)),
      new RegExp(`^${last}: a feasible panel weighs ${levels[last]?.heaviest}, more than`),
    ],
    [
      'a value that does not follow',
      [...levels.slice(0, -1), { ...levels[last], value: new Fraction(1) } as ProvenLevel],
      /its weights prove \S+, not 1$/,
    ],
    ['a level of nobody new', [...levels, ...levels.slice(-1)], new RegExp(`^${last + 1}: it gives nobody a chance$`)],
    ['levels that fall', proving([...never, two, one, ...within]), /^2: it is below the level before it$/],
    [
      'persons before those between whom fairness is first',
      proving([...never, ...within, ...between]),
      /: those between whom fairness is first come after persons$/,
    ],
    [
      'persons together with those between whom fairness is first',
      proving([...never, one, together, ...within.slice(1)]),
      /^2: it is about persons, and about those between whom fairness is first, at once$/,
    ],
    ['nobody in it', [], new RegExp(`^0: ${rounds.parties.length} parties or kinds of people are in no level$`)],
    [
      'somebody left out',
      levels.slice(0, -1),
      new RegExp(`^${last}: \\d+ parties or kinds of people are in no level$`),
    ],
  ])('with %s is refused', (_, proof, problem) => {
    expect(wrong(proof)).toContainEqual(expect.stringMatching(problem))
  })

  test('whose search does not end is told so, of each level', () => {
    const endless = programOf(
      selectionOf(instance, () => {
        throw new Unsolved('The time is over.')
      }),
    )
    expect(wrong(levels, endless)).toEqual(levels.map((_, at) => `${at}: it cannot be checked: The time is over.`))
  })

  test('is made by searching for the heaviest panel, whatever panels are known, and only where it proves what was found', () => {
    const fractional = [...between, ...within].map(({ weights, value }) => ({
      weights: rounds.parties.map((__, party) => weights.find(([weighing]) => weighing === party)?.[1] ?? 0),
      value: value.valueOf(),
    }))
    const possible = rounds.parties.map(
      (__, party) => !never.some(({ weights }) => weights.some(([who]) => who === party)),
    )
    const knowing = new Panels(selection, rounds)
    expect(proveLevels(fractional, possible, program, rounds, knowing)).toEqual(levels)
    for (const at of fractional.keys()) {
      const other = fractional.map((level, index) => (index === at ? { ...level, value: level.value + 1e-5 } : level))
      expect(() => proveLevels(other, possible, program, rounds, knowing)).toThrow(Unsolved)
    }
  })
})
