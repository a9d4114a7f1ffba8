import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { recordChecks } from '../../../domain/conflict/check.ts'
import { checkNominees, nomineeFacts } from '../../../domain/conflict/check-nominees.ts'
import { checksInWords } from '../../../domain/conflict/checks-in-words.ts'
import type { Check } from '../../../domain/conflict/conflict.ts'
import { type Matter, matterOf } from '../../../domain/conflict/matter.ts'
import { registerRules } from '../../../domain/conflict/verify-checks.ts'
import { chain, GENESIS } from '../../../domain/record/chain.ts'
import { heldProblems } from '../../../domain/record/held.ts'
import { REGISTER, type RegisterExport, versionOf } from '../../../domain/register/export.ts'
import { RegisterPast } from '../../../domain/register/past.ts'
import type { RegisterEvent } from '../../../domain/register/register.ts'
import { interest, register, withNominees } from '../nominees.ts'
import { recordOf } from '../record/whole.ts'
import { following, monday, pastOf, submitted } from '../story.ts'

/** The record of a case beside that of the register: what a check found is found again. */

const friday = '2026-01-02T09:00:00.000Z'
const tuesday = '2026-01-06T10:00:00.000Z'
const by = { step: 'a-step' }

function registered(...told: (RegisterEvent & { at?: string })[]): RegisterExport['events'] {
  const events: RegisterExport['events'] = []
  for (const { at = friday, type, data } of told) {
    const payload = { salt: 'a', data }
    events.push({ entry: chain(events.at(-1)?.entry ?? GENESIS, { caseId: REGISTER, at, by, type }, payload), payload })
  }
  return events
}

const recorded = register.map(
  (organisation): RegisterEvent => ({
    type: 'OrganisationRecorded',
    data: { organisation, reason: 'The companies register' },
  }),
)
const director = { organisationId: 'talking', kind: 'director' as const, detail: '' }
/** Bob’s brother decides for a provider of what the case is about; Cyd works for it, says the register of people alone. */
const events = registered(
  ...recorded,
  { type: 'InterestsDeclared', data: { person: 'brother', declaration: interest('talking', 'director') } },
  { type: 'InterestRecorded', data: { person: 'ann', interest: { ...director, source: 'The companies register' } } },
  { type: 'RegisterLoaded', data: { organisations: [], people: [], belonging: { talking: ['cyd', 'eve'] } } },
  { type: 'BelongingChanged', data: { person: 'eve', began: ['bones'], ended: ['talking'] } },
)
const past = new RegisterPast({ events })

const theCase = withNominees([
  { person: 'ann' },
  {
    person: 'bob',
    declaration: { kind: 'interests', interests: [], relations: [{ personId: 'brother', kind: 'family' }] },
  },
  { person: 'cyd' },
  { person: 'dee' },
])

/** The check of the nominees as the step makes it, from the register after so many events. */
function checkedWith(some: RegisterExport['events'], of: Case = theCase) {
  const { register: then, works } = new RegisterPast({ events: some }).after(some.length)
  const matter = matterOf(of, then, [], { at: monday, works })
  const [checks] = checkNominees(of, { attempt: 3, matter }, { at: monday, by })
  if (checks?.type !== 'ConflictsChecked') throw new Error('Nothing was checked.')
  return checks
}
const honest = checkedWith(events)

const problems = (event: CaseEvent, { of = theCase, at = monday, from = past } = {}) =>
  heldProblems(of, { ...event, at, by }, undefined, registerRules(from)).join('\n')

const saying = (results: Record<string, Partial<Check> | undefined>): CaseEvent => ({
  ...honest,
  data: {
    ...honest.data,
    results: Object.fromEntries(
      Object.entries({ ...honest.data.results, ...results }).flatMap(([person, check]) =>
        check ? [[person, { ...honest.data.results[person], ...check } as Check]] : [],
      ),
    ),
  },
})

