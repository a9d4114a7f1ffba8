import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heaviestApart } from '../../../../domain/panel-draw/exact/apart.ts'
import { heaviest } from '../../../../domain/panel-draw/exact/heaviest.ts'
import { isFeasible } from '../../../../domain/panel-draw/instance/feasible.ts'
import { programOf } from '../../../../domain/panel-draw/instance/program.ts'
import { selectionOf } from '../../../../domain/panel-draw/instance/selection.ts'
import { instances } from '../leximin/random-instances.ts'

const weights = fc.array(fc.integer({ min: -3, max: 20 }), { minLength: 12, maxLength: 12 })
const parties = fc.array(fc.nat(20), { minLength: 8, maxLength: 8 })
const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 })

test('finds what the search by linear programs finds, of rows of several people too', () => {
  fc.assert(
    fc.property(instances, counts, weights, parties, ({ pool, ...given }, times, of, ofParties) => {
      const rows = pool.map((row, at) => ({ ...row, count: times[at] ?? 1 }))
      const selection = selectionOf({ ...given, pool: rows })
      const { apart: _, ...program } = programOf(selection)
      const kinds = selection.kinds.map((_, kind) => of[kind] ?? 0)
      const first = selection.parties.map((_, party) => ofParties[party] ?? 0)
      const expected = heaviest(
        program,
        program.upper.map((_, variable) => [...kinds, ...first][variable] ?? 0),
        -1_000,
      )
      const found = heaviestApart(selection, { kinds, parties: first, threshold: -1_000 })
      expect(found?.weight).toBe(expected?.weight)
      if (!found) return
      expect(isFeasible(selection, found.panel)).toBe(true)
      expect(heaviestApart(selection, { kinds, parties: first, threshold: found.weight })).toBeUndefined()
      const any = heaviestApart(selection, { kinds, parties: first, threshold: -1_000, enough: 'any' })
      expect(isFeasible(selection, any?.panel ?? [])).toBe(true)
    }),
    { seed: 11, numRuns: 300 },
  )
})
