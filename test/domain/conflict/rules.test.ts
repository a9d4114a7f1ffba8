import { describe, expect, test } from 'vitest'
import { checkConflicts } from '../../../domain/conflict/check.ts'
import type { Check } from '../../../domain/conflict/conflict.ts'
import { ruleIds } from '../../../domain/conflict/rule-rows.ts'
import { conflictRules } from '../../../domain/conflict/rules.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import type { Interest } from '../../../domain/register/declaration.ts'
import { checkAnn, entry, matterIn, organisations, sold, tied, withMore } from './locality.ts'

/** Requirements §4, rule by rule: what it says of whom, and the evidence in words. */
interface Case {
  rule: (typeof ruleIds)[number]
  when: string
  check: () => Check
  result: Check['result']
  evidence: string
}

const hearthlight = 'which provides services in Adult mental health and counselling'
const practice = { facts: { practiceId: 'garrowmere' } }

/** Bones owns Rehab whole; Skeleton has more than half of Bones and of Limbs. */
const group = {
  organisations: [
    ...withMore('bones', { owns: [{ organisationId: 'rehab', basisPoints: 10_000 }] }),
    { id: 'rehab', name: 'Rehab', kind: 'provider' as const, aliases: [], owns: [], areas: [] },
    { id: 'limbs', name: 'Limbs', kind: 'provider' as const, aliases: [], owns: [], areas: [] },
    {
      ...{ id: 'skeleton', name: 'Skeleton', kind: 'other' as const, aliases: [], areas: [] },
      owns: [
        { organisationId: 'bones', basisPoints: 6_000 },
        { organisationId: 'limbs', basisPoints: 5_100 },
      ],
    },
  ],
}

/** Bones, which bids, has so much of Limbs, and that 60 % of Feet. */
function bidsThrough(basisPoints: number) {
  const other = (id: string, name: string, owns: Organisation['owns']): Organisation => ({
    ...{ id, name, kind: 'other', aliases: [], areas: [], owns },
  })
  return {
    named: [{ organisationId: 'bones', as: 'bidder' as const }],
    organisations: [
      ...withMore('bones', { owns: [{ organisationId: 'limbs', basisPoints }] }),
      other('limbs', 'Limbs', [{ organisationId: 'feet', basisPoints: 6_000 }]),
      other('feet', 'Feet', []),
    ],
  }
}

const marriedTo = (interests: Interest[]) => ({
  facts: {
    declaration: {
      kind: 'interests' as const,
      interests: [],
      relations: [{ personId: 'bob', kind: 'family' as const }],
    },
  },
  entries: [entry('bob', interests)],
})

