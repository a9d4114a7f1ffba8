import type { Case } from '../case/case.ts'
import { type LifeEvent, mustBeIn, mustBeOpen, mustNotHaveEnded } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import { isLockedOut, mayServe } from '../conflict/conflict.ts'
import { pool } from '../nomination/nomination.ts'
import { invited, seated } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { forming } from '../substitution/substituting.ts'
import { told } from '../time/deadline.ts'
import type { WaitEvent } from '../wait/decide.ts'
import { committedDraw } from './commit.ts'
import type { Draw, DrawEvent, procedures } from './draw.ts'
import { type ElsewhereCommand, takeElsewhere } from './elsewhere.ts'
import { limitsOf, type RelaxedLimit } from './limits.ts'
import { signatureBrought } from './randomness/brought.ts'
import { commitmentTo } from './randomness/commit-reveal.ts'
import { keyOf, misshapen, type Shape, written } from './randomness/public-numbers.ts'
import { existsFrom, type Source } from './randomness/source.ts'
import { sourceKind } from './source-of.ts'

export type DrawCommand =
  /** @param commitment `commitmentTo(practiceId, secret)`: the secret stays with the practice until it is revealed */
  | { type: 'ContributeToDraw'; practiceId: string; commitment: string }
  | { type: 'RevealContribution'; practiceId: string; secret: string }
  /** Each person who enters them copies them down for themselves: they count when two have entered the same. */
  | { type: 'EnterPublicNumbers'; numbers: string[] }
  /** @param beacon what the page of the round shows, or its signature */
  | { type: 'BringRound'; draw: number; beacon: string }
  /** @param choice which of the alternatives, counted from 1 */
  | { type: 'RelaxConstraints'; choice: number; reason: string }
  | { type: 'DecideProcedure'; how: (typeof procedures)[number]; reasons: string }
  | ElsewhereCommand

type Decided = DrawEvent | WaitEvent | LifeEvent

export function decideDraw(theCase: Case, command: DrawCommand, { at, by }: Circumstances): Decided[] {
  switch (command.type) {
    case 'ContributeToDraw':
      return contribute(theCase, command)
    case 'RevealContribution': {
      const { draw, source } = committedFrom(theCase, 'commit-reveal', at)
      const { practiceId, secret } = command
      const promised = source.contributions.find((one) => one.by === practiceId)
      refuseUnless(
        promised,
        'NotAllowed',
        'Your practice did not contribute to this draw, so there is nothing to reveal.',
      )
      refuseUnless(
        draw.reveals.every((one) => one.by !== practiceId),
        'AlreadyDone',
        'Your practice has already revealed its number.',
      )
      if (commitmentTo(practiceId, secret) !== promised.commitment)
        throw new Refusal('Invalid', 'This is not the number that your practice committed to.', [
          { path: ['secret'], message: `Enter the number whose commitment is ${promised.commitment}` },
        ])
      return [{ type: 'DrawContributionRevealed', data: { draw: draw.terms.draw, by: practiceId, secret } }]
    }
    case 'EnterPublicNumbers': {
      const { draw, source } = committedFrom(theCase, 'public-numbers', at)
      const { numbers } = command
      refuseUnless(
        draw.numbers === undefined,
        'AlreadyDone',
        'Two people have entered the same numbers, and they are on the record, so nobody can enter others. Anybody can compare them with what was published.',
      )
      if (numbers.length !== source.sources.length)
        throw new Refusal('Invalid', `Enter the numbers of ${source.sources.length} sources, in their order.`, [
          { path: ['numbers'], message: `Enter the numbers of: ${source.sources.join('; ')}` },
        ])
      return [copied(theCase, draw, readNumbers(numbers, source.numbers), personOf(by) ?? '')]
    }
    case 'ChangeRandomness':
    case 'GiveUpNumbers':
      return takeElsewhere(theCase, command)
    case 'BringRound':
      return [bring(theCase, command, at)]
    case 'RelaxConstraints': {
      const { alternatives } = impossibleNow(theCase)
      refuseUnless(
        alternatives.length > 0,
        'NotAllowed',
        'Changing a limit would not help. Send the case back to nomination, or ask the approver how it is to be decided.',
      )
      const { choice, reason } = command
      const chosen = alternatives[choice - 1]
      if (!chosen)
        throw new Refusal('Invalid', 'This alternative does not exist.', [
          { path: ['choice'], message: `Choose a number from 1 to ${alternatives.length}` },
        ])
      const { changes, limits, quorum } = chosen
      return [
        { type: 'ConstraintsRelaxed', data: { changes, limits, reason, ...(quorum !== undefined && { quorum }) } },
      ]
    }
    case 'DecideProcedure': {
      const { people, unsolved } = impossibleNow(theCase)
      const { how, reasons } = command
      const decided: Decided = { type: 'ProcedureDecided', data: { how, reasons } }
      refuseUnless(
        how !== 'without a panel' || theCase.life.substitution === undefined,
        'NotAllowed',
        'The panel is in place: it decides with a quorum, or with the members who are eligible.',
      )
      if (how === 'without a panel')
        return [decided, { type: 'CaseEnded', data: { outcome: 'redirected', reason: reasons } }]
      const { still, limits } = thoseWhoFit(theCase, people)
      refuseUnless(
        still.length > 0,
        'NotAllowed',
        'Nobody is eligible. The case must be decided without a panel, or sent back for more nominees.',
      )
      refuseUnless(
        unsolved === undefined,
        'NotAllowed',
        'There are more people than seats, and the draw between them could not be worked out. The case must be decided without a panel, sent back to nomination, or paused and resumed to try again.',
      )
      const relaxed = [...(theCase.panel?.relaxed ?? []), ...limits]
      const { quorum } = votingIn({ ruleBook: theCase.ruleBook, panel: { seats: {}, relaxed } })
      return [
        decided,
        // At most one of a practice stays: where there are more of them than seats, the workflow draws between them.
        { type: 'ConstraintsRelaxed', data: { changes: how, limits, reason: reasons, quorum } },
      ]
    }
  }
}

