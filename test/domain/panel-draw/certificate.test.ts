import { describe, expect, test } from 'vitest'
import {
  type Certificate,
  certificate,
  isCertificate,
  verifyCertificate,
} from '../../../domain/panel-draw/certificate.ts'
import { commitmentOf, METHOD, type Terms } from '../../../domain/panel-draw/draw.ts'
import { drawNumber } from '../../../domain/panel-draw/lot.ts'
import { numberPanels } from '../../../domain/panel-draw/numbering.ts'
import type { PoolEntry } from '../../../domain/panel-draw/pool.ts'
import { digest } from '../../../domain/record/chain.ts'
import { promised, SEED } from '../nominees.ts'

const entry = (
  id: string,
  practice: string,
  profession: PoolEntry['profession'] = 'gp',
  experienced = false,
): PoolEntry => ({
  ...{ id, practice, profession, experienced },
})

const problem = {
  constraints: { size: 4, fewestGps: 1, fewestPracticeManagers: 1, fewestExperienced: 1, mostExperienced: 2 },
  sitting: [entry('n-0', 'ashlarke')],
  pool: [
    entry('n-1', 'brindle', 'gp', true),
    entry('n-2', 'brindle', 'nurse'),
    entry('n-3', 'cawdle', 'practice-manager'),
    entry('n-4', 'dunmorrow', 'gp', true),
    entry('n-5', 'ellerfold', 'practice-manager', true),
    entry('n-6', 'fenwhistle', 'other'),
  ],
}

function honest(): Certificate {
  const { panels, at } = numberPanels(problem)
  const terms: Terms = {
    caseId: 'c000000000001',
    draw: 2,
    method: METHOD,
    ...problem,
    panels: String(panels),
    seedCommitment: promised,
    publicValue: digest('the last event'),
  }
  const index = drawNumber(SEED, terms.publicValue, panels)
  return certificate({
    status: 'drawn',
    terms,
    commitment: commitmentOf(terms),
    committedAt: '2026-01-05T09:00:00.000Z',
    people: {},
    seed: SEED,
    index: String(index),
    drawn: at(index),
    drawnAt: '2026-01-06T09:00:00.000Z',
  })
}

const changed = (change: (one: Certificate) => Partial<Certificate>): Certificate => ({
  ...honest(),
  ...change(honest()),
})
const withTerms = (terms: Partial<Terms>) =>
  changed((one) => {
    const after = { ...one.terms, ...terms }
    return { terms: after, commitment: commitmentOf(after) }
  })

describe('a certificate (requirements §5: anybody recomputes it, or is told which line is wrong)', () => {
  test('that is honest has no problems, also after it was written to a file', () => {
    expect(verifyCertificate(JSON.parse(JSON.stringify(honest())))).toEqual({ problems: [] })
    expect(isCertificate(honest())).toBe(true)
    expect(isCertificate({ format: 'redesign-panels/record/1' })).toBe(false)
    expect(isCertificate(null)).toBe(false)
  })

  test.each<[string, Certificate, string]>([
    [
      'somebody removed from the pool',
      changed((one) => ({ terms: { ...one.terms, pool: one.terms.pool.slice(1) } })),
      'commitment',
    ],
    ['another panel', changed(() => ({ drawn: ['n-1', 'n-3', 'n-6'] })), 'drawn'],
    [
      'another number',
      changed((one) => ({ index: String((BigInt(one.index) + 1n) % BigInt(one.terms.panels)) })),
      'index',
    ],
    ['another seed', changed(() => ({ seed: digest('another') })), 'seed'],
    ['drawn before it was committed', changed(() => ({ drawnAt: '2026-01-04T09:00:00.000Z' })), 'drawnAt'],
    ['another number of panels', withTerms({ panels: '3' }), 'terms.panels'],
    ['a pool out of order', withTerms({ pool: [...problem.pool].reverse() }), 'terms.pool'],
    [
      'somebody twice in the pool',
      withTerms({ pool: [problem.pool[0] ?? entry('x', 'x'), ...problem.pool] }),
      'terms.pool',
    ],
    ['somebody sitting and drawn', withTerms({ sitting: [entry('n-6', 'zeal')] }), 'terms.sitting'],
    [
      'constraints nobody meets',
      withTerms({ constraints: { ...problem.constraints, fewestGps: 4 } }),
      'terms: no panel',
    ],
    ['no certificate at all', {} as Certificate, 'format'],
  ])('with %s says so', (_, file, where) => {
    const { problems } = verifyCertificate(file)
    expect(problems.some((told) => told.startsWith(where))).toBe(true)
  })
})