const cases: Case[] = [
  {
    rule: 'bar-company',
    when: 'an employee of the company',
    check: () => checkAnn([tied('company', 'employee')]),
    result: 'barred',
    evidence: 'Declared: is employed by Company, which is the commissioning company.',
  },
  {
    rule: 'bar-own-provider',
    when: 'a member of the federation',
    check: () => checkAnn([tied('valehead', 'member')]),
    result: 'barred',
    evidence: "Declared: is a member of Valehead, which is the practices' own provider.",
  },
  {
    rule: 'partner-of-owning-practice',
    when: 'a partner in a practice that owns a share in the federation',
    check: () => checkAnn([tied('garrowmere', 'partner')], practice),
    result: 'barred',
    evidence: "Declared: is a partner in Garrowmere, which owns 12% of Valehead, which is the practices' own provider.",
  },
  {
    rule: 'bar-this-case',
    when: 'an employee of an organisation that provides what the case is about',
    check: () => checkAnn([tied('hearthlight', 'employee')]),
    result: 'barred',
    evidence: `Declared: is employed by Hearthlight, ${hearthlight}.`,
  },
  {
    rule: 'bar-this-case',
    when: 'an owner of one that intends to',
    check: () => checkAnn([tied('stillwater', 'owner', { basisPoints: 450 })]),
    result: 'barred',
    evidence:
      'Declared: owns 4.5% of Stillwater, which intends to provide services in Adult mental health and counselling.',
  },
  {
    rule: 'bar-this-case',
    when: 'a director of one that is named in a tender',
    check: () => checkAnn([tied('bones', 'director')], { named: [{ organisationId: 'bones', as: 'subcontractor' }] }),
    result: 'barred',
    evidence: 'Declared: is a director of Bones, which is named in a tender as subcontractor.',
  },
  {
    rule: 'bar-this-case',
    when: 'a director of the provider that proposed the case',
    check: () =>
      checkConflicts(
        'ann',
        { declaration: { kind: 'interests', interests: [tied('bones', 'director')] } },
        { ...matterIn(), proposer: { kind: 'provider', organisationId: 'bones' } },
      ),
    result: 'barred',
    evidence: 'Declared: is a director of Bones, which proposed this case, and so intends to provide its services.',
  },
  {
    rule: 'bar-ownership-chain',
    when: 'a partner whose practice owns a part of a provider through the federation',
    check: () => checkAnn([tied('garrowmere', 'partner')], practice),
    result: 'barred',
    evidence: `Declared: is a partner in Garrowmere, which owns 12% of Valehead, which owns 40% of Hearthlight, ${hearthlight}.`,
  },
  {
    rule: 'bar-family',
    when: 'family with an interest',
    check: () => checkAnn([tied('hearthlight', 'family')]),
    result: 'barred',
    evidence: `Declared: has family with an interest in Hearthlight, ${hearthlight}.`,
  },
  {
    rule: 'bar-family',
    when: 'family whom the register knows, with an interest',
    check: () =>
      checkAnn([], {
        facts: {
          declaration: { kind: 'interests', interests: [], relations: [{ personId: 'bob', kind: 'family' }] },
        },
        entries: [entry('bob', [tied('holding', 'owner')])],
      }),
    result: 'barred',
    evidence: `Declared: has family who owns, or owns part of, Holding, which owns 50% of Northmere Talking Therapies Ltd, ${hearthlight}.`,
  },
  {
    rule: 'bar-business-partner',
    when: 'a business partner with an interest',
    check: () => checkAnn([tied('hearthlight', 'business-partner')]),
    result: 'barred',
    evidence: `Declared: has a business partner with an interest in Hearthlight, ${hearthlight}.`,
  },
  {
    rule: 'bar-ended-tie',
    when: 'a tie that ended 23 months ago',
    check: () => checkAnn([tied('hearthlight', 'employee', { endedOn: '2024-07-15' })]),
    result: 'barred',
    evidence: `Declared: was employed by Hearthlight until 2024-07-15, ${hearthlight}.`,
  },
  {
    rule: 'flag-employer-owns',
    when: 'an employee of an organisation that owns a part of a provider',
    check: () => checkAnn([tied('holding', 'employee')]),
    result: 'flagged',
    evidence: `Declared: is employed by Holding, which owns 50% of Northmere Talking Therapies Ltd, ${hearthlight}.`,
  },
  {
    rule: 'bar-subsidiary',
    when: 'a director of what a bidder owns whole',
    check: () =>
      checkAnn([tied('rehab', 'director')], { ...group, named: [{ organisationId: 'bones', as: 'bidder' }] }),
    result: 'barred',
    evidence: 'Declared: is a director of Rehab, 100% of which belongs to Bones, which is named in a tender as bidder.',
  },
  {
    rule: 'bar-subsidiary',
    when: 'a director of what a bidder owns whole, which owns a little of the bidder',
    check: () =>
      checkAnn([tied('rehab', 'director')], {
        organisations: group.organisations.map((one) =>
          one.id === 'rehab' ? { ...one, owns: [{ organisationId: 'bones', basisPoints: 50 }] } : one,
        ),
        named: [{ organisationId: 'bones', as: 'bidder' }],
      }),
    result: 'barred',
    evidence: 'Declared: is a director of Rehab, 100% of which belongs to Bones, which is named in a tender as bidder.',
  },
  {
    rule: 'bar-subsidiary',
    when: 'an employee of one for which a bidder decides through another, though it has less than half of what it earns',
    check: () => checkAnn([tied('feet', 'employee')], bidsThrough(6_000)),
    result: 'barred',
    evidence:
      'Declared: is employed by Feet, 60% of which belongs to Limbs, 60% of which belongs to Bones, which is named in a tender as bidder.',
  },
  {
    rule: 'flag-same-group',
    when: 'an employee of what belongs to a bidder in part',
    check: () => checkAnn([tied('feet', 'employee')], bidsThrough(5_000)),
    result: 'flagged',
    evidence:
      'Declared: is employed by Feet, 60% of which belongs to Limbs, 50% of which belongs to Bones, which is named in a tender as bidder.',
  },
  {
    rule: 'flag-same-group',
    when: 'an employee of what belongs to a bidder to one per cent, and not less',
    check: () => checkAnn([tied('limbs', 'employee')], bidsThrough(100)),
    result: 'flagged',
    evidence: 'Declared: is employed by Limbs, 1% of which belongs to Bones, which is named in a tender as bidder.',
  },
  {
    rule: 'flag-same-group',
    when: 'an employee of what has the same owner as a bidder, through another',
    check: () =>
      checkAnn([tied('rehab', 'employee')], { ...group, named: [{ organisationId: 'limbs', as: 'partner' }] }),
    result: 'flagged',
    evidence:
      'Declared: is employed by Rehab, 100% of which belongs to Bones, 60% of which belongs to Skeleton, which owns 51% of Limbs, which is named in a tender as partner.',
  },
  {
    rule: 'flag-close-interest',
    when: 'family whom the register knows, who is paid to advise',
    check: () => checkAnn([], marriedTo([tied('hearthlight', 'paid-adviser')])),
    result: 'flagged',
    evidence: `Declared: has family who is paid to advise Hearthlight, ${hearthlight}.`,
  },
  {
    rule: 'flag-close-interest',
    when: 'family whom the register knows, who owns less than one per cent',
    check: () => checkAnn([], marriedTo([tied('northmere', 'owner', { basisPoints: 90 })])),
    result: 'flagged',
    evidence: `Declared: has family who owns 0.9% of Northmere Talking Therapies Ltd, ${hearthlight}. This comes to 0.9% in all.`,
  },
  {
    rule: 'flag-close-interest',
    when: 'family of family',
    check: () => checkAnn([], marriedTo([tied('northmere', 'family')])),
    result: 'flagged',
    evidence: `Declared: has family who has family with an interest in Northmere Talking Therapies Ltd, ${hearthlight}.`,
  },
  {
    rule: 'flag-close-interest',
    when: 'family who is not named, in a company that belongs to a bidder in part',
    check: () => checkAnn([tied('feet', 'family')], bidsThrough(5_000)),
    result: 'flagged',
    evidence:
      'Declared: has family with an interest in Feet, 60% of which belongs to Limbs, 50% of which belongs to Bones, which is named in a tender as bidder.',
  },
  {
    rule: 'bar-ended-tie',
    when: 'a director of an organisation that owned a part of a provider until lately',
    check: () => checkAnn([tied('holding', 'director')], sold('2026-06-14')),
    result: 'barred',
    evidence: `Declared: is a director of Holding, which owned 50% of Northmere Talking Therapies Ltd until 2026-06-14, ${hearthlight}.`,
  },
  {
    rule: 'bar-ended-tie',
    when: 'an employee of one that stopped providing',
    check: () =>
      checkAnn([tied('bones', 'employee')], {
        organisations: withMore('bones', { served: [{ area: 'mental-health', endedOn: '2026-06-14' }] }),
      }),
    result: 'barred',
    evidence:
      'Declared: is employed by Bones, which provided, or intended to provide, services in Adult mental health and counselling until 2026-06-14.',
  },
  {
    rule: 'bar-family',
    when: 'family in what owned a part of a provider until lately',
    check: () => checkAnn([tied('holding', 'family')], sold('2026-06-14')),
    result: 'barred',
    evidence: `Declared: has family with an interest in Holding, which owned 50% of Northmere Talking Therapies Ltd until 2026-06-14, ${hearthlight}.`,
  },
  {
    rule: 'bar-family',
    when: 'family whom the register knows, who decide for what owned a part of a provider until lately',
    check: () => checkAnn([], { ...marriedTo([tied('holding', 'director')]), ...sold('2026-06-14') }),
    result: 'barred',
    evidence: `Declared: has family who is a director of Holding, which owned 50% of Northmere Talking Therapies Ltd until 2026-06-14, ${hearthlight}.`,
  },
  {
    rule: 'flag-host',
    when: 'a nominee of a practice that the premises name',
    check: () => checkAnn([], { premises: 'Two rooms at ASHLARKE, upstairs.' }),
    result: 'flagged',
    evidence: "The proposal names the nominee's practice among the premises.",
  },
  {
    rule: 'flag-gift',
    when: 'a gift',
    check: () => checkAnn([tied('bones', 'gift', { detail: 'A dinner.' })]),
    result: 'flagged',
    evidence: 'Declared: had a gift or hospitality from Bones: “A dinner.”',
  },
  {
    rule: 'flag-undeclared',
    when: 'an interest that was left out of the last declaration',
    check: () => checkAnn([], { entries: [entry('ann', [], { dropped: [tied('hearthlight', 'director')] })] }),
    result: 'flagged',
    evidence: `The register suggests, and it was not declared: is a director of Hearthlight, ${hearthlight}.`,
  },
  {
    rule: 'flag-undeclared',
    when: 'family who names the person, and is not named',
    check: () =>
      checkAnn([], {
        entries: [
          entry('bob', [], {
            declaration: {
              kind: 'interests',
              interests: [tied('hearthlight', 'director')],
              relations: [{ personId: 'ann', kind: 'family' }],
            },
          }),
        ],
      }),
    result: 'flagged',
    evidence: `The register suggests, and it was not declared: has family who is a director of Hearthlight, ${hearthlight}.`,
  },
  {
    rule: 'flag-small-ownership',
    when: 'an owner of less than one per cent',
    check: () => checkAnn([tied('hearthlight', 'owner', { basisPoints: 20 })]),
    result: 'flagged',
    evidence: `Declared: owns 0.2% of Hearthlight, ${hearthlight}. This comes to 0.2% in all.`,
  },
  {
    rule: 'flag-paid-adviser',
    when: 'a paid adviser',
    check: () => checkAnn([tied('hearthlight', 'paid-adviser')]),
    result: 'flagged',
    evidence: `Declared: is paid to advise Hearthlight, ${hearthlight}.`,
  },
  {
    rule: 'flag-paid-adviser',
    when: 'a paid adviser of the parent of a provider',
    check: () => checkAnn([tied('holding', 'paid-adviser')]),
    result: 'flagged',
    evidence: `Declared: is paid to advise Holding, which owns 50% of Northmere Talking Therapies Ltd, ${hearthlight}.`,
  },
  {
    rule: 'flag-other',
    when: 'anything other',
    check: () => checkAnn([tied('bones', 'other', { detail: 'Sings with its chair.' })]),
    result: 'flagged',
    evidence: 'Declared: has another tie to Bones, which has no known stake: “Sings with its chair.”',
  },
  {
    rule: 'flag-unknown-organisation',
    when: 'an organisation that the register does not know, with what its name is like',
    check: () => checkAnn([tied('Northmere Talking Therapy Limited', 'employee')]),
    result: 'flagged',
    evidence:
      'Declared: is employed by “Northmere Talking Therapy Limited”, which the register does not know; its name is like that of Northmere Talking Therapies Ltd.',
  },
  {
    rule: 'flag-similar-name',
    when: 'an organisation whose name is like one that a tender names',
    check: () => checkAnn([tied('bones', 'director')], { unknown: [{ name: 'The Bones Co.', as: 'partner' }] }),
    result: 'flagged',
    evidence: 'Declared: is a director of Bones, whose name is like “The Bones Co.”, which a tender names.',
  },
  {
    rule: 'flag-similar-name',
    when: 'an organisation whose name stands in one that a tender names',
    check: () =>
      checkAnn([tied('bones', 'director')], { unknown: [{ name: 'Bones, trading as HomeCare', as: 'subcontractor' }] }),
    result: 'flagged',
    evidence:
      'Declared: is a director of Bones, whose name is like “Bones, trading as HomeCare”, which a tender names.',
  },
]

