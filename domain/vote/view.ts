import { tookPart } from './count.ts'
import { type Vote, yetToVote } from './vote.ts'

/**
 * What somebody sees of a vote. While a round is open nobody sees a ballot but their own; when it has been counted the
 * members see all of them with their reasons, and everybody else who sees the vote the tally.
 */
export function viewVote(vote: Vote, members: readonly string[], person: string) {
  const member = members.includes(person)
  const open = vote.status === 'open'
  return {
    status: vote.status,
    options: vote.options,
    ...(vote.on !== undefined && { on: vote.on }),
    rounds: vote.rounds.map(({ tally, countedAt, ballots }) => ({
      tally,
      tookPart: tookPart(tally),
      countedAt,
      ...(member && { ballots }),
    })),
    ...(open && {
      round: vote.round,
      voted: members.length - yetToVote(vote, members).length,
      members: members.length,
      ...(member && vote.ballots[person] && { yours: vote.ballots[person] }),
    }),
    ...(vote.status === 'closed' && { result: vote.result }),
  }
}
