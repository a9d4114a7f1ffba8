import { Refusal, refuseUnless } from '../refusal.ts'
import { hasQuorum, resultOf, tallyOf, tookPart, type Voting } from './count.ts'
import { ABSTAIN, type Matter, type Vote, type VoteEvent } from './vote.ts'

export interface CastBallot {
  /** The round that the person saw: a ballot for a round that has been counted is refused. */
  round: number
  person: string
  option: string
  reasons: string
}

export const openVote = (matter: Matter, options: string[], on?: string): VoteEvent => ({
  type: 'VoteOpened',
  data: { matter, options, ...(on === undefined ? {} : { on }) },
})

/**
 * @param members who can vote now: accepted, not excluded
 * @throws Refusal NotAllowed (no member), TooEarly (no vote), TooLate (counted), Stale (another round), AlreadyDone
 * (voted in this round), Invalid (no such option, no reasons)
 */
export function castBallot(
  matter: Matter,
  vote: Vote | undefined,
  members: readonly string[],
  ballot: CastBallot,
): VoteEvent[] {
  const { round, person, option } = ballot
  refuseUnless(members.includes(person), 'NotAllowed', 'Only members of this panel who are not excluded can vote.')
  refuseUnless(vote, 'TooEarly', 'This has not been put to the vote yet.')
  refuseUnless(vote.status === 'open', 'TooLate', 'This vote has already been counted.')
  refuseUnless(
    round === vote.round,
    'Stale',
    `Round ${vote.round} of this vote is open, not round ${round}. Read its result so far and vote again.`,
  )
  refuseUnless(
    !vote.ballots[person],
    'AlreadyDone',
    'You have already voted in this round. You cannot change your vote once it is cast.',
  )
  const reasons = ballot.reasons.trim()
  const choices = [...vote.options, ABSTAIN]
  const faults = [
    ...(choices.includes(option) ? [] : [{ path: ['option'], message: `Choose one of: ${choices.join(', ')}` }]),
    ...(reasons === '' ? [{ path: ['reasons'], message: 'Give the reasons for your vote' }] : []),
  ]
  if (faults.length > 0) throw new Refusal('Invalid', 'This vote is not complete.', faults)
  return [{ type: 'BallotCast', data: { matter, round, person, option, reasons } }]
}

/**
 * Counts the open round. The caller has seen that it is over (`roundIsOver`).
 * @throws Refusal NoQuorum
 */
export function countRound(
  matter: Matter,
  vote: Vote | undefined,
  members: readonly string[],
  { quorum, majority }: Voting,
): VoteEvent[] {
  if (vote?.status !== 'open') return []
  const tally = tallyOf(vote, members)
  refuseUnless(
    hasQuorum(vote, members, quorum),
    'NoQuorum',
    `${tookPart(tally)} of ${members.length} members have voted; ${quorum} must take part for the vote to count.`,
  )
  const result = resultOf(tally, vote.round, majority)
  return [{ type: 'VoteCounted', data: { matter, round: vote.round, tally, ...(result && { result }) } }]
}