describe('each rule of requirements §4', () => {
  test.each(cases)('$rule: $when', ({ rule, check, result, evidence }) => {
    const found = check()
    expect(found.result).toBe(result)
    expect(found.findings.filter((finding) => finding.rule === rule).map((finding) => finding.evidence)).toContain(
      evidence,
    )
  })

  test('staff-of-owning-practice: who has not said what they are to the practice is taken for its staff', () => {
    const found = checkAnn([], practice)
    expect(found.findings.map(({ rule }) => rule)).toEqual(['staff-of-owning-practice', 'flag-employer-owns'])
    expect(found.findings[0]?.evidence).toBe(
      "The register: belongs to Garrowmere, which owns 12% of Valehead, which is the practices' own provider.",
    )
    expect(checkAnn([tied('garrowmere', 'employee')], practice).findings[0]?.evidence).toMatch(
      /^Declared: is employed by/,
    )
  })

  test('ineligible-proposer: the proposer is no member, and not conflicted', () => {
    const found = checkConflicts('person-01', { declaration: { kind: 'nothing to declare' } }, matterIn())
    expect(found).toMatchObject({
      result: 'ineligible',
      findings: [{ rule: 'ineligible-proposer', evidence: 'Is the proposer of this proposal.' }],
    })
  })

  test('every rule has words, and is a row of the rule book', () => {
    expect(Object.keys(conflictRules).sort()).toEqual([...ruleIds].sort())
    for (const { says } of Object.values(conflictRules)) expect(says).toMatch(/^[A-Z].+\.$/)
  })
})

