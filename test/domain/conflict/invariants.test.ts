import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideLife } from '../../../domain/case/decide.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { flagged } from '../../../domain/conflict/conflict.ts'
import { decideConflict } from '../../../domain/conflict/decide.ts'
import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import { registerRules } from '../../../domain/conflict/verify-checks.ts'
import { decideDecision } from '../../../domain/decision/decide.ts'
import { decideEvaluation } from '../../../domain/evaluation/decide.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { decidePanel } from '../../../domain/panel/decide.ts'
import { invited, votingMembers } from '../../../domain/panel/panel.ts'
import { decideDraw } from '../../../domain/panel-draw/decide.ts'
import { commitmentTo } from '../../../domain/panel-draw/randomness/commit-reveal.ts'
import { heldProblems, rules } from '../../../domain/record/held.ts'
import { type Interest, interestsIn, relationsIn } from '../../../domain/register/declaration.ts'
import { suggestedIn } from '../../../domain/register/strike.ts'
import { renewDeclaration } from '../../../domain/renewal/decide.ts'
import { forming } from '../../../domain/substitution/substituting.ts'
import { bidders } from '../../../domain/tender/tender.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { by, on } from '../case-in.ts'
import { bytesIn } from '../evaluation/price.ts'
import { given } from '../evaluation/scored.ts'
import { monday } from '../story.ts'
import { sealed, terms } from '../tender/terms.ts'
import { DEPUTY, LivedCase, OFFICER, prices, STAFF, secretOf } from './lived-case.ts'
import { entry, organisations, tied } from './locality.ts'
import { Oracle } from './oracle.ts'
import { people, pool, servedBy } from './pool.ts'
import { brokenBy, brokenIn } from './promises.ts'
import { readIn } from './read-in.ts'
import { runs } from './runs.ts'

/**
 * Model-based: whatever people declare, rule, accept, give up, relax, send back, score and vote, in whatever order, what
 * requirements §4 and §5 promise holds after every step. The shipped workflows do the rest by themselves, with the real draw.
 */

const who = fc.constantFrom(...people, OFFICER)
const where = fc.constantFrom('hearthlight', 'hearthside', 'northmere', 'bones', 'valehead', 'holding', 'company')
const kind = fc.oneof(
  fc.constantFrom<Interest['kind']>('director', 'owner'),
  fc.constantFrom<Interest['kind']>('employee', 'member', 'partner', 'paid-adviser', 'gift', 'family', 'other'),
)
const place = fc.option(where, { nil: undefined })
const seat = fc.integer({ min: 0, max: 2 })
/** One of the members, or, as most often, every one of them. */
const whichMembers = fc.oneof({ weight: 3, arbitrary: fc.constant('all' as const) }, { weight: 2, arbitrary: seat })

