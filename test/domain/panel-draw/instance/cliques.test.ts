import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cliquesOf } from '../../../../domain/panel-draw/instance/program.ts'

const graph = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 50 }))
  .map(([size, pairs]) =>
    Array.from({ length: size }, (_, one) =>
      [
        ...new Set(
          pairs.flatMap(([a, b]) => (a === b || a >= size || b >= size ? [] : a === one ? [b] : b === one ? [a] : [])),
        ),
      ].sort((a, b) => a - b),
    ),
  )

test('every pair that must sit apart is in a group, and every two of a group must', () => {
  fc.assert(
    fc.property(graph, (apart) => {
      const cliques = cliquesOf(apart)
      for (const clique of cliques)
        for (const one of clique) for (const other of clique) if (one !== other) expect(apart[one]).toContain(other)
      apart.forEach((others, one) => {
        for (const other of others)
          expect(cliques.some((clique) => clique.includes(one) && clique.includes(other))).toBe(true)
      })
    }),
    { seed: 7, numRuns: 300 },
  )
})

test('twenty of whom no two sit together are one group', () => {
  const all = Array.from({ length: 20 }, (_, one) => one)
  expect(cliquesOf(all.map((one) => all.filter((other) => other !== one)))).toEqual([all])
})
