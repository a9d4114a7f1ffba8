import { describe, expect, test } from 'vitest'
import { checkConflicts } from '../../../domain/conflict/check.ts'
import type { Declaration, Interest, RegisterEntry, Relation } from '../../../domain/register/declaration.ts'
import { entry, matterIn, tied } from './locality.ts'

const nothing: Declaration = { kind: 'nothing to declare' }
const declares = (interests: Interest[], relations: Relation[] = []): Declaration => ({
  kind: 'interests',
  interests,
  relations,
})
const check = (declaration: Declaration, entries: RegisterEntry[] = [], works: [string, string[]][] = []) =>
  checkConflicts('ann', { practiceId: 'ashlarke', declaration }, { ...matterIn({ entries }), works: new Map(works) })
const director = tied('hearthlight', 'director')

describe('whoever works for the company, by the register of people', () => {
  test.each(['member', 'partner', 'owner', 'paid-adviser'] as const)('is barred, declaring “%s”', (kind) => {
    const said = declares([tied('company', kind)])
    expect(check(said, [], [['ann', ['ashlarke', 'company']]]).result).toBe('barred')
  })
})

describe('what was declared once and is left out (requirements §4: suggested, but not declared)', () => {
  test.each(['director', 'employee', 'paid-adviser', 'family', 'business-partner', 'gift', 'other'] as const)(
    '“%s” is looked at; so it is where others entered it',
    (kind) => {
      const one = tied('hearthlight', kind, { detail: 'As was said.' })
      const [leftOut] = check(nothing, [entry('ann', [], { dropped: [one] })]).findings
      expect(leftOut).toMatchObject({
        rule: 'flag-undeclared',
        evidence: expect.stringMatching(/^The register suggests, and it was not declared: /),
      })
      const recorded = check(nothing, [entry('ann', [], { recorded: [{ ...one, source: 'Companies House' }] })])
      expect(recorded.result).toBe('flagged')
      // Whoever declares it has nothing undeclared.
      const rules = check(declares([one]), [entry('ann', [], { dropped: [one] })]).findings.map(({ rule }) => rule)
      expect(rules).not.toContain('flag-undeclared')
    },
  )

  test('a small share, and an organisation that nobody knows, are looked at too', () => {
    const small = { ...tied('hearthlight', 'owner', { basisPoints: 50 }), source: 'Companies House' }
    expect(check(nothing, [entry('ann', [], { recorded: [small] })]).result).toBe('flagged')
    const unknown = tied('Nowhere Ltd', 'director')
    const [found] = check(nothing, [entry('ann', [], { dropped: [unknown] })]).findings
    expect(found?.evidence).toBe(
      'The register suggests, and it was not declared: is a director of “Nowhere Ltd”, which the register does not know.',
    )
    expect(check(declares([unknown]), [entry('ann', [], { dropped: [unknown] })]).findings).toHaveLength(1)
  })
})

describe('family whom somebody named once', () => {
  const bob: Relation = { personId: 'bob', kind: 'family' }

  test('and leaves out is looked at, whoever of the two had named the other', () => {
    const mine = [entry('bob', [director]), entry('ann', [], { droppedRelations: [bob] })]
    expect(check(nothing, mine).result).toBe('flagged')
    const theirs = [entry('bob', [director], { droppedRelations: [{ personId: 'ann', kind: 'family' }] })]
    expect(check(nothing, theirs).result).toBe('flagged')
    expect(check(nothing, [entry('bob', []), entry('ann', [], { droppedRelations: [bob] })]).result).toBe('clear')
  })

  test('and leaves out is looked at for where they work, though they have never declared', () => {
    const once = [entry('ann', [], { droppedRelations: [bob] })]
    expect(check(nothing, once).result).toBe('clear')
    expect(check(nothing, once, [['bob', ['hearthlight']]]).findings).toMatchObject([
      { rule: 'flag-undeclared', relative: 'bob' },
    ])
  })

  test('is a match of its own, each of them: a ruling on one is none on another', () => {
    const naming = (person: string) =>
      entry(person, [], { declaration: declares([director], [{ personId: 'ann', kind: 'family' }]) })
    const { findings } = check(nothing, [naming('bob'), naming('cyd')])
    // Of what each owns there, too.
    expect(findings.map(({ relative }) => relative)).toEqual(['bob', 'bob', 'cyd', 'cyd'])
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(4)
  })

  test('is looked at for what they have left out themselves', () => {
    const [found] = check(declares([], [bob]), [entry('bob', [], { dropped: [director] })]).findings
    expect(found).toMatchObject({ rule: 'flag-undeclared', relative: 'bob' })
    expect(found?.toThem).not.toContain('director')
  })
})

test.each([
  ['partner', 'flagged'],
  ['employee', 'clear'],
] as const)('who is a %s of the same practice as somebody with an interest is %s', (kind, result) => {
  const bob = entry('bob', [tied('ashlarke', kind), director])
  expect(check(declares([tied('ashlarke', kind)]), [bob]).result).toBe(result)
})
