import { describe, expect, test } from 'vitest'
import type { Organisation } from '../../../domain/locality/locality.ts'
import type { Interest } from '../../../domain/register/declaration.ts'
import { checkAnn, entry, organisations, tied } from './locality.ts'

describe('whose word counts', () => {
  const later = { facts: { declaredAt: '2025-12-01T00:00:00.000Z' } }
  test('what was declared in the register after the case counts for it', () => {
    const entries = [entry('ann', [tied('northmere', 'director')])]
    expect(checkAnn([], { ...later, entries }).result).toBe('barred')
  })

  test('what the register knew before, and the case was not told, is suggested', () => {
    const entries = [entry('ann', [tied('northmere', 'director')])]
    const facts = { declaredAt: '2026-02-01T00:00:00.000Z' }
    expect(checkAnn([], { facts, entries }).findings.map(({ rule }) => rule)).toEqual(['flag-undeclared'])
  })

  test.each([
    ['2026-01-15', false],
    ['2025-12-31', true],
  ])(
    'who said in the register that it lasts says for the case when it ended, and not that it had: %s',
    (endedOn, suggested) => {
      const facts = { declaredAt: '2026-02-01T00:00:00.000Z' }
      const entries = [entry('ann', [tied('northmere', 'director')])]
      const { findings } = checkAnn([tied('northmere', 'director', { endedOn })], { facts, entries })
      expect(findings.map(({ rule }) => rule)).toEqual(['bar-ended-tie', ...(suggested ? ['flag-undeclared'] : [])])
    },
  )

  test('what others recorded does not bar, and once it is declared it does', () => {
    const recorded = [{ ...tied('northmere', 'director'), source: 'The register of companies' }]
    const entries = [entry('ann', [], { recorded })]
    expect(checkAnn([], { entries }).result).toBe('flagged')
    expect(checkAnn([tied('northmere', 'director')], { entries }).findings.map(({ rule }) => rule)).toEqual([
      'bar-this-case',
    ])
  })

  const share = (basisPoints: number) => ({ basisPoints })
  test.each<[string, Organisation['kind'], Interest['kind'], Partial<Interest>, boolean]>([
    ['directors of a company', 'other', 'director', {}, true],
    ['directors of a provider', 'provider', 'director', {}, true],
    ['owners of a hundredth of one', 'provider', 'owner', share(100), true],
    ['owners of less', 'provider', 'owner', share(99), false],
    ['who work for one', 'provider', 'employee', {}, false],
    ['members of one', 'other', 'member', {}, false],
    ['partners of a practice', 'practice', 'partner', {}, true],
    ['directors of a practice', 'practice', 'director', {}, false],
    ["directors of the practices' own provider", 'federation', 'director', {}, false],
    ['directors of the commissioning company', 'company', 'director', {}, false],
    ['who were partners until lately', 'practice', 'partner', { endedOn: '2026-05-01' }, false],
  ])('who are in business together is suggested, and nobody else: %s', (_, kind, tie, more, suggested) => {
    const joint = tied('joint', tie, more)
    const found = checkAnn([joint], {
      entries: [entry('bob', [joint, tied('hearthlight', 'director')])],
      organisations: [...organisations, { id: 'joint', name: 'Joint', kind, aliases: [], owns: [], areas: [] }],
    }).findings.filter(({ rule, relative }) => rule === 'flag-undeclared' && relative === 'bob')
    expect(found.length > 0).toBe(suggested)
  })

  const bobs = {
    declaration: {
      kind: 'interests' as const,
      interests: [],
      relations: [{ personId: 'bob', kind: 'family' as const }],
    },
  }
  test.each([
    ['what would bar', tied('northmere', 'director'), {}],
    ['a gift', tied('bones', 'gift', { detail: 'A dinner.' }), {}],
    ['a name that nobody goes by', tied('Zenith Care Ltd', 'director'), {}],
    ['of a relative, what bars', tied('northmere', 'director'), bobs],
    ['of a relative, a name like one in a tender', tied('Zenith Care Ltd', 'director'), bobs],
  ])('where an entry is from is read by who rules, and another source is another match: %s', (_, interest, facts) => {
    const found = (source: string) => {
      const entries = [entry('declaration' in facts ? 'bob' : 'ann', [], { recorded: [{ ...interest, source }] })]
      const named = 'declaration' in facts ? { unknown: [{ name: 'Zenith Cares', as: 'partner' as const }] } : {}
      return checkAnn([], { entries, facts, ...named }).findings
    }
    const [one, again, other] = [found('Companies House'), found('Companies House'), found('A letter')]
    expect(one).toMatchObject([{ evidence: expect.stringMatching(/^The register.*[.”] Source: “Companies House”\.$/) }])
    expect(one).toEqual(again)
    expect(other).toHaveLength(1)
    expect(other[0]?.fingerprint).not.toBe(one[0]?.fingerprint)
  })
})
