import type { Case } from '../../../domain/case/case.ts'
import { type DecisionCommand, decideDecision } from '../../../domain/decision/decide.ts'
import { type DecisionStep, stepDecision } from '../../../domain/decision/step.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
import { price } from '../evaluation/price.ts'
import { stepped as evaluated, given, matter, opened, scoredByAll, scoring, tendered } from '../evaluation/scored.ts'
import { following } from '../story.ts'

/**
 * A case that has just entered decision: Harbour is first, Meadow second, and Ridge did not comply.
 * @param odd who scored Meadow higher than the others
 */
export function ranked(settings: Parameters<typeof tendered>[1] = {}, odd = 'guy'): Case {
  const openings = { harbour: opened(), meadow: opened(), ridge: opened(['access']) }
  const scored = scoredByAll(scoring(tendered(openings, settings)), members, (member, tender) =>
    tender === 'harbour' ? given(5, 4) : given(member === odd ? 4 : 3, 3),
  )
  const closed = (['CloseScoring', 'CloseModeration'] as const).reduce(
    (before, type) => evaluated(before, { type, attempt: 6 }),
    scored,
  )
  const prices = { harbour: price(300_000), meadow: price(200_000) }
  const priced = evaluated(closed, { type: 'OpenPrices', attempt: 6, prices })
  const placed = evaluated(priced, { type: 'RankTenders', attempt: 6 })
  return following(placed, [{ type: 'StageEntered', data: { stage: 'decision', attempt: 7 } }], START)
}

export const step = (theCase: Case, type: DecisionStep['type'], at = START) =>
  stepDecision(theCase, { type, attempt: 7, matter: matter(theCase), most: 10, bytes: 1_000_000, names: {} }, on(at))

export const stepped = (theCase: Case, type: DecisionStep['type'], at = START): Case =>
  following(theCase, step(theCase, type, at), at, { step: 'a-step' })

export const doing = (theCase: Case, command: DecisionCommand, at = START) => decideDecision(theCase, command, on(at))

export const done = (theCase: Case, command: DecisionCommand, at = START): Case =>
  following(theCase, doing(theCase, command, at), at)

export const voted = (theCase: Case, votes: Record<string, string>, round = 1, at = START): Case =>
  Object.entries(votes).reduce(
    (before, [person, option]) =>
      done(before, { type: 'VoteOnAward', person, round, option, reasons: `${person} says ${option}` }, at),
    theCase,
  )

export const allFor = (option: string, people = members): Record<string, string> =>
  Object.fromEntries(people.map((member) => [member, option]))

/** Voted on, counted and confirmed. */
export const confirmed = (option = 'award', theCase = ranked()): Case =>
  done(
    stepped(voted(stepped(theCase, 'OpenAwardVote'), allFor(option, votingMembers(theCase.panel))), 'CountAwardVote'),
    {
      type: 'ConfirmRecommendation',
      reasons: 'It follows from the record.',
    },
  )

/** Announced on this instant, with the standstill begun. */
export const announced = (at = START, theCase = confirmed()): Case =>
  stepped(stepped(theCase, 'WriteLetters', at), 'AnnounceOutcome', at)

/** The panel answers a representation, all of its members present. */
export const answered = (theCase: Case, decision: 'stands' | 'reopened', id = 1): Case =>
  done(theCase, {
    type: 'AnswerRepresentation',
    chair: CHAIR,
    id,
    decision,
    reasons: 'It was read again.',
    present: votingMembers(theCase.panel),
  })
