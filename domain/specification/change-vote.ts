import type { Case } from '../case/case.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { evolve } from '../case/evolve.ts'
import type { Matter } from '../conflict/matter.ts'
import { votingMembers } from '../panel/panel.ts'
import { recheckMembers } from '../panel/recheck.ts'
import { votingIn } from '../panel/voting.ts'
import { changeOfTender } from '../tender/change.ts'
import { canNoLongerTurn } from '../vote/count.ts'
import { countRound } from '../vote/decide.ts'
import { evolveVote } from '../vote/evolve.ts'
import { reasonsGiven, type Vote, type VoteEvent, yetToVote } from '../vote/vote.ts'

/**
 * Counts the vote on a change as soon as all have voted or no further ballot could turn it: the tender does not wait, and
 * what has not been counted when it closes comes to nothing. Interests are checked once more first (requirements §4).
 */
export function countChange(
  theCase: Case,
  cast: VoteEvent[],
  matter: Matter | undefined,
  circumstances: Circumstances,
): CaseEvent[] {
  const voted = after(theCase, cast, circumstances)
  if (!isDecided(voted) || !matter) return []
  const checks = recheckMembers(voted, matter, 'specification')
  const checked = after(voted, checks, circumstances)
  if (!isDecided(checked)) return checks
  const { specification, panel } = checked
  const before = specification?.vote
  const counts = countRound('specification', before, votingMembers(panel), votingIn(checked))
  const vote = counts.reduce(
    (state: Vote | undefined, event) => evolveVote('specification', state, { ...event, at: circumstances.at }),
    before,
  )
  return [...checks, ...counts, ...(vote?.status === 'closed' ? outcome(checked, vote, circumstances) : [])]
}

function outcome(
  theCase: Case,
  vote: Extract<Vote, { status: 'closed' }>,
  { at }: Pick<Circumstances, 'at'>,
): CaseEvent[] {
  const version = Number(vote.on)
  if (vote.result.kind === 'carried' && vote.result.option === 'for')
    return [{ type: 'SpecificationApproved', data: { version } }, ...changeOfTender(theCase, version, at)]
  const reasons = reasonsGiven(vote)
    .filter(({ option }) => option !== 'for')
    .map((given) => given.reasons)
  return [{ type: 'ChangeNotApproved', data: { version, reasons } }]
}

function isDecided(theCase: Case): boolean {
  const { specification, panel } = theCase
  const vote = specification?.vote
  if (vote?.status !== 'open') return false
  const members = votingMembers(panel)
  return yetToVote(vote, members).length === 0 || canNoLongerTurn(vote, members, votingIn(theCase))
}

const after = (theCase: Case, events: CaseEvent[], { at, by }: Circumstances): Case => ({
  ...theCase,
  ...events.reduce((state: Parameters<typeof evolve>[0], event) => evolve(state, { ...event, at, by }), theCase),
})
