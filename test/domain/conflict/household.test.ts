import { describe, expect, test } from 'vitest'
import type { Interest } from '../../../domain/register/declaration.ts'
import { checkAnn, entry, tied } from './locality.ts'

const hearthlight = 'which provides services in Adult mental health and counselling'

describe('a household', () => {
  const share = (basisPoints: number) => tied('northmere', 'owner', { basisPoints })
  const married = (own: Interest[], theirs: Interest[], kind: 'family' | 'business-partner' = 'family') =>
    checkAnn([], {
      facts: { declaration: { kind: 'interests', interests: own, relations: [{ personId: 'bob', kind }] } },
      entries: [entry('bob', theirs)],
    })

  test('owns what each of it owns: one per cent in two parts bars', () => {
    expect(married([share(90)], [share(9)])).toMatchObject({ result: 'flagged' })
    const { result, findings } = married([share(90)], [share(90)])
    expect(result).toBe('barred')
    expect(findings.find(({ rule }) => rule === 'bar-family')?.evidence).toBe(
      `Declared: has family who owns 0.9% of Northmere Talking Therapies Ltd, ${hearthlight}. With what they and their family own, this comes to 1.8% in all.`,
    )
  })

  test('is not what business partners are', () => {
    expect(married([share(90)], [share(90)], 'business-partner').result).toBe('flagged')
  })

  test.each([
    ['of the family', 'family', 'family', 'barred'],
    ['of whom one is a business partner', 'family', 'business-partner', 'flagged'],
    ['neither of the family', 'business-partner', 'business-partner', 'flagged'],
  ] as const)('is all of it: two who own a part each, and nothing is one’s own: %s', (_, bob, cyd, result) => {
    const relations = [
      { personId: 'bob', kind: bob },
      { personId: 'cyd', kind: cyd },
    ]
    const checked = checkAnn([], {
      facts: { declaration: { kind: 'interests', interests: [], relations } },
      entries: [entry('bob', [share(60)]), entry('cyd', [share(60)])],
    })
    expect(checked.result).toBe(result)
    // What makes it one per cent is told of each; what would bar alone says nothing of the others.
    for (const { evidence } of checked.findings)
      expect(evidence.includes('With what they and their family own')).toBe(result === 'barred')
  })

  test('counts what others entered of a relative beside what that one declares elsewhere', () => {
    const recorded = [{ ...tied('northmere', 'director'), source: 'Companies House' }]
    const bob = entry('bob', [tied('bones', 'director')], { recorded })
    const declaration = {
      kind: 'interests' as const,
      interests: [],
      relations: [{ personId: 'bob', kind: 'family' as const }],
    }
    expect(checkAnn([], { facts: { declaration }, entries: [bob] }).findings).toMatchObject([{ rule: 'bar-family' }])
  })

  test.each([
    ['what barred', 'director', ['flag-undeclared']],
    ['what was only looked at', 'employee', []],
  ] as const)('suggests of what one of it left out what barred alone: %s', (_, kind, rules) => {
    // Of an organisation that Northmere owns nothing of, and that owns half of it: its staff are only looked at.
    const bob = entry('bob', [], { dropped: [tied('holding', kind)] })
    const declaration = {
      kind: 'interests' as const,
      interests: [],
      relations: [{ personId: 'bob', kind: 'family' as const }],
    }
    const { findings } = checkAnn([], { facts: { declaration }, entries: [bob] })
    expect(findings.map(({ rule }) => rule)).toEqual(rules)
  })

  test('counts what was sold with what is left', () => {
    const sold = (basisPoints: number) => tied('northmere', 'owner', { basisPoints, endedOn: '2026-01-01' })
    expect(checkAnn([share(60), sold(60)]).result).toBe('barred')
    expect(checkAnn([share(60), sold(30)]).result).toBe('flagged')
  })
})