const from = <T extends object>(weight: number, fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => ({
  weight,
  arbitrary: fc.record(fields),
})
const command = fc.oneof(
  from(6, { do: fc.constant('declare' as const), who, where, kind }),
  from(1, { do: fc.constant('own a little' as const), who, where }),
  from(1, { do: fc.constant('no longer' as const), where }),
  from(1, { do: fc.constant('clear' as const), who }),
  from(2, { do: fc.constant('name' as const), who, whom: who, as: fc.constantFrom('family', 'business-partner') }),
  from(1, { do: fc.constant('record' as const), who, where, kind }),
  from(1, { do: fc.constant('strike' as const), who }),
  from(1, { do: fc.constant('move' as const), who, place }),
  from(1, {
    do: fc.constant('end' as const),
    who,
    endedOn: fc.constantFrom('2010-01-01', '2025-12-31', '2026-01-01'),
  }),
  from(1, {
    do: fc.constant('share' as const),
    where,
    to: where,
    basisPoints: fc.integer({ min: 1, max: 9_000 }),
  }),
  from(3, { do: fc.constant('rule' as const), ruling: fc.constantFrom('cleared', 'managed', 'barred') }),
  from(2, { do: fc.constant('answer' as const), accept: fc.boolean() }),
  from(1, { do: fc.constant('answer as' as const), who }),
  from(4, { do: fc.constant('give up' as const), seat }),
  from(3, { do: fc.constant('a day passes' as const), reveal: fc.integer({ min: 0, max: 2 }) }),
  from(2, { do: fc.constant('relax' as const), choice: fc.integer({ min: 1, max: 3 }) }),
  from(2, { do: fc.constant('those who are eligible' as const) }),
  from(1, { do: fc.constant('pause' as const) }),
  from(1, {
    do: fc.constant('send back' as const),
    to: fc.constantFrom('nomination', 'panel-formation', 'specification'),
  }),
  from(2, { do: fc.constant('renew' as const), members: whichMembers, tied: fc.boolean() }),
  from(1, { do: fc.constant('open the tenders' as const) }),
  from(1, { do: fc.constant('score' as const), members: whichMembers }),
  from(1, { do: fc.constant('score as' as const), who }),
  from(1, {
    do: fc.constant('vote' as const),
    members: whichMembers,
    option: fc.constantFrom('award', 'no award'),
  }),
  from(1, { do: fc.constant('vote as' as const), who }),
)

/** Mostly what is awaited happens, or no sequence would come as far as a vote. */
const commands = fc.array(
  fc.oneof(from(1, { do: fc.constant('what is awaited' as const) }), { weight: 1, arbitrary: command }),
  { minLength: 30, maxLength: 60, size: 'max' },
)
type Command = (typeof command extends fc.Arbitrary<infer T> ? T : never) | { do: 'resume' }

const reason = 'Because.'

/** What those do for whom the case waits now. */
function awaited(lived: LivedCase): Command {
  const { theCase } = lived
  const { life, panel, conflicts } = theCase
  if (life.status === 'paused') return { do: 'resume' }
  const name = forming(theCase).life.wait?.name
  if (flagged(conflicts).length > 0) return { do: 'rule', ruling: 'cleared' }
  if (invited(panel).length > 0) return { do: 'answer', accept: true }
  if (name === 'pool')
    return lived.past.length % 2 === 0 ? { do: 'relax', choice: 1 } : { do: 'those who are eligible' }
  if (life.stage === 'specification' && !life.substitution) return { do: 'open the tenders' }
  switch (life.wait?.name) {
    case 'declarations':
      return { do: 'renew', members: 'all', tied: false }
    case 'scores':
      return { do: 'score', members: 'all' }
    case 'panel vote':
      return { do: 'vote', members: 'all', option: 'award' }
    default:
      return { do: 'a day passes', reveal: 2 }
  }
}

async function done(lived: LivedCase, step: Command): Promise<void> {
  const { theCase, at } = lived
  const begun = lived.past.length
  const members = (chosen: 'all' | number) =>
    votingMembers(theCase.panel).filter((_, index) => chosen === 'all' || index === chosen)
  const tried = (decide: Parameters<LivedCase['tried']>[0]) => lived.tried(decide)
  switch (step.do) {
    case 'declare':
      return lived.declare(step.who, [tied(step.where, step.kind, { detail: 'Words.' })])
    case 'own a little': {
      // Two of them are more than one per cent, of one person or of a household.
      const said = lived.entries.find(({ person }) => person === step.who)?.declaration
      const small = tied(step.where, 'owner', { basisPoints: 60 })
      return lived.declare(step.who, [...interestsIn(said).slice(0, 3), small], relationsIn(said))
    }
    case 'no longer': {
      const one = lived.organisations.find(({ id }) => id === step.where)
      if (one) lived.recordOrganisation({ ...one, owns: [], areas: [], intends: [] })
      return
    }
    case 'clear':
      return lived.declare(step.who, [])
    case 'end': {
      const said = interestsIn(lived.entries.find(({ person }) => person === step.who)?.declaration)
      return lived.declare(
        step.who,
        said.map((one) => ({ ...one, endedOn: step.endedOn })),
      )
    }
    case 'name': {
      const said = lived.entries.find(({ person }) => person === step.who)?.declaration
      if (step.who === step.whom || relationsIn(said).some(({ personId }) => personId === step.whom)) return
      return lived.declare(step.who, interestsIn(said), [...relationsIn(said), { personId: step.whom, kind: step.as }])
    }
    case 'record': {
      const interest = { ...tied(step.where, step.kind, { detail: 'Words.' }), source: 'A newspaper.' }
      return lived.enter({ type: 'InterestRecorded', data: { person: step.who, interest } })
    }
    case 'strike': {
      const held = lived.entries.find(({ person }) => person === step.who)
      const [interest] = held ? suggestedIn(held) : []
      if (interest) lived.enter({ type: 'InterestStruck', data: { person: step.who, interest, reason } })
      return
    }
    case 'move':
      // Whoever runs the programme stays.
      return step.who === STAFF ? undefined : lived.move(step.who, step.place)
    case 'pause':
      return tried(() => decideLife(theCase, { type: 'Pause', reason }, on(at, by(OFFICER, 'programme-manager'))))
    case 'resume':
      return tried(() => decideLife(theCase, { type: 'Resume', reason }, on(at, by(OFFICER, 'programme-manager'))))
    case 'share': {
      const owner = lived.organisations.find(({ id }) => id === step.where)
      const owns = [{ organisationId: step.to, basisPoints: step.basisPoints }]
      if (owner && step.to !== step.where) lived.recordOrganisation({ ...owner, owns })
      return
    }
    case 'rule': {
      const [person] = flagged(theCase.conflicts)
      if (person === undefined) return
      const said = {
        reasons: reason,
        mitigation: 'Somehow.',
        adjudicator: { person: excludedFrom(theCase).has(OFFICER) ? DEPUTY : OFFICER },
      }
      const { ruling } = step
      const read = readIn(theCase, person)
      return tried(() => decideConflict(theCase, { type: 'AdjudicateInterest', ...{ person, ruling, read, ...said } }))
    }
    case 'answer': {
      const [person] = invited(theCase.panel)
      if (person === undefined) return
      return tried(() =>
        decidePanel(theCase, step.accept ? { type: 'AcceptSeat', person, panels: 0 } : { type: 'DeclineSeat', person }),
      )
    }
    case 'answer as':
      return tried(() => decidePanel(theCase, { type: 'AcceptSeat', person: step.who, panels: 0 }))
    case 'give up':
      for (const person of members(step.seat))
        await tried(() => decidePanel(theCase, { type: 'DeclineSeat', person, reason }))
      return
    case 'a day passes':
      return aDay(lived, step.reveal)
    case 'relax':
      return tried(() => decideDraw(theCase, { type: 'RelaxConstraints', choice: step.choice, reason }, on(at)))
    case 'those who are eligible':
      return tried(() =>
        decideDraw(theCase, { type: 'DecideProcedure', how: 'those who are eligible', reasons: reason }, on(at)),
      )
    case 'send back':
      return tried(() =>
        decideLife(theCase, { type: 'SendBack', to: step.to, reason }, on(at, by(OFFICER, 'programme-manager'))),
      )
    case 'open the tenders':
      return theCase.life.stage === 'specification' && theCase.life.status === 'open'
        ? lived.openTenders(tendersOpened(theCase.life.attempt))
        : undefined
    case 'renew':
      for (const [index, person] of members(step.members).entries()) {
        const said =
          step.tied && index === 0
            ? { kind: 'interests' as const, interests: [tied('bones', 'director')] }
            : { kind: 'nothing to declare' as const }
        await tried((now) =>
          renewDeclaration(now, { person, said, matter: lived.matter() }, on(at, by(person, 'panel-member'))),
        )
      }
      for (const { event } of lived.past.slice(begun))
        if (event.type === 'DeclarationRenewed') {
          const { person, declaration } = event.data
          // In the same transaction.
          lived.enter({ type: 'InterestsDeclared', data: { person, declaration } })
        }
      return
    case 'score':
    case 'score as':
      for (const member of step.do === 'score' ? members(step.members) : [step.who])
        for (const organisationId of bidders(theCase.tender))
          await tried((now) =>
            decideEvaluation(
              now,
              { type: 'SubmitScores', member, organisationId, scores: given(4, 3) },
              on(at, by(member, 'panel-member')),
            ),
          )
      return
    case 'vote':
    case 'vote as': {
      const option = step.do === 'vote' ? step.option : 'no award'
      const { decision } = theCase
      const round = decision?.status === 'voting' && decision.vote.status === 'open' ? decision.vote.round : 1
      for (const person of step.do === 'vote' ? members(step.members) : [step.who])
        await tried((now) =>
          decideDecision(now, { type: 'VoteOnAward', person, round, option, reasons: reason }, on(at)),
        )
    }
  }
}

/** Whoever is asked for the draw or the chair does it, some of them; and the clock goes on. */
async function aDay(lived: LivedCase, reveal: number): Promise<void> {
  const { theCase, at } = lived
  const { wait } = forming(theCase).life
  const draw = theCase.panel?.draw?.number ?? 0
  const numbers = (practice: string, which: number) => secretOf(practice, which)
  if (wait?.name === 'contributions')
    for (const practiceId of ['a', 'b'])
      await lived.tried((now) =>
        decideDraw(
          now,
          { type: 'ContributeToDraw', practiceId, commitment: commitmentTo(practiceId, numbers(practiceId, draw + 1)) },
          on(at),
        ),
      )
  else if (wait?.name === 'reveals')
    for (const practiceId of ['a', 'b'].slice(0, reveal))
      await lived.tried((now) =>
        decideDraw(now, { type: 'RevealContribution', practiceId, secret: numbers(practiceId, draw) }, on(at)),
      )
  else if (theCase.panel?.chair?.status === 'choosing') {
    const { candidates, round } = theCase.panel.chair
    for (const person of votingMembers(theCase.panel))
      await lived.tried((now) =>
        decidePanel(now, { type: 'VoteForChair', person, candidate: candidates[0] ?? '', round }),
      )
  }
  await lived.settle()
  // Once it is committed to, the draw has a day of notice, in which people go on declaring.
  lived.at = addMilliseconds(at, (wait?.name === 'contributions' ? 1 : 25) * 3_600_000)
}

/** Without what comes before them: nobody approves, and no time passes. */
const passedBy = new Set<CaseEvent['type']>(['TenderPublished', 'TenderClosed'])

/** Specification and tender pass by: this is what they come to. */
function tendersOpened(attempt: number): CaseEvent[] {
  const tenders = Object.entries(prices).map(([organisationId, { plaintext }]) => ({
    ...{ organisationId, quality: sealed(`${organisationId}-quality`) },
    price: { ...sealed(`${organisationId}-price`), contentSha256: bytesIn(plaintext) },
  }))
  const opening = {
    outcome: 'opened' as const,
    documentKey: 'opened',
    answered: ['quality', 'access'],
    partners: [],
    priceIntact: true,
  }
  return [
    { type: 'StageEntered', data: { stage: 'tender', attempt: attempt + 1 } },
    { type: 'TenderPublished', data: { round: 1, terms, keyName: 'k', publicKeys: { quality: 'q', price: 'p' } } },
    ...tenders.map((tender) => ({ type: 'TenderSubmitted' as const, data: { ...tender, submittedBy: 'pia' } })),
    { type: 'TenderClosed', data: { round: 1, deadline: monday, tenders: tenders.length } },
    { type: 'TendersOpened', data: { round: 1, tenders: tenders.map((tender) => ({ ...tender, opening })) } },
    { type: 'StageEntered', data: { stage: 'evaluation', attempt: attempt + 2 } },
  ]
}

/** Hearthlight, which provides what the case is about, decides for one that does not. */
const withSubsidiary: Organisation[] = [
  ...organisations.map((one) =>
    one.id === 'hearthlight'
      ? { ...one, owns: [...one.owns, { organisationId: 'hearthside', basisPoints: 6_000 }] }
      : one,
  ),
  { ...{ id: 'hearthside', name: 'Hearthside', kind: 'other' }, aliases: [], areas: [], owns: [] },
]

/** Whoever sits for the area, if anybody does, one of a practice; and who has told of an interest before anything is drawn. */
const beginnings = fc.record({
  standing: fc.oneof(
    fc.constant([]),
    fc.constant(['a1', 'b1', 'c1']),
    fc.subarray(['a2', 'b2', 'c1', 'd1', 'e1', STAFF], { minLength: 1 }),
  ),
  tied: fc.option(fc.record({ who, where, kind })),
})

const begin = ({ standing, tied: first }: typeof beginnings extends fc.Arbitrary<infer T> ? T : never) =>
  LivedCase.begin(
    {
      ...{ theCase: servedBy(pool, standing), at: monday, organisations: withSubsidiary },
      entries: [...people, OFFICER].map((person) => ({ ...entry(person, []), declaredAt: '2026-01-05T08:00:00.000Z' })),
    },
    (lived) => {
      if (first) lived.declare(first.who, [tied(first.where, first.kind, { detail: 'Words.' })])
    },
  )

const ownWords = new Set<Command['do']>(['declare', 'own a little', 'clear', 'end', 'name'])

/** Whoever was locked out is so after any word of their own. */
const letThemselvesIn = (before: LivedCase['theCase'], now: LivedCase['theCase']): string[] => {
  const still = excludedFrom(now)
  return [...excludedFrom(before).keys()].filter((person) => !still.has(person))
}

/** What the sequences come by, all of them together. */
const reached = new Set<string>()
const worthwhile = new Set<CaseEvent['type']>([
  ...(['DrawCommitted', 'PanelDrawn', 'NoPanelPossible', 'ConstraintsRelaxed', 'ProcedureDecided'] as const),
  ...(['MemberExcluded', 'SeatDeclined', 'SubstitutionBegun', 'SubstitutionEnded', 'NominationOpened'] as const),
  ...(['InterestCleared', 'DeclarationRenewed', 'TendersOpened', 'ScoresSubmitted'] as const),
  ...(['TendersRanked', 'BallotCast', 'VoteCounted'] as const),
  ...(['StandingMembersSeated', 'StandingPanelSetAside', 'StandingPanelConvened'] as const),
  // Of few sequences perhaps in none.
  ...(process.env['LONG'] ? (['DrawAbandoned', 'PersonBarred'] as const) : []),
])

test('no barred person and no company staff is ever on a panel, scores or votes; at most one per practice; none is short unseen', async () => {
  await fc.assert(
    fc.asyncProperty(beginnings, commands, async (beginning, steps) => {
      const lived = await begin(beginning)
      const oracle = new Oracle()
      // What began it is looked at with the first step.
      let looked = 0
      expect(brokenIn(lived.theCase, oracle.known(lived))).toEqual([])
      for (const said of steps) {
        const one = said.do === 'what is awaited' ? awaited(lived) : said
        const { theCase, past } = lived
        await done(lived, one)
        const after = lived.theCase
        await lived.settle()
        const facts = oracle.known(lived)
        expect(brokenIn(lived.theCase, facts)).toEqual([])
        const held = [...rules, ...registerRules(lived.registerPast())]
        for (const { before, event } of past.slice(looked)) {
          expect(brokenBy(event, before, facts)).toEqual([])
          // Whoever verifies the record finds nothing wrong in it, either.
          if (!passedBy.has(event.type)) expect(heldProblems(before, event, past[looked - 1]?.event, held)).toEqual([])
          looked += 1
          reached.add(event.type)
        }
        if (ownWords.has(one.do)) expect(letThemselvesIn(theCase, after)).toEqual([])
      }
    }),
    runs(32, 2_000),
  )
  // A sequence that never comes so far shows nothing.
  expect([...worthwhile].filter((type) => !reached.has(type))).toEqual([])
})
