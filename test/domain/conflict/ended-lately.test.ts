import { describe, expect, test } from 'vitest'
import { checkAgain } from '../../../domain/conflict/check.ts'
import { checkAnn, matterIn, sold, tied, withMore } from './locality.ts'

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
