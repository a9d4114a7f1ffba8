import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { checkNominees } from '../../../domain/conflict/check-nominees.ts'
import { flagged, isBarred } from '../../../domain/conflict/conflict.ts'
import { decideConflict } from '../../../domain/conflict/decide.ts'
import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import { type Matter, matterOf } from '../../../domain/conflict/matter.ts'
import { recheckCase } from '../../../domain/conflict/recheck.ts'
import { worksOf } from '../../../domain/conflict/works.ts'
import { scorers } from '../../../domain/evaluation/members.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { decidePanel } from '../../../domain/panel/decide.ts'
import { invited, seated, vacancies, votingMembers } from '../../../domain/panel/panel.ts'
import { commitToDraw } from '../../../domain/panel-draw/commit.ts'
import { eligible } from '../../../domain/panel-draw/pool.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Interest, interestsIn, type RegisterEntry } from '../../../domain/register/declaration.ts'
import { evolveEntry } from '../../../domain/register/register.ts'
import { members } from '../case-in.ts'
import { given, scoredBy, scoring } from '../evaluation/scored.ts'
import { withNominees } from '../nominees.ts'
import { following, monday } from '../story.ts'
import { entry, organisations, tied } from './locality.ts'
import { readIn } from './read-in.ts'
import { runs } from './runs.ts'

/**
 * Model-based: whatever people declare, rule, accept and decline, in whatever order, what requirements §4 and §5 promise holds
 * after every step. The workflow does what it can after each; a draw that needs its lottery is any panel of one per practice.
 */

const nominees = ['a1', 'a2', 'b1', 'b2', 'c1', 'd1', 'e1', 'staff'] as const
const practiceOf = (person: string) => (person === 'staff' ? 'f' : person.charAt(0))
const settings = {
  panel: { size: 3, fewestGps: 0, fewestPracticeManagers: 0, fewestExperienced: 0, mostExperienced: 3 },
  voting: { quorum: 2 },
}
/** Decides on the case without sitting. */
const OFFICER = 'pm'
const who = fc.constantFrom(...nominees, OFFICER)
const where = fc.constantFrom('hearthlight', 'northmere', 'bones', 'valehead', 'holding')
const kind = fc.constantFrom<Interest['kind']>(
  'director',
  'owner',
  'employee',
  'paid-adviser',
  'gift',
  'family',
  'other',
)

const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('declare' as const), who, where, kind }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('end' as const),
      who,
      endedOn: fc.constantFrom('2010-01-01', '2025-12-31', '2026-01-01'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('share' as const),
      where,
      to: where,
      basisPoints: fc.integer({ min: 1, max: 9_000 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('rule' as const), ruling: fc.constantFrom('cleared', 'managed', 'barred') }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), accept: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('answer as' as const), who }) },
)
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

interface World {
  theCase: Case
  organisations: Organisation[]
  entries: RegisterEntry[]
  version: number
}

const matter = ({ theCase, organisations: all, entries, version }: World): Matter =>
  matterOf(theCase, { version: String(version), organisations: all, entries }, [], {
    at: monday,
    officers: [OFFICER],
    works: worksOf([{ id: 'staff', roles: ['practice', 'programme-manager'] }], all),
  })
const by = { step: 'a-step' }
const then = (world: World, events: CaseEvent[]): World => ({
  ...world,
  theCase: following(world.theCase, events, monday),
})

/** A refusal changes nothing. */
function tried(world: World, decide: () => CaseEvent[]): World {
  try {
    return then(world, decide())
  } catch (error) {
    if (error instanceof Refusal) return world
    throw error
  }
}

function after(world: World, step: Command): World {
  const { theCase, entries } = world
  const changed = (more: Partial<World>): World => {
    const now = { ...world, ...more, version: world.version + 1 }
    return then(now, recheckCase(now.theCase, matter(now), 'register', { quietly: true }))
  }
  const declare = (person: string, interests: Interest[]) =>
    changed({
      entries: entries.map((one) => {
        if (one.person !== person) return one
        const declaration =
          interests.length > 0 ? { kind: 'interests' as const, interests } : { kind: 'nothing to declare' as const }
        return evolveEntry(
          one,
          { type: 'InterestsDeclared', data: { person, declaration } },
          '2026-01-06T00:00:00.000Z',
        )
      }),
    })
  switch (step.do) {
    case 'declare':
      return declare(step.who, [tied(step.where, step.kind, { detail: 'Words.' })])
    case 'clear':
      return declare(step.who, [])
    case 'end': {
      const said = interestsIn(entries.find(({ person }) => person === step.who)?.declaration)
      return declare(
        step.who,
        said.map((one) => ({ ...one, endedOn: step.endedOn })),
      )
    }
    case 'share':
      return changed({
        organisations: world.organisations.map((one) =>
          one.id === step.where ? { ...one, owns: [{ organisationId: step.to, basisPoints: step.basisPoints }] } : one,
        ),
      })
    case 'rule': {
      const [person] = flagged(theCase.conflicts)
      if (person === undefined) return world
      const said = { reasons: 'Because.', mitigation: 'Somehow.', adjudicator: { person: 'pm' } }
      const { ruling } = step
      const read = readIn(theCase, person)
      return tried(world, () =>
        decideConflict(theCase, { type: 'AdjudicateInterest', ...{ person, ruling, read, ...said } }),
      )
    }
    case 'answer': {
      const [person] = invited(theCase.panel)
      if (person === undefined) return world
      return tried(world, () =>
        decidePanel(theCase, step.accept ? { type: 'AcceptSeat', person, panels: 0 } : { type: 'DeclineSeat', person }),
      )
    }
    case 'answer as':
      return tried(world, () => decidePanel(theCase, { type: 'AcceptSeat', person: step.who, panels: 0 }))
  }
}

