import type { Instant } from '../time/instant.ts'
import type { Matter, Vote, VoteEvent } from './vote.ts'

/** The vote on `matter` after one more event; a vote opened again replaces the last (both stay on the record). */
export function evolveVote(
  matter: Matter,
  vote: Vote | undefined,
  event: VoteEvent & { at: Instant },
): Vote | undefined {
  if (event.data.matter !== matter) return vote
  if (event.type === 'VoteOpened') {
    const { matter: _, ...put } = event.data
    return { status: 'open', ...put, rounds: [], round: 1, ballots: {} }
  }
  if (vote?.status !== 'open') return vote
  switch (event.type) {
    case 'BallotCast': {
      const { person, option, reasons } = event.data
      return { ...vote, ballots: { ...vote.ballots, [person]: { option, reasons, at: event.at } } }
    }
    case 'VoteCounted': {
      const { tally, result } = event.data
      const { status: _, ballots, round, ...put } = vote
      const common = {
        ...put,
        rounds: [...vote.rounds, { ballots, tally, countedAt: event.at }],
      }
      return result
        ? { status: 'closed', ...common, result }
        : { status: 'open', ...common, round: round + 1, ballots: {} }
    }
  }
}
