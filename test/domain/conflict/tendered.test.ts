import { describe, expect, test } from 'vitest'
import type { Capacity } from '../../../domain/case/capacity.ts'
import { checkConflicts, recordChecks } from '../../../domain/conflict/check.ts'
import type { Conflicts } from '../../../domain/conflict/conflict.ts'
import { evolveConflicts, openFlags } from '../../../domain/conflict/evolve.ts'
import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import { viewConflicts } from '../../../domain/conflict/view.ts'
import type { Person } from '../../../domain/locality/locality.ts'
import { namedInTenders, unknownInTenders } from '../../../domain/tender/named.ts'
import type { Tender } from '../../../domain/tender/tender.ts'
import { caseIn } from '../case-in.ts'
import { checkAnn, entry, matterIn, organisations, tied, today } from './locality.ts'

/** What the opened tenders name is held against everything that was said before it was known (requirements §4). */

const subcontractor = (name: string) => [{ name, as: 'subcontractor' as const }]
const bidding = { named: [{ organisationId: 'bones', as: 'bidder' as const }] }
type World = Parameters<typeof matterIn>[0]

/** Ann as she stands when it is looked at again, and once what was flagged is cleared. */
function stands(before: Conflicts | undefined, facts: Parameters<typeof checkAnn>[0], world: World = {}) {
  const declaration = { kind: 'interests' as const, interests: facts }
  const matter = { ...matterIn(world), register: JSON.stringify(world) }
  const events = recordChecks(before, { ann: { practiceId: 'ashlarke', declaration } }, matter, 'tender opening')
  return events.reduce((state, event) => evolveConflicts(state, { ...event, at: today, by: { step: 'look' } }), before)
}
const cleared = (conflicts: Conflicts | undefined) =>
  evolveConflicts(conflicts, {
    ...{ type: 'InterestCleared', data: { person: 'ann', reasons: 'Nothing to do with it.' } },
    ...{ at: today, by: { person: 'pm', as: 'programme-manager' } },
  })
const ann = (conflicts: Conflicts | undefined) => conflicts?.standings['ann']

describe('an organisation that only a tender names', () => {
  const director = [tied('ZENITH Care, Ltd.', 'director')]
  const zenith = { unknown: subcontractor('Zenith Care Ltd') }

  test('bars whoever declared it by that name, though it was cleared while nobody knew of the tender', () => {
    const before = cleared(stands(undefined, director))
    expect(ann(before)?.status).toBe('cleared')
    expect(ann(stands(before, director, zenith))).toMatchObject({
      status: 'barred',
      findings: [
        {
          rule: 'bar-this-case',
          evidence: 'Declared: is a director of Zenith Care Ltd, which is named in a tender as subcontractor.',
          toThem: 'Declared: is a director of Zenith Care Ltd, which this case concerns.',
        },
      ],
    })
  })

  test('bars by a relative, and is looked at where others suggest it or the tie is a gift', () => {
    const bob = entry('bob', director)
    const married = {
      kind: 'interests' as const,
      interests: [],
      relations: [{ personId: 'bob', kind: 'family' as const }],
    }
    expect(checkAnn([], { ...zenith, entries: [bob], facts: { declaration: married } }).findings).toMatchObject([
      { rule: 'bar-family', relative: 'bob' },
    ])
    const recorded = [{ ...tied('Zenith Care Ltd', 'director'), source: 'Companies House' }]
    expect(checkAnn([], { ...zenith, entries: [entry('ann', [], { recorded })] }).findings).toMatchObject([
      { rule: 'flag-undeclared' },
    ])
    expect(checkAnn([tied('Zenith Care Ltd', 'gift', { detail: 'A dinner.' })], zenith).findings).toMatchObject([
      { rule: 'flag-gift', evidence: expect.stringContaining('named in a tender') },
    ])
  })

  test('with a name that is only like what was declared, is raised anew: who tenders is not told', () => {
    const alike = { unknown: subcontractor('Zenith Cares Ltd') }
    const again = ann(stands(cleared(stands(undefined, director)), director, alike))
    expect(again?.status).toBe('flagged')
    expect(again && openFlags(again)).toMatchObject([
      {
        rule: 'flag-unknown-organisation',
        evidence: expect.stringContaining('its name is like that of Zenith Cares Ltd'),
        toThem: 'Declared: is a director of “ZENITH Care, Ltd.”, which the register does not know.',
      },
    ])
  })

  test('is looked at where a relative has a tie to one of a like name, in the register or not', () => {
    const married = {
      kind: 'interests' as const,
      interests: [],
      relations: [{ personId: 'bob', kind: 'family' as const }],
    }
    for (const [theirs, named] of [
      ['bones', 'The Bones Co.'],
      ['Zenith Care Ltd', 'Zenith Cares Ltd'],
    ] as const) {
      const world = { unknown: subcontractor(named), entries: [entry('bob', [tied(theirs, 'director')])] }
      const { result, findings } = checkAnn([], { ...world, facts: { declaration: married } })
      expect(result).toBe('flagged')
      expect(findings).toMatchObject([{ rule: 'flag-similar-name', relative: 'bob' }])
      expect(findings[0]?.toThem).not.toContain(named)
    }
  })

  test('is nothing to whoever has no tie to it, and is no organisation where its name says nothing', () => {
    expect(checkAnn([tied('bones', 'director')], zenith)).toEqual({ result: 'clear', findings: [] })
    expect(checkAnn([tied('...', 'director')], { unknown: subcontractor('???') }).findings).toMatchObject([
      { rule: 'flag-unknown-organisation' },
    ])
  })

  test('is told by its name and part, once; of the others, only those that the register has', () => {
    const partners = [
      { name: 'Zenith Care Ltd', as: 'subcontractor' },
      { name: 'BONES', as: 'partner' },
    ]
    const opening = { outcome: 'opened', partners }
    const tender = {
      ...{ status: 'opened', tenders: { northmere: { opening }, hearthlight: { opening } } },
    } as unknown as Tender
    expect(unknownInTenders(tender, organisations)).toEqual(subcontractor('Zenith Care Ltd'))
    expect(namedInTenders(tender, organisations).map(({ organisationId }) => organisationId)).toContain('bones')
    // A bidder that names the commissioning company locks nobody out who runs the case.
    const company = { outcome: 'opened', partners: [{ name: 'The Company', as: 'partner', organisationId: 'company' }] }
    const naming = { status: 'opened', tenders: { northmere: { opening: company } } } as unknown as Tender
    expect(namedInTenders(naming, organisations)).toEqual([{ organisationId: 'northmere', as: 'bidder' }])
  })
})