test('a name that no organisation goes by is raised anew when one that it may be tenders', () => {
  const said = [tied('Northmere', 'director')]
  const named = [{ organisationId: 'northmere', as: 'bidder' as const }]
  const [before, after] = [checkAnn(said).findings[0], checkAnn(said, { named }).findings[0]]
  expect([before?.rule, after?.rule]).toEqual(['flag-unknown-organisation', 'flag-unknown-organisation'])
  expect(after?.fingerprint).not.toBe(before?.fingerprint)
})

describe('what does not bar', () => {
  test.each([
    ['a tie that ended more than 24 months ago', [tied('hearthlight', 'director', { endedOn: '2024-06-14' })]],
    ['an interest in an organisation without a stake', [tied('bones', 'director')]],
    ['paid advice to it', [tied('bones', 'paid-adviser')]],
    ['family there', [tied('bones', 'family')]],
  ])('%s', (_, interests) => expect(checkAnn(interests)).toEqual({ result: 'clear', findings: [] }))
})

describe('the company', () => {
  test('is of no group: the practices own it as they own their providers', () => {
    const owns = ['valehead', 'company'].map((organisationId) => ({ organisationId, basisPoints: 6_000 }))
    const owned = organisations.map((one) => (one.id === 'garrowmere' ? { ...one, owns } : one))
    const facts = { officer: true as const }
    expect(checkAnn([tied('company', 'employee')], { organisations: owned, facts }).result).toBe('clear')
  })
})

