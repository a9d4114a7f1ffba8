import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import type { Matter } from '../conflict/matter.ts'
import { evolvePanel } from '../panel/evolve.ts'
import { votingMembers } from '../panel/panel.ts'
import { recheckMembers } from '../panel/recheck.ts'
import { votingIn } from '../panel/voting.ts'
import { countRound } from '../vote/decide.ts'
import { evolveVote } from '../vote/evolve.ts'
import { reasonsGiven, type Vote } from '../vote/vote.ts'
import { openWait } from '../wait/decide.ts'
import { voteIsOver } from './waits.ts'

/**
 * The step “Open the specification”: the panel begins to write. Entered again — returned by the approver, sent back or
 * resumed — everything written stands and only the wait is opened anew.
 */
export function openSpecification(theCase: Case, { attempt }: { attempt: number }, { at }: Circumstances): CaseEvent[] {
  mustBeCurrent(theCase, attempt)
  const { specification, life, ruleBook } = theCase
  const { approveWithin, voteWithin } = ruleBook.specification
  const writing = openWait(theCase, 'specification', at, approveWithin)
  if (!specification) return [{ type: 'SpecificationOpened', data: {} }, writing]
  if (specification.status === 'drafting' && life.wait?.name !== 'specification') return [writing]
  if (specification.status === 'voting' && life.wait?.name !== 'specification vote')
    return [openWait(theCase, 'specification vote', at, voteWithin)]
  return []
}

/**
 * The step “Count the votes on the specification”. The members' interests are checked once more before their votes count
 * (requirements §4). A tie is put once more; a version that is not approved goes back to be written further.
 */
export function countSpecification(
  theCase: Case,
  step: { attempt: number; matter: Matter },
  { at, by }: Circumstances,
): CaseEvent[] {
  mustBeCurrent(theCase, step.attempt)
  if (theCase.specification?.status !== 'voting' || !voteIsOver(theCase, at)) return []
  const checks = recheckMembers(theCase, step.matter, 'specification')
  let { panel } = theCase
  for (const event of checks) panel = evolvePanel(panel, { ...event, at, by })
  return [...checks, ...counted({ ...theCase, ...(panel && { panel }) }, at)]
}

function counted(theCase: Case, at: string): CaseEvent[] {
  const { specification, panel, ruleBook } = theCase
  if (specification?.status !== 'voting' || !voteIsOver(theCase, at)) return []
  const { approveWithin, voteWithin } = ruleBook.specification
  const { version, vote: before } = specification
  const counts = countRound('specification', before, votingMembers(panel), votingIn(theCase))
  const vote = counts.reduce(
    (state: Vote | undefined, event) => evolveVote('specification', state, { ...event, at }),
    before,
  )
  if (vote?.status !== 'closed') return [...counts, openWait(theCase, 'specification vote', at, voteWithin)]
  if (vote.result.kind === 'carried' && vote.result.option === 'for')
    return [...counts, { type: 'SpecificationApproved', data: { version } }]
  const reasons = reasonsGiven(vote)
    .filter(({ option }) => option !== 'for')
    .map((given) => given.reasons)
  return [
    ...counts,
    { type: 'SpecificationNotApproved', data: { version, reasons } },
    openWait(theCase, 'specification', at, approveWithin),
  ]
}
