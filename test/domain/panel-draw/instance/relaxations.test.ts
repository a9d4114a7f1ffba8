import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFeasible } from '../../../../domain/panel-draw/instance/feasible.ts'
import { type Instance, instanceSchema } from '../../../../domain/panel-draw/instance/instance.ts'
import { whyNever } from '../../../../domain/panel-draw/instance/never.ts'
import {
  type Change,
  changesInWords,
  type Relaxation,
  smallestRelaxations,
} from '../../../../domain/panel-draw/instance/relaxations.ts'
import { type Selection, selectionOf } from '../../../../domain/panel-draw/instance/selection.ts'
import { everyPanel } from '../leximin/oracle.ts'
import { instances } from '../leximin/random-instances.ts'

const infeasible = instances.filter((instance) => everyPanel(instance).length === 0)
const long = process.env['LONG'] === '1'

function relaxed(selection: Selection, changes: readonly Change[]): Selection {
  const to = (limit: Change['limit'], quota?: number) =>
    changes.find((change) => change.limit === limit && change.quota === quota)?.to
  return {
    ...selection,
    size: to('size') ?? selection.size,
    quotas: selection.quotas.map((quota, index) => ({
      ...quota,
      least: to('min', index) ?? quota.least,
      most: to('max', index) ?? quota.most,
    })),
  }
}

/** How many steps it takes, by trying every panel of every size. */
function fewestSteps(instance: Instance): number {
  const sizes = Array.from({ length: instance.panelSize }, (_, less) => instance.panelSize - less)
  return Math.min(
    ...sizes.flatMap((panelSize) =>
      everyPanel({ ...instance, panelSize, quotas: [] }).map((panel) => {
        const short = instance.quotas.map(({ category, feature, min, max }) => {
          const count = panel.filter((person) => instance.pool[person]?.[category] === feature).length
          return Math.max(0, min - count) + Math.max(0, count - max)
        })
        return short.reduce((sum, steps) => sum + steps, instance.panelSize - panelSize)
      }),
    ),
  )
}

const contains = (one: Relaxation, other: Relaxation) =>
  other.changes.every((change) =>
    one.changes.some(
      ({ limit, quota, from, to }) =>
        limit === change.limit && quota === change.quota && Math.abs(to - from) >= Math.abs(change.to - change.from),
    ),
  )

describe('where no panel is possible (requirements §5: the smallest changes are named)', () => {
  test('each alternative allows the panel it shows; the first is the smallest there is; none contains another', () => {
    fc.assert(
      fc.property(infeasible, (instance) => {
        const selection = selectionOf(instance)
        const alternatives = smallestRelaxations(selection)
        expect(alternatives[0]?.steps).toBe(fewestSteps(instance))
        alternatives.forEach((one, at) => {
          expect(isFeasible(relaxed(selection, one.changes), one.panel)).toBe(true)
          expect(one.steps).toBe(one.changes.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0))
          expect(one.steps).toBeGreaterThanOrEqual(alternatives[at - 1]?.steps ?? 0)
          expect(alternatives.filter((other) => other !== one && contains(one, other))).toEqual([])
        })
      }),
      { seed: long ? Date.now() : 17, numRuns: long ? 2_000 : 150 },
    )
  })

  test('in words', () => {
    const quotas = [{ category: 'role', feature: 'gp', min: 2, max: 2 }]
    const pool = [{ role: 'gp' }, { role: 'nurse' }, { role: 'nurse' }]
    const selection = selectionOf(instanceSchema.parse({ panelSize: 3, pool, quotas }))
    expect(smallestRelaxations(selection).map(({ changes }) => changesInWords(changes, selection))).toEqual([
      'at least 2 → 1 with role “gp”',
    ])
  })

  test('of an empty pool nothing helps', () => {
    expect(smallestRelaxations(selectionOf(instanceSchema.parse({ panelSize: 3, pool: [] })))).toEqual([])
  })

  test('contradictory quotas are named like any others', () => {
    const quotas = [{ category: 'role', feature: 'gp', min: 3, max: 1 }]
    const selection = selectionOf(instanceSchema.parse({ panelSize: 3, pool: [{ count: 9, role: 'gp' }], quotas }))
    expect(smallestRelaxations(selection)[0]).toMatchObject({
      steps: 2,
      changes: [{ limit: 'max', from: 1, to: 3 }],
    })
  })
})

describe('who can be on no panel at all', () => {
  test('is told what it would take, or whose seat is taken', () => {
    const instance = instanceSchema.parse({
      panelSize: 3,
      sitting: [{ practice: 'a', recent: 'yes' }],
      pool: [
        { practice: 'a', recent: 'no' },
        { practice: 'b', recent: 'yes' },
        { practice: 'c', recent: 'no' },
        { practice: 'd', recent: 'no' },
      ],
      quotas: [{ category: 'recent', feature: 'yes', min: 0, max: 1 }],
      atMostOnePer: 'practice',
    })
    const selection = selectionOf(instance)
    const kind = selection.kinds.findIndex(({ quotas }) => quotas.length > 0)
    expect(whyNever(instance, selection, [kind])).toEqual([
      { row: 0, why: 'practice “a” has a member who sits already' },
      { row: 1, why: 'no panel with them fulfils everything; it would take at most 1 → 2 with recent “yes”' },
    ])
  })
})