/** Stages in which a number may be contributed: to the draw of the panel, or to one of a substitute. */
const contributing = ['nomination', 'panel-formation', 'specification', 'tender', 'evaluation']

function contribute(
  theCase: Case,
  { practiceId, commitment }: Extract<DrawCommand, { type: 'ContributeToDraw' }>,
): Decided[] {
  mustBeOpen(theCase)
  const { life, nomination, panel, ruleBook, draws = {} } = theCase
  refuseUnless(contributing.includes(life.stage), 'WrongStage', 'Nothing more is drawn in this case.')
  refuseUnless(
    sourceKind(ruleBook) === 'commit-reveal',
    'NotAllowed',
    'The draws in this case take their randomness from elsewhere, so practices do not contribute.',
  )
  refuseUnless(nomination?.practices.includes(practiceId), 'NotAllowed', 'Your practice was not invited to this case.')
  refuseUnless(
    panel?.contributions?.[practiceId] === undefined,
    'AlreadyDone',
    'Your practice has already contributed to the next draw.',
  )
  refuseUnless(
    !panel?.silent?.includes(practiceId),
    'NotAllowed',
    'Your practice did not reveal its number for an earlier draw in this case, so it cannot contribute to another.',
  )
  const used = Object.values(draws).some(({ terms: { source } }) =>
    source.kind === 'commit-reveal' ? source.contributions.some((one) => one.commitment === commitment) : false,
  )
  if (used)
    throw new Refusal('Invalid', 'This number was used in an earlier draw, and may be known.', [
      { path: ['commitment'], message: 'Make a new random number' },
    ])
  return [{ type: 'DrawContributionMade', data: { practiceId, commitment } }]
}

/**
 * The round that was named stands until the panel is drawn. Brought later, it is put on the record beside a draw from the
 * fallback: everybody is shown which panel it would have drawn (decision 15).
 */
function bring(
  theCase: Case,
  { draw: number, beacon }: Extract<DrawCommand, { type: 'BringRound' }>,
  at: string,
): DrawEvent {
  mustNotHaveEnded(theCase)
  const draw = theCase.draws?.[number]
  refuseUnless(draw, 'NotFound', 'There is no draw with this number in this case.')
  const { source } = draw.terms
  if (source.kind !== 'drand-quicknet')
    throw new Refusal('NotAllowed', 'This draw takes its randomness from elsewhere: see what it was committed to.')
  refuseUnless(draw.status !== 'abandoned', 'WrongStage', 'This draw was abandoned, so it takes no randomness.')
  refuseUnless(
    draw.status !== 'drawn' || draw.from === 'fallback',
    'AlreadyDone',
    'The panel has been drawn from this round.',
  )
  refuseUnless(draw.brought === undefined, 'AlreadyDone', 'Somebody has brought this round. It is on the record.')
  const from = existsFrom(source)
  refuseUnless(at >= from, 'TooEarly', `Round ${source.round} does not exist before ${told(from)}.`)
  const found = signatureBrought(source.round, beacon)
  if ('problem' in found)
    throw new Refusal('Invalid', 'This is not the round that the draw named.', [
      { path: ['beacon'], message: found.problem },
    ])
  return { type: 'RoundBrought', data: { draw: number, round: source.round, signature: found.signature } }
}

