import { describe, expect, test } from 'vitest'
import { MOST_CHANGED, recordChecks } from '../../../domain/conflict/check.ts'
import type { Conflicts } from '../../../domain/conflict/conflict.ts'
import { evolveConflicts } from '../../../domain/conflict/evolve.ts'
import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import type { Matter } from '../../../domain/conflict/matter.ts'
import type { Interest, RegisterEntry } from '../../../domain/register/declaration.ts'
import { entry, matterIn, tied, today } from './locality.ts'

/** Lock-out is total (requirements §4): also of whoever neither sits nor decides, and could only look on. */

const checked = (matter: Matter, before?: Conflicts) =>
  recordChecks(before, {}, matter, 'register', { quietly: true }).reduce(
    (state, event) => evolveConflicts(state, { ...event, at: today, by: { step: 'a-step' } }),
    before,
  )
const looking = (entries: RegisterEntry[], more: Partial<Matter> = {}): Matter => ({
  ...matterIn({ entries }),
  bystanders: entries.map(({ person }) => person),
  ...more,
})
const lockedOut = (conflicts: Conflicts | undefined) => [...excludedFrom({ ...(conflicts && { conflicts }) }).keys()]

describe('whoever only follows a case', () => {
  test.each<[string, Interest[], boolean]>([
    ['is a director of somebody who provides this', [tied('hearthlight', 'director')], true],
    ['has family with an interest in one', [tied('hearthlight', 'family')], true],
    ['owns half of one through another', [tied('holding', 'owner')], true],
    ['was employed by one until lately', [tied('hearthlight', 'employee', { endedOn: '2026-01-31' })], true],
    ["is employed by the practices' own provider", [tied('valehead', 'employee')], true],
    ['is a partner in a practice that owns nothing', [tied('ashlarke', 'partner')], false],
    ['had a present from one', [tied('hearthlight', 'gift', { detail: 'Wine.' })], false],
    ['works for the company', [tied('company', 'employee')], false],
    ['has an interest elsewhere', [tied('bones', 'director')], false],
  ])('and %s: locked out %s', (_, interests, out) => {
    const conflicts = checked(looking([entry('olive', interests)]))
    expect(lockedOut(conflicts)).toEqual(out ? ['olive'] : [])
    // There is nothing to rule on either.
    if (!out) expect(conflicts).toBeUndefined()
  })

  test('is locked out of every case as a partner of a practice with a share in the practices’ own provider, unless the rule book only flags that', () => {
    const partner = [entry('olive', [tied('garrowmere', 'partner')])]
    const prescribing = (more: Partial<Matter> = {}) => looking(partner, { area: 'prescribing', ...more })
    expect(lockedOut(checked(prescribing()))).toEqual(['olive'])
    const { rules } = prescribing()
    const flags = { rules: { ...rules, rules: { ...rules.rules, 'partner-of-owning-practice': 'flag' as const } } }
    expect(lockedOut(checked(prescribing(flags)))).toEqual([])
    const bids: Matter['named'] = [{ organisationId: 'valehead', as: 'bidder' }]
    expect(lockedOut(checked(prescribing({ ...flags, named: bids })))).toEqual(['olive'])
    // Its salaried staff follow the case, and answer for the practice.
    const staff = looking([entry('olive', [tied('garrowmere', 'employee')])], { area: 'prescribing' })
    expect(lockedOut(checked(staff))).toEqual([])
  })

  test('is not asked about what others say, though the rule book bars by it', () => {
    const { rules } = matterIn()
    const strict = { rules: { ...rules, rules: { ...rules.rules, 'flag-undeclared': 'bar' as const } } }
    const kind = 'interests' as const
    const silent = { kind, interests: [], relations: [{ personId: 'never-declared', kind: 'family' as const }] }
    expect(lockedOut(checked(looking([entry('olive', [], { declaration: silent })], strict)))).toEqual([])
  })

  test('is locked out when a tender names who they work for, and told of their interest, not of the tender', () => {
    const quin = entry('quin', [tied('bones', 'director')])
    const named: Matter['named'] = [{ organisationId: 'bones', as: 'subcontractor' }]
    const conflicts = checked(looking([quin], { named }))
    const [reason] = excludedFrom({ ...(conflicts && { conflicts }) }).values()
    expect(reason).toBe('Declared: is a director of Bones, which this case concerns. (bar-this-case)')
    expect(JSON.stringify(conflicts)).toContain('named in a tender as subcontractor')
  })

  test.each<[string, string, Matter['named'], boolean]>([
    ['before there are tenders', 'hearthlight', [], false],
    ['by what nobody tendered with', 'hearthlight', [{ organisationId: 'northmere', as: 'bidder' }], false],
    ['once their own tenders', 'hearthlight', [{ organisationId: 'hearthlight', as: 'bidder' }], true],
    ['once their own is named', 'bones', [{ organisationId: 'bones', as: 'subcontractor' }], true],
    ["by the practices' own provider", 'valehead', [{ organisationId: 'northmere', as: 'bidder' }], false],
    ['once that tenders', 'valehead', [{ organisationId: 'valehead', as: 'bidder' }], true],
  ])('and proposed it sees it like nobody else, until a tender names theirs: %s', (_, where, named, out) => {
    const proposing = looking([entry('pat', [tied(where, 'director')])], {
      ...{ named, proposers: [{ person: 'pat', part: 'clinical lead' }] },
    })
    expect(lockedOut(checked(proposing))).toEqual(out ? ['pat'] : [])
  })

  test('stays so whatever they say afterwards, and is of no rulings', () => {
    const before = checked(looking([entry('olive', [tied('hearthlight', 'director')])]))
    const taken = entry('olive', [], { dropped: [tied('hearthlight', 'director')] })
    expect(lockedOut(checked(looking([taken]), before))).toEqual(['olive'])
    const flags = checked(
      looking([entry('olive', [], { recorded: [{ ...tied('hearthlight', 'director'), source: 'S' }] })]),
    )
    expect(flags).toBeUndefined()
  })

  test('however many they are, one event holds no more than fit, and the next check finds the others', () => {
    const many = Array.from({ length: MOST_CHANGED + 5 }, (_, index) =>
      entry(`olive-${index}`, [tied('hearthlight', 'director')]),
    )
    const first = checked(looking(many))
    expect(lockedOut(first)).toHaveLength(MOST_CHANGED)
    // Who takes part comes first, and what there is no room for waits.
    const taking = {
      ann: { declaration: { kind: 'interests' as const, interests: [tied('hearthlight', 'director')] } },
    }
    const [event] = recordChecks(undefined, taking, looking(many), 'register')
    expect(event?.type === 'ConflictsChecked' && Object.keys(event.data.results)).toHaveLength(MOST_CHANGED)
    expect(event?.data).toMatchObject({ results: { ann: { result: 'barred' } } })
    const second = checked(looking(many), first)
    expect(lockedOut(second)).toHaveLength(many.length)
    expect(recordChecks(second, {}, looking(many), 'register', { quietly: true })).toEqual([])
  })

  test('reads the case again once somebody else struck out what kept them from it, though a seat they had is gone', () => {
    const panel = { seats: { olive: { status: 'excluded' as const, reason: 'Is a director.', at: today } } }
    const conflicts = checked(looking([entry('olive', [tied('hearthlight', 'director')])]))
    const out = (now: Conflicts | undefined) =>
      [...excludedFrom({ ...(now && { conflicts: now }), panel } as never).keys()].join()
    expect(out(conflicts)).toBe('olive')
    expect(out(undefined)).toBe('olive')
    expect(out(checked(looking([entry('olive', [])]), conflicts))).toBe('')
  })
})
