import type { Certificate } from '../../domain/panel-draw/fair-draw/certificate.ts'
import { drawPanel } from '../../domain/panel-draw/fair-draw/draw-panel.ts'
import { prepareDraw } from '../../domain/panel-draw/fair-draw/prepare.ts'
import type { Instance } from '../../domain/panel-draw/instance/instance.ts'
import type { Solver } from '../../domain/panel-draw/leximin/solver.ts'

/** A draw from committing to certificate, from numbers that nobody had to wait for. */
export function certified(instance: Instance, solver: Solver): Certificate {
  const pool = instance.pool.map((row, at) => ({ ...row, entry: String(at).padStart(6, '0') }))
  const announcement = {
    ...{ caseId: 'c000000000001', draw: 1, committedAt: '2026-01-05T09:00:00.000Z', noticeHours: 24 },
    source: {
      kind: 'public-numbers' as const,
      sources: ['a lottery'],
      numbers: { count: 6, lowest: 1, highest: 59 },
      publishedFrom: '2026-01-10T21:00:00.000Z',
    },
    fallback: null,
  }
  const prepared = prepareDraw({ ...instance, pool }, announcement, solver, 1_000)
  if (!('terms' in prepared)) throw new Error('The sample has no feasible panel.')
  const key = '3.17.22.28.45.51./'
  return drawPanel(prepared.terms, 'source', { kind: 'public-numbers', numbers: ['3 17 22 28 45 51'], key })
}
