import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chancesOf } from '../../../../domain/panel-draw/fair-lottery.ts'
import { programOf } from '../../../../domain/panel-draw/instance/program.ts'
import { selectionOf } from '../../../../domain/panel-draw/instance/selection.ts'
import { levelByLevel } from '../../../../domain/panel-draw/leximin/level-by-level.ts'
import { cover, Panels } from '../../../../domain/panel-draw/leximin/panels.ts'
import { roundsOf } from '../../../../domain/panel-draw/leximin/party.ts'
import { swapSearch } from '../../../../domain/panel-draw/leximin/swap-search.ts'
import { checkLevels } from '../../../../domain/panel-draw/proof/check.ts'
import { proveLevels } from '../../../../domain/panel-draw/proof/level.ts'
import { highsSolver } from '../../../../functions/runtime/highs-solver.ts'
import { leximinByOracle } from './oracle.ts'
import { instances } from './random-instances.ts'

const solver = await highsSolver()

test('over whole panels alone the chances are the same, their proof holds, and the panels give them', () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const selection = selectionOf(instance)
      const [program, rounds, swaps] = [programOf(selection), roundsOf(selection), swapSearch(selection)]
      const panels = new Panels(selection, rounds)
      const covered = cover(panels, program, selection)
      const expected = leximinByOracle(instance)
      expect(panels.found.length > 0).toBe(expected !== undefined)
      if (!expected) return
      const possible = rounds.parties.map(({ kinds }) => kinds.some((kind) => covered[kind]))
      const { levels, shares } = levelByLevel(panels, possible, program, rounds, swaps, solver)
      const { problems, parties } = checkLevels(proveLevels(levels, possible, program, rounds, panels), program, rounds)
      expect(problems).toEqual([])
      const chances = chancesOf(
        selection,
        parties.flatMap((value) => value ?? []),
      )
      expected.forEach((chance, row) => {
        const person = selection.people.indexOf(row)
        const kind = selection.kinds.findIndex(({ people }) => people.includes(person))
        const given = shares.reduce((sum, share, index) => sum + share * (panels.found[index]?.[kind] ?? 0), 0)
        expect(chances[person]?.valueOf()).toBeCloseTo(chance, 6)
        expect(given / (selection.kinds[kind]?.people.length ?? 1)).toBeCloseTo(chance, 6)
      })
    }),
    { seed: 31, numRuns: 60 },
  )
})
