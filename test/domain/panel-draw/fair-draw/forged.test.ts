import fc from 'fast-check'
import type Fraction from 'fraction.js'
import { expect, test } from 'vitest'
import { heaviest } from '../../../../domain/panel-draw/exact/heaviest.ts'
import { entriesOf, indexOf } from '../../../../domain/panel-draw/fair-draw/certificate.ts'
import { drawPanel } from '../../../../domain/panel-draw/fair-draw/draw-panel.ts'
import { entryOf } from '../../../../domain/panel-draw/fair-draw/entry.ts'
import { published } from '../../../../domain/panel-draw/fair-draw/published-level.ts'
import { commitmentOf, type Terms } from '../../../../domain/panel-draw/fair-draw/terms.ts'
import { verifyCertificate } from '../../../../domain/panel-draw/fair-draw/verify.ts'
import { type Instance, instanceSchema } from '../../../../domain/panel-draw/instance/instance.ts'
import { programOf } from '../../../../domain/panel-draw/instance/program.ts'
import { selectionOf } from '../../../../domain/panel-draw/instance/selection.ts'
import { roundsOf } from '../../../../domain/panel-draw/leximin/party.ts'
import { type ProvenLevel, valuesOf } from '../../../../domain/panel-draw/proof/level.ts'
import { everyPanel } from '../leximin/oracle.ts'
import { instances } from '../leximin/random-instances.ts'
import { announced, beacon, prepare, salt } from './honest.ts'

const PANELS = 100
const long = process.env['LONG'] === '1'
const runs = { seed: long ? Date.now() : 2_026, numRuns: long ? 1_000 : 12 }

/** Everybody of a practice of their own, so that any panel can be what a forger wants. */
const own = (instance: Instance): Instance =>
  instanceSchema.parse({
    ...{ panelSize: instance.panelSize, quotas: instance.quotas, atMostOnePer: 'practice', fairBetween: 'practice' },
    pool: instance.pool
      .map((row, person) => ({
        ...row,
        practice: `practice ${person}`,
        entry: entryOf(`p${person}`, salt(`p${person}`)),
      }))
      .sort((one, other) => (one.entry < other.entry ? -1 : 1)),
  })

/**
 * “Who comes first takes what they want”: exact levels that prove of any order of the parties that each has as much as those
 * before them leave. With the members of a panel before everybody else, they prove that this one panel is always drawn.
 */
function inTurn(instance: Instance, order: (parties: number[]) => number[]): ProvenLevel[] {
  const selection = selectionOf(instance)
  const [program, rounds] = [programOf(selection), roundsOf(selection)]
  const weigh = (weighing: number[]) => {
    const most = heaviest(program, rounds.objective(program, weighing), -1)?.weight ?? 0
    return {
      weights: weighing.flatMap((weight, one): [number, number][] => (weight > 0 ? [[one, weight]] : [])),
      heaviest: most,
    }
  }
  const alone = rounds.parties.map((_, party) => weigh(rounds.parties.map((__, one) => (one === party ? 1 : 0))))
  const never = alone.flatMap(({ heaviest: most, weights }) => (most === 0 ? weights : []))
  const isNever = (party: number) => never.some(([one]) => one === party)
  const turns = rounds.rounds.flatMap(order).filter((party) => !isNever(party))
  const levels = turns.map((party, turn) =>
    weigh(
      rounds.parties.map((_, one) =>
        one === party ? 1 : turns.indexOf(one) >= 0 && turns.indexOf(one) < turn ? 50 : 0,
      ),
    ),
  )
  const all = never.length > 0 ? [{ weights: never, heaviest: 0 }, ...levels] : levels
  const values = valuesOf(all, rounds).levels
  return all.map((level, index) => ({ ...level, value: values[index] as Fraction }))
}

/** Terms that always draw these rows, with a proof that is exact in every line, committed to and drawn from as if honest. */
function always(panel: number[], honest: Terms, order: (parties: number[]) => number[]) {
  const { instance } = honest
  const selection = selectionOf(instance)
  const terms: Terms = {
    ...honest,
    levels: inTurn(instance, order).map((level) => published(level, selection)),
    chances: instance.pool.map((_, row) => (panel.includes(row) ? '1' : '0')),
    // Panels that are all the same are what mixing makes of themselves.
    unmixed: Array.from({ length: PANELS }, () => panel),
    panels: Array.from({ length: PANELS }, () => panel),
    furthest: '0',
  }
  const commitment = commitmentOf(terms)
  const drawn = drawPanel(honest, 'source', beacon)
  const index = indexOf(drawn.randomness, commitment, PANELS)
  return { ...drawn, terms, commitment, index, panel: entriesOf(terms, index) }
}

test('a proof that prefers a panel is found, though every bound in it is true', () => {
  let forged = 0
  fc.assert(
    fc.property(instances, fc.nat(), fc.nat(), ({ ...any }, which, turn) => {
      const instance = own(any)
      const panels = everyPanel(instance)
      if (panels.length === 0) return
      const honest = prepare(instance, announced, PANELS)
      const panel = panels[which % panels.length] ?? []
      const selection = selectionOf(instance)
      const { parties } = roundsOf(selection)
      const onPanel = (party: number) =>
        (parties[party]?.kinds ?? []).some((kind) =>
          panel.includes(selection.people[selection.kinds[kind]?.people[0] ?? -1] ?? -1),
        )
      const first = (parties: number[]) => [...parties.filter(onPanel), ...parties.filter((one) => !onPanel(one))]
      const orders = [
        first,
        (parties: number[]) => first(parties).reverse(),
        (parties: number[]) => rotated(parties, turn),
      ]
      for (const order of orders) {
        const { problems } = verifyCertificate(JSON.parse(JSON.stringify(always(panel, honest, order))))
        if (panels.length === 1) continue
        expect(problems).not.toEqual([])
        // Nothing else is wrong with it: levels that do not rise are all that gives it away.
        if (order === first) expect(problems.filter((problem) => !problem.startsWith('terms.levels.'))).toEqual([])
        forged += 1
      }
    }),
    runs,
  )
  expect(forged).toBeGreaterThan(runs.numRuns / 2)
})

const rotated = (parties: number[], by: number): number[] => {
  const at = by % parties.length
  return [...parties.slice(at), ...parties.slice(0, at)]
}