describe('a gift, or another tie, that was cleared', () => {
  test.each(['gift', 'other'] as const)('is raised again when who it ties to tenders: %s', (kind) => {
    const said = [tied('bones', kind, { detail: 'A weekend in Rome.' })]
    const before = cleared(stands(undefined, said))
    expect(ann(stands(before, said))?.status).toBe('cleared')
    const after = ann(stands(before, said, bidding))
    expect(after).toMatchObject({
      status: 'flagged',
      findings: [{ evidence: expect.stringMatching(/named in a tender as bidder\. “A weekend in Rome\.”$/) }],
    })
    expect(after && openFlags(after)[0]?.toThem).not.toContain('tender')
  })

  test('and when who gave it owns who tenders, with the chain', () => {
    const said = [tied('holding', 'gift', { detail: 'A dinner.' })]
    const world = { named: [{ organisationId: 'northmere', as: 'bidder' as const }] }
    expect(checkAnn(said, world).findings).toMatchObject([
      { rule: 'flag-gift', chain: ['holding', 'northmere'], evidence: expect.stringContaining('owns 50%') },
    ])
  })
})

describe('holdings in one organisation add up before they are held against the threshold', () => {
  const owner = (basisPoints: number, detail = '') => tied('bones', 'owner', { basisPoints, detail })

  test.each([
    ['one of 1.2 %', [owner(120)], 'barred'],
    ['two of 0.6 %', [owner(60), owner(60, 'Of another class.')], 'barred'],
    ['ten of 0.99 %', Array.from({ length: 10 }, (_, index) => owner(99, `Class ${index}.`)), 'barred'],
    ['two of 0.4 %', [owner(40), owner(40, 'Of another class.')], 'flagged'],
  ] as const)('%s', (_, said, result) => expect(checkAnn([...said], bidding).result).toBe(result))

  test('a holding of a relative that others entered, too, is one', () => {
    const recorded = [{ ...owner(60), source: 'Companies House' }]
    const bob = entry('bob', [owner(60)], { recorded })
    const declaration = {
      kind: 'interests' as const,
      interests: [],
      relations: [{ personId: 'bob', kind: 'family' as const }],
    }
    expect(checkConflicts('ann', { declaration }, matterIn({ ...bidding, entries: [bob] }))).toMatchObject({
      result: 'flagged',
      findings: [{ rule: 'flag-close-interest', evidence: expect.stringContaining('This comes to 0.6% in all.') }],
    })
  })
})