describe('a check for conflicts, reckoned again from the record of the register', () => {
  test('is what the rules find: what is declared, entered by others, said by relatives and known of where people work', () => {
    const { results } = honest.data
    expect(Object.entries(results).map(([person, { result }]) => `${person} ${result}`)).toEqual([
      ...['ann flagged', 'bob barred', 'cyd barred', 'dee clear'],
    ])
    expect(problems(honest)).toBe('')
    // In another order, and other words: those are of the release that wrote them.
    const [evidence, toThem] = ['In the words of another release.', 'And theirs.']
    const otherWords = results['ann']?.findings.map((one) => ({ ...one, evidence, toThem })).reverse()
    expect(problems(saying({ ann: { findings: otherWords ?? [] } }))).toBe('')
  })

  const clear = { result: 'clear' as const, findings: [] }
  test.each<[string, CaseEvent, string]>([
    [
      'bars nobody who is clear',
      saying({ dee: { result: 'barred' } }),
      'results.dee: it says barred, and by the register clear',
    ],
    ['clears nobody who is barred', saying({ bob: clear }), 'results.bob: it says clear, and by the register barred'],
    ['nor who is barred for where they work', saying({ cyd: clear }), 'results.cyd: it says clear'],
    [
      'leaves out no finding',
      saying({ ann: { findings: [] } }),
      'results.ann: it says flagged, and by the register flagged',
    ],
    [
      'says who entered what, and what would bar',
      saying({ ann: { findings: honest.data.results['ann']?.findings.map(({ wouldBar: _, ...one }) => one) ?? [] } }),
      'results.ann: ',
    ],
    ['leaves out nobody', saying({ bob: undefined }), 'results: bob is left out, and by the register'],
    [
      'names a version that the register had',
      { ...honest, data: { ...honest.data, register: 'a'.repeat(16) } },
      'register: the register never had the version',
    ],
  ])('%s', (_, event, problem) => {
    const later = registered(...recorded, {
      type: 'RegisterLoaded',
      data: { organisations: [], people: [], belonging: {} },
    })
    const goingOn = new RegisterPast({
      events: [...events, ...later.map((one) => ({ ...one, entry: { ...one.entry, at: tuesday } }))],
    })
    expect(problems(event, { from: goingOn })).toContain(problem)
  })

  test('goes by the version that it names, or what was entered while it was made', () => {
    const before = events.slice(0, register.length)
    const early = checkedWith(before)
    expect(early.data.results['cyd']?.result).toBe('clear')
    expect(problems(early)).toBe('')
    const meanwhile = { ...honest, data: { ...honest.data, register: versionOf(before.at(-1)?.entry ?? GENESIS) } }
    expect(problems(meanwhile)).toBe('')
    // But not what was entered afterwards.
    const late = events.map((one, index) =>
      index < before.length ? one : { ...one, entry: { ...one.entry, at: tuesday } },
    )
    expect(problems(meanwhile, { from: new RegisterPast({ events: late }) })).toContain('results.cyd')
  })

  describe('in the midst of a stage', () => {
    const taken: CaseEvent = { type: 'PanelFilledWithoutDraw', data: { people: ['dee'] } }
    const sitting = following(theCase, [honest, taken], monday, by)
    const declares = (person: string) =>
      registered({
        ...{ at: tuesday, type: 'InterestsDeclared' },
        data: { person, declaration: interest('talking', 'director') },
      })
    const knowing = (some: RegisterExport['events']) => {
      const from = new RegisterPast({ events: some })
      const { register: then, works } = from.after(some.length)
      return { from, matter: matterOf(sitting, then, [], { at: tuesday, works }) }
    }
    const found = (matter: Matter, facts = {}) => {
      const [event] = recordChecks(sitting.conflicts, facts, matter, 'register')
      if (event?.type !== 'ConflictsChecked') throw new Error('Nothing was found.')
      return event
    }
    const at = tuesday
    const otherwise = (event: ReturnType<typeof found>, person: string, check?: Check): CaseEvent => {
      const { [person]: _, ...others } = event.data.results
      return { ...event, data: { ...event.data, results: { ...others, ...(check && { [person]: check }) } } }
    }
    const { from, matter } = knowing([...events, ...declares('dee')])

    test('a member is not left out of it; whoever has no seat may be', () => {
      const event = found(matter, nomineeFacts(sitting, ['dee']))
      expect(problems(event, { of: sitting, at, from })).toBe('')
      expect(problems(otherwise(event, 'dee'), { of: sitting, at, from })).toContain('results: dee is left out')
      expect(problems(otherwise(event, 'dee'), { of: following(theCase, [honest], monday, by), at, from })).toBe('')
    })

    test('whoever decides or looks on is found as they are, in either capacity', () => {
      const known = knowing([...events, ...declares('pm')])
      for (const capacity of [{ officers: ['pm'] }, { bystanders: ['pm'] }]) {
        const event = found({ ...known.matter, ...capacity })
        expect(event.data.results['pm']?.result).toBe('barred')
        expect(problems(event, { of: sitting, at, from: known.from })).toBe('')
        const forged = otherwise(event, 'pm', { result: 'clear', findings: [] })
        expect(problems(forged, { of: sitting, at, from: known.from })).toContain('results.pm: it says clear')
      }
    })

    test('what an officer declares against the bidders counts before the register has it', () => {
      const said = interest('talking', 'director')
      const renewed = { type: 'DeclarationRenewed', data: { round: 1, person: 'pm', said, declaration: said } } as const
      const before = knowing(events)
      const own = { person: 'pm', declaration: said, declaredAt: at, dropped: [], recorded: [] }
      const entries = new Map(before.matter.entries).set('pm', own)
      const event = found({ ...before.matter, entries, officers: ['pm'] })
      const holds = (last?: CaseEvent) =>
        heldProblems(sitting, { ...event, at, by }, last && { ...last, at, by }, registerRules(before.from)).join()
      expect(holds(renewed)).toBe('')
      expect(holds()).toContain('results.pm: it says barred')
      expect(holds({ ...renewed, data: { ...renewed.data, person: 'dee' } })).toContain('results.pm: it says barred')
    })

    test('a member does not score with what the register had known for a day', () => {
      const opened = { type: 'ScoringOpened', data: { tenders: [] } } as unknown as CaseEvent
      const wednesday = '2026-01-07T10:00:01.000Z'
      expect(problems(opened, { of: sitting, at: wednesday, from })).toContain('had known for a day of dee')
      expect(problems(opened, { of: sitting, at: tuesday, from })).toBe('')
      expect(problems(opened, { at: wednesday, from })).toBe('')
    })
  })

  test('of a register that ends before it is not made again, and that is said', () => {
    const record = recordOf([...submitted, ...pastOf(theCase), honest])
    const short = new RegisterPast({ events: events.slice(0, 2) })
    expect(problems(honest, { from: short })).toBe('')
    expect(checksInWords(record, past)).toEqual([
      'each of its 1 checks for conflicts finds what the rules find in the register as it was then',
    ])
    expect(checksInWords(record, short)).toEqual([expect.stringContaining('0 of its 1 checks')])
  })

  test('tells who was kept out of a draw by an entry that was taken back since', () => {
    const brothers = { person: 'brother', interest: { ...director, source: 'Hearsay' } }
    const entered = registered(...recorded, { type: 'InterestRecorded', data: brothers })
    const mended: RegisterEvent = { type: 'InterestStruck', data: { ...brothers, reason: 'It was somebody else.' } }
    const struck = [...entered, ...registered(mended).map((one) => ({ ...one, entry: { ...one.entry, at: tuesday } }))]
    const checks = checkedWith(entered)
    expect(checks.data.results['bob']?.result).toBe('barred')
    const draw = { draw: 1, source: { kind: 'drand-quicknet', round: 1 }, committedAt: monday }
    const commitment = { type: 'DrawCommitted', data: { terms: draw, salts: {} } } as unknown as CaseEvent
    const record = recordOf([...submitted, ...pastOf(theCase), checks, commitment])
    expect(checksInWords(record, new RegisterPast({ events: entered }))).toHaveLength(1)
    expect(checksInWords(record, new RegisterPast({ events: struck }))).toEqual([
      expect.stringContaining('each of its'),
      expect.stringMatching(/^bob was barred when draw 1 was committed to, by what the register said then/),
    ])
  })
})

describe('what the register had known for a day', () => {
  const stale = checkedWith(events.slice(0, register.length))
  const of = following(theCase, [stale], monday, by)
  const commitment = { type: 'DrawCommitted', data: { salts: { bob: '', cyd: '', dee: '' } } } as unknown as CaseEvent

  test('was found by a check before anybody was in the pool of a draw', () => {
    expect(problems(commitment, { of: following(theCase, [honest], monday, by), at: tuesday })).toBe('')
    expect(problems(commitment, { of, at: tuesday }).split('\n')).toEqual([
      expect.stringMatching(/^no check had found what the register had known for a day of bob: .*\(bar-family\)/),
      expect.stringMatching(/of cyd: .*\(bar-this-case\)/),
    ])
  })

  test('is no more than a day old, and still so', () => {
    const at = (moment: string) =>
      events.map((one, index) => (index < register.length ? one : { ...one, entry: { ...one.entry, at: moment } }))
    expect(
      problems(commitment, { of, at: tuesday, from: new RegisterPast({ events: at('2026-01-05T10:00:01.000Z') }) }),
    ).toBe('')
    const struck = registered(...recorded)
    expect(problems(commitment, { of, at: tuesday, from: new RegisterPast({ events: struck }) })).toBe('')
  })
})