/** The draw that waits for its randomness, from a source of this kind that exists by now. */
function committedFrom<Kind extends Source['kind']>(
  theCase: Case,
  kind: Kind,
  at: string,
): { draw: Draw; source: Extract<Source, { kind: Kind }> } {
  // A pause stops no randomness: whoever may pause a case decides on no number by it.
  mustNotHaveEnded(theCase)
  const draw = committedDraw(theCase)
  refuseUnless(draw, 'WrongStage', 'No draw is waiting for its randomness at the moment.')
  const source = draw.terms[theCase.panel?.draw?.from ?? 'source']
  if (source?.kind !== kind)
    throw new Refusal('NotAllowed', 'This draw takes its randomness from elsewhere: see what it was committed to.')
  const from = existsFrom(source)
  refuseUnless(
    at >= from,
    'TooEarly',
    `This can be done from ${told(from)}: until then nobody may know the randomness.`,
  )
  return { draw, source: source as Extract<Source, { kind: Kind }> }
}

/**
 * Numbers count once two people have copied down the same. Somebody who finds a mistake in their own copy enters it again; each
 * copy stays on the record.
 */
function copied(
  theCase: Case,
  { terms, copies = {} }: Draw,
  { numbers, key }: { numbers: string[]; key: string },
  person: string,
): DrawEvent {
  const { [person]: own, ...others } = copies
  refuseUnless(
    own?.join() !== numbers.join(),
    'AlreadyDone',
    'You have entered these numbers. Somebody else must enter them too: your deputy, the person you stand in for, or the approver.',
  )
  // Whoever was found to be conflicted since has copied nothing (requirements §4).
  const alike = Object.entries(others).some(
    ([other, theirs]) => !isLockedOut(theCase, other) && theirs.join() === numbers.join(),
  )
  return { type: 'PublicNumbersEntered', data: { draw: terms.draw, numbers, key, alike } }
}

/** As a certificate writes them. Every source that is wrong is named. @throws Refusal Invalid */
function readNumbers(numbers: readonly string[], shape: Shape): { numbers: string[]; key: string } {
  const faults = numbers.flatMap((one) => unreadable(one, shape) ?? [])
  if (faults.length > 0)
    throw new Refusal(
      'Invalid',
      'These are not the numbers that the draw was bound to.',
      faults.map((message) => ({ path: ['numbers'], message })),
    )
  return { numbers: numbers.map(written), key: keyOf(numbers) }
}

function unreadable(numbers: string, shape: Shape): string | undefined {
  try {
    return misshapen(numbers, shape)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return error.message
  }
}

function impossibleNow(theCase: Case) {
  mustBeIn(forming(theCase), 'panel-formation')
  const { panel } = theCase
  refuseUnless(
    panel?.impossible && invited(panel).length === 0,
    'WrongStage',
    'A panel is possible, so no limit needs to change.',
  )
  return panel.impossible
}

/**
 * Who of these people can still be drawn, and every limit moved so far that one of each practice are a panel, together with those who
 * sit; never a larger one than there was to be.
 */
export function thoseWhoFit(
  { ruleBook, panel, nomination, conflicts }: Pick<Case, 'ruleBook' | 'panel' | 'nomination' | 'conflicts'>,
  people: readonly string[],
): { still: string[]; limits: RelaxedLimit[] } {
  const nominated = pool(nomination ?? { nominees: {} })
  const still = people.filter((person) => nominated.includes(person) && mayServe(conflicts, person))
  const { panelSize, quotas } = limitsOf(ruleBook, panel?.relaxed)
  const practiceOf = (person: string) => nomination?.nominees[person]?.practiceId
  const practices = new Set([...seated(panel), ...still].map(practiceOf))
  const size = Math.min(panelSize, practices.size)
  const limits: RelaxedLimit[] = [
    { limit: 'size', from: panelSize, to: size },
    ...quotas.flatMap(({ category, feature, min, max }): RelaxedLimit[] => [
      { limit: 'min', category, feature: String(feature), from: min, to: 0 },
      { limit: 'max', category, feature: String(feature), from: max, to: size },
    ]),
  ]
  return { still, limits }
}