describe('what whoever is locked out is told', () => {
  const bidders = (...ids: string[]) => ({
    named: ids.map((organisationId) => ({ organisationId, as: 'bidder' as const })),
    unknown: [{ name: 'Zenith Care Ltd', as: 'partner' as const }],
  })
  type Around = Parameters<typeof checkAnn>[1]
  const married: Around = {
    entries: [entry('bob', [tied('hearthlight', 'director')])],
    facts: {
      declaration: {
        kind: 'interests',
        interests: [],
        relations: [{ personId: 'bob', kind: 'family' }],
      },
    },
  }

  test.each<[string, Parameters<typeof checkAnn>[0], Around]>([
    ['employed by a provider', [tied('hearthlight', 'employee')], {}],
    ['a member of the federation that owns one', [tied('holding', 'member')], {}],
    ['with family in one', [tied('hearthlight', 'family')], {}],
    ['of one until lately', [tied('hearthlight', 'director', { endedOn: '2026-10-01' })], {}],
    ['married to a director', [], married],
    [
      'of others, too',
      [tied('hearthlight', 'employee'), tied('bones', 'director'), tied('Zenith Care Ltd', 'director')],
      {},
    ],
  ])('does not depend on who tenders, where the register bars them: %s', (_, said, world) => {
    const before = checkAnn(said, world)
    expect(before.result).toBe('barred')
    for (const tendered of [bidders('hearthlight'), bidders('bones'), bidders('hearthlight', 'bones', 'northmere')]) {
      const after = checkAnn(said, { ...world, ...tendered })
      expect(after.notice).toBe(before.notice)
      // What they read is that, whatever was found beside it.
      const conflicts = stands(undefined, said, { ...world, ...tendered })
      if (world?.facts === undefined)
        expect([...excludedFrom({ ...(conflicts && { conflicts }) }).values()]).toEqual([before.notice])
    }
    expect(before.notice).not.toMatch(/tender|this case concerns/)
  })

  test.each([
    [
      'whose giver tenders',
      'bones',
      'Declared: had a gift or hospitality from Bones, which this case concerns. “A dinner.”',
    ],
    ['whose giver the register knows', 'hearthlight', undefined],
  ])('is nothing of the tenders, also of a gift %s', (_, from, toThem) => {
    const { findings } = checkAnn([tied(from, 'gift', { detail: 'A dinner.' })], bidders('bones'))
    expect(findings.map((one) => one.toThem)).toEqual(findings.map(() => toThem))
    expect(findings.length).toBeGreaterThan(0)
  })

  test('is their own tie alone, and not where it leads, where a tender bars them', () => {
    const shell = { id: 'shell', name: 'Shell', kind: 'other' as const, aliases: [], areas: [] }
    const owning = [...organisations, { ...shell, owns: [{ organisationId: 'bones', basisPoints: 9_000 }] }]
    const { findings, notice } = checkAnn([tied('shell', 'director')], { organisations: owning, ...bidders('bones') })
    expect(findings[0]?.evidence).toMatch(/Bones.*tender/)
    expect(notice).toBe(
      'Declared: is a director of Shell, which owns a part of one that this case concerns. (bar-ownership-chain)',
    )
  })

  test('holds nothing that is only looked at', () => {
    const both = [tied('hearthlight', 'employee'), tied('bones', 'gift', { detail: 'A dinner.' })]
    const { findings, notice } = checkAnn(both)
    expect(findings.map(({ rule }) => rule)).toContain('flag-gift')
    expect(notice).toMatch(/Hearthlight/)
    expect(notice).not.toMatch(/dinner/)
  })
})

describe('what nominees read of their own standing', () => {
  const own = (conflicts: Conflicts | undefined, as: Capacity) =>
    viewConflicts({ ...caseIn('evaluation'), ...(conflicts && { conflicts }) }, { person: { id: 'ann' } as Person, as })
      .standings[0]

  test.each<[string, Parameters<typeof checkAnn>[0], string]>([
    ['a gift', [tied('bones', 'gift', { detail: 'A dinner.' })], 'flagged'],
    ['paid advice', [tied('bones', 'paid-adviser')], 'clear'],
    ['a small share', [tied('bones', 'owner', { basisPoints: 40 })], 'clear'],
    ['a tie to a provider of the service', [tied('hearthlight', 'paid-adviser')], 'flagged'],
  ])('is the same whoever tendered, unless they sit: %s', (_, said, status) => {
    const first = stands(undefined, said)
    expect(own(first, 'nominee')?.status).toBe(status)
    for (const before of status === 'clear' ? [first] : [first, cleared(first)]) {
      const after = stands(before, said, { named: [...bidding.named, { organisationId: 'hearthlight', as: 'bidder' }] })
      expect(own(after, 'nominee')).toEqual(own(before, 'nominee'))
      // A ruling is wanted all the same, and members, who read the tenders, see that.
      const standing = ann(after)
      expect(standing && openFlags(standing)).not.toEqual([])
      expect(own(after, 'panel-member')?.status).toBe('flagged')
    }
  })
})