describe('settings (requirements §4)', () => {
  test('partners of an owning practice can be flagged, and its staff barred', () => {
    const settings = { conflict: { rules: { 'staff-of-owning-practice': 'bar' } } }
    expect(checkAnn([], { ...practice, settings }).result).toBe('barred')
  })

  test('ended ties bar for another time', () => {
    const settings = { conflict: { endedTiesBarForMonths: 36 } }
    const [within, before] = ['2023-07-15', '2023-05-15'].map((endedOn) => [
      tied('hearthlight', 'employee', { endedOn }),
    ])
    expect(checkAnn(within ?? [], { settings }).result).toBe('barred')
    expect(checkAnn(before ?? [], { settings }).result).toBe('clear')
  })

  test('small ownership has another threshold', () => {
    const settings = { conflict: { smallOwnershipBelow: 10 } }
    expect(checkAnn([tied('hearthlight', 'owner', { basisPoints: 20 })], { settings }).result).toBe('barred')
  })
})

test.each([
  ['the provider that proposed the case', 'bones', 'barred'],
  ['another that provides something else', 'elsewhere', 'clear'],
])('has a stake in the case: %s', (_, organisationId, result) => {
  const elsewhere = { id: 'elsewhere', name: 'Elsewhere', kind: 'provider' as const, aliases: [], owns: [], areas: [] }
  const matter = {
    ...matterIn({ organisations: [...organisations, elsewhere] }),
    proposer: { kind: 'provider' as const, organisationId: 'bones' },
  }
  const declaration = { kind: 'interests' as const, interests: [tied(organisationId, 'director')] }
  expect(checkConflicts('ann', { declaration }, matter).result).toBe(result)
})

test.each([
  [99, ['bar-this-case', 'flag-small-ownership']],
  [100, ['bar-this-case']],
])(
  'who belongs somewhere says how by a share of one per cent, and by less is staff besides: %i hundredths',
  (basisPoints, rules) => {
    const declaration = { kind: 'interests' as const, interests: [tied('holding', 'owner', { basisPoints })] }
    const providing = withMore('holding', { owns: [], areas: ['mental-health'] })
    const matter = { ...matterIn({ organisations: providing }), works: new Map([['ann', ['holding']]]) }
    expect(checkConflicts('ann', { declaration }, matter).findings.map(({ rule }) => rule)).toEqual(rules)
  },
)

test('paid advice to the practices’ own provider is looked at in every case', () => {
  const declaration = { kind: 'interests' as const, interests: [tied('valehead', 'paid-adviser')] }
  const { findings } = checkConflicts('ann', { declaration }, { ...matterIn(), area: 'prescribing' })
  expect(findings.map(({ rule }) => rule)).toEqual(['flag-paid-adviser'])
})

describe('who decides without sitting', () => {
  const facts = { officer: true as const }
  test('is not conflicted by working for the company', () =>
    expect(checkAnn([tied('company', 'employee')], { facts }).result).toBe('clear'))
  test('is by what bars in this case', () =>
    expect(checkAnn([tied('hearthlight', 'family')], { facts }).result).toBe('barred'))
})
