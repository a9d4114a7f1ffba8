import { describe, expect, test } from 'vitest'
import { checkAgain } from '../../../domain/conflict/check.ts'
import type { Interest } from '../../../domain/register/declaration.ts'
import { checkAnn, entry, matterIn, sold, tied, withMore } from './locality.ts'

describe('what ended with an organisation', () => {
  test('counts for as long as any other tie', () => {
    expect(checkAnn([tied('holding', 'director')], sold('2024-06-14')).result).toBe('clear')
    expect(checkAnn([tied('holding', 'director')], sold('2024-06-15')).result).toBe('barred')
  })

  test('ends no bar of somebody who stands barred', () => {
    const facts = { declaration: { kind: 'interests' as const, interests: [tied('holding', 'director')] } }
    const held = checkAgain('ann', facts, matterIn(sold('2026-06-14')), { status: 'barred', findings: [] })
    expect(held.result).toBe('barred')
  })

  test('changes nothing else that is found of them: what they left out is only looked at', () => {
    const barred = { status: 'barred' as const, findings: [] }
    const facts = (...interests: Interest[]) => ({ declaration: { kind: 'interests' as const, interests } })
    const rules = (left: Interest, ...interests: Interest[]) => {
      const matter = matterIn({ entries: [{ ...entry('ann', interests), dropped: [left] }] })
      return checkAgain('ann', facts(...interests), matter, barred).findings.map(({ rule }) => rule)
    }
    // Neither bars, with or without what was left out.
    expect(rules(tied('northmere', 'gift', { detail: 'Wine.' }), tied('bones', 'employee'))).toEqual([
      'flag-undeclared',
    ])
    // What bars now bars by itself.
    expect(rules(tied('northmere', 'director'), tied('hearthlight', 'director')).sort()).toEqual(
      rules(tied('northmere', 'gift', { detail: 'Wine.' }), tied('hearthlight', 'director')).sort(),
    )
  })

  test('is the largest share that it had of late, and not the sum of what it had one after another', () => {
    const part = { organisationId: 'northmere', basisPoints: 60, endedOn: '2026-06-14' }
    const organisations = withMore('holding', {
      owns: [{ organisationId: 'northmere', basisPoints: 60 }],
      owned: [part],
    })
    expect(checkAnn([tied('holding', 'director')], { organisations }).result).toBe('flagged')
  })

  test('is said in the words of what is so still, where that bars as well', () => {
    const organisations = withMore('holding', {
      owned: [{ organisationId: 'northmere', basisPoints: 9_000, endedOn: '2026-06-14' }],
    })
    expect(checkAnn([tied('holding', 'director')], { organisations }).findings.map(({ rule }) => rule)).toEqual([
      'bar-ownership-chain',
    ])
  })
})