/** What the workflow of panel formation does by itself. */
async function worked(world: World): Promise<World> {
  const checked = then(world, checkNominees(world.theCase, { attempt: 3, matter: matter(world) }, { by, at: monday }))
  const { theCase } = checked
  if (flagged(theCase.conflicts).length > 0) return checked
  const step = { attempt: 3, services: {}, salt: () => '0'.repeat(32), contribute: never, prepare: never }
  try {
    return then(checked, await commitToDraw(theCase, step, { by, at: monday }))
  } catch (error) {
    if (!(error instanceof Lottery)) throw error
    return then(checked, [{ type: 'PanelFilledWithoutDraw', data: { people: anyPanel(theCase) } }])
  }
}

class Lottery extends Error {}
const never = async () => {
  throw new Lottery('There is more than one panel: a lottery decides.')
}

function anyPanel(theCase: Case): string[] {
  const taken = new Set(seated(theCase.panel).map(practiceOf))
  const chosen = eligible(theCase, {}).filter(
    (person) => !taken.has(practiceOf(person)) && taken.add(practiceOf(person)),
  )
  return chosen.slice(0, vacancies(theCase.panel, theCase.ruleBook))
}

/** Whoever says so, and whoever the register of people knows as such, though they declare nothing. */
const ofTheCompany = ({ entries }: World): string[] => [
  'staff',
  ...entries.flatMap(({ person, declaration }) =>
    interestsIn(declaration).some(({ organisationId }) => organisationId === 'company') ? [person] : [],
  ),
]

function promisesHold(world: World): void {
  const { theCase } = world
  const { panel, conflicts, life, ruleBook } = theCase
  for (const person of seated(panel)) {
    expect([person, isBarred(conflicts, person)]).toEqual([person, false])
    expect(excludedFrom(theCase).has(person)).toBe(false)
  }
  const staff = ofTheCompany(world)
  expect(seated(panel).filter((person) => staff.includes(person))).toEqual([])
  const practices = seated(panel).map(practiceOf)
  expect(new Set(practices).size).toBe(practices.length)
  if (vacancies(panel, ruleBook) > 0) {
    const { wait } = life
    const escalated = wait?.name === 'pool' && wait.escalatedAt !== undefined
    expect([wait?.name, escalated || wait?.name === 'adjudication' || invited(panel).length > 0]).toEqual([
      wait?.name,
      true,
    ])
  }
}

/** Whoever was locked out is so after any word of their own. */
function noneLetThemselvesIn(before: World, now: World): void {
  const still = excludedFrom(now.theCase)
  expect([...excludedFrom(before.theCase).keys()].filter((person) => !still.has(person))).toEqual([])
}

const begin = (): World => ({
  theCase: withNominees(
    nominees.map((person) => ({ person, practice: practiceOf(person) })),
    settings,
  ),
  organisations,
  entries: [...nominees, OFFICER].map((person) => ({
    ...entry(person, []),
    declaredAt: '2026-01-05T10:00:00.000Z',
  })),
  version: 1,
})

test('no barred person and no company staff is ever on a panel, at most one per practice, and none is short unseen', () =>
  fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
      let world = await worked(begin())
      promisesHold(world)
      for (const one of commands) {
        const said = after(world, one)
        if (one.do === 'declare' || one.do === 'clear' || one.do === 'end') noneLetThemselvesIn(world, said)
        world = await worked(said)
        promisesHold(world)
      }
    }),
    runs(150, 5_000),
  ))

const member = fc.constantFrom(...members)
const act = fc.oneof(
  fc.record({ do: fc.constant('score' as const), member, tender: fc.constantFrom('harbour', 'meadow') }),
  fc.record({ do: fc.constant('bar' as const), member, where: fc.constantFrom('harbour', 'meadow', 'elsewhere') }),
)

test('while tenders are scored, nobody who is barred votes, scores or is counted', () =>
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      let theCase = scoring()
      const entries = new Map<string, RegisterEntry>()
      for (const one of acts) {
        if (one.do === 'score') {
          const now = theCase
          try {
            theCase = scoredBy(now, one.member, one.tender, given(3, 2))
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
          continue
        }
        const before = entries.get(one.member) ?? entry(one.member, [])
        entries.set(one.member, {
          ...entry(one.member, [tied(one.where, 'owner')]),
          dropped: before.dropped,
          declaredAt: '2027-01-01T00:00:00.000Z',
        })
        const named = ['harbour', 'meadow'].map((organisationId) => ({ organisationId, as: 'bidder' as const }))
        const all = ['harbour', 'meadow', 'elsewhere'].map(
          (id): Organisation => ({ id, name: id, kind: 'provider', aliases: [], owns: [], areas: [] }),
        )
        const register = { version: String(entries.size), organisations: all, entries: [...entries.values()] }
        theCase = following(theCase, recheckCase(theCase, matterOf(theCase, register, named), 'register'), monday)
        const barred = members.filter((person) => isBarred(theCase.conflicts, person))
        expect(votingMembers(theCase.panel).filter((person) => barred.includes(person))).toEqual([])
        expect(scorers(theCase).filter((person) => barred.includes(person))).toEqual([])
        if (one.where !== 'elsewhere') expect(barred).toContain(one.member)
      }
    }),
    runs(150, 5_000),
  ))
