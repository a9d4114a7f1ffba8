import Fraction from 'fraction.js'
import type { RuleBook } from '../rule-book/rule-book.ts'
import type { Instant } from '../time/instant.ts'
import { ABSTAIN, type OpenVote, type Result, type Tally, yetToVote } from './vote.ts'

/** Counts the ballots of those who are members now: the ballot of a member since excluded is not counted. */
export function tallyOf(
  { options, ballots }: Pick<OpenVote, 'options' | 'ballots'>,
  members: readonly string[],
): Tally {
  const votes: Record<string, number> = Object.fromEntries(options.map((option) => [option, 0]))
  let abstentions = 0
  for (const member of members) {
    const option = ballots[member]?.option
    if (option === ABSTAIN) abstentions += 1
    else if (option !== undefined) votes[option] = (votes[option] ?? 0) + 1
  }
  return { votes, abstentions, members: members.length }
}

const cast = (tally: Tally): number => Object.values(tally.votes).reduce((sum, count) => sum + count, 0)

/** An abstention is taking part. */
export const tookPart = (tally: Tally): number => cast(tally) + tally.abstentions

/** How a vote is counted (rule book). */
export type Voting = RuleBook['voting']

/** An option is carried by more than the set share of the votes cast, or of the members; abstentions are not votes cast. */
export function majority(tally: Tally, { moreThan, of }: Voting['majority']): string | undefined {
  const needed = new Fraction(moreThan).mul(of === 'members' ? tally.members : cast(tally))
  return Object.entries(tally.votes).find(([, count]) => new Fraction(count).gt(needed))?.[0]
}

/** Whether one option has so many votes that those still to come could not change the result; never without the quorum. */
export function canNoLongerTurn(vote: OpenVote, members: readonly string[], { quorum, majority }: Voting): boolean {
  const tally = tallyOf(vote, members)
  const needed = new Fraction(majority.moreThan).mul(members.length)
  return tookPart(tally) >= quorum && Object.values(tally.votes).some((count) => new Fraction(count).gt(needed))
}

/** Without a majority the vote is tied: it is put once more, then it is not carried (requirements §7). */
export function resultOf(tally: Tally, round: number, rule: Voting['majority']): Result | undefined {
  const option = majority(tally, rule)
  if (option !== undefined) return { kind: 'carried', option }
  return round === 1 ? undefined : { kind: 'not carried' }
}

export const hasQuorum = (vote: OpenVote, members: readonly string[], quorum: number): boolean =>
  tookPart(tallyOf(vote, members)) >= quorum

/**
 * A round is over when every member has voted, or when its deadline has passed; and never without the quorum.
 * @param quorum members who must take part (rule book `voting.quorum`)
 */
export function roundIsOver(
  vote: OpenVote,
  members: readonly string[],
  quorum: number,
  at: Instant,
  dueAt?: Instant,
): boolean {
  if (!hasQuorum(vote, members, quorum)) return false
  return yetToVote(vote, members).length === 0 || (dueAt !== undefined && at >= dueAt)
}
