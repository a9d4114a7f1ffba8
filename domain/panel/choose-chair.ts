import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { commitTo, type SeedCommitment } from '../panel-draw/seed.ts'
import type { Instant } from '../time/instant.ts'
import { openWait, type WaitEvent } from '../wait/decide.ts'
import { type ChairLot, type Choosing, chairLot, chairVotes, leading } from './chair.ts'
import { chosenChair, type PanelEvent, vacancies, votingMembers } from './panel.ts'
import { votingIn } from './voting.ts'

type Decided = PanelEvent | WaitEvent

const ask = (theCase: Case, at: Instant) => openWait(theCase, 'chair', at, theCase.ruleBook.panel.chooseChairWithin)

/**
 * The step “Ask the panel for its chair”: opens the choice, unless there is a chair, or a choice that still fits the panel.
 *
 * @param seed promised now, for a lot that may become necessary
 */
export function askForChair(
  theCase: Case,
  { attempt, seed }: { attempt: number; seed: SeedCommitment },
  { at }: Circumstances,
): Decided[] {
  mustBeCurrent(theCase, attempt)
  const { panel, life, ruleBook } = theCase
  if (vacancies(panel, ruleBook) > 0 || chosenChair(panel) !== undefined) return []
  if (panel?.chair?.status === 'choosing') return life.wait?.name === 'chair' ? [] : [ask(theCase, at)]
  return [{ type: 'ChairVoteOpened', data: { round: 1, candidates: votingMembers(panel), seed } }, ask(theCase, at)]
}

/** Whether the votes can be counted: all have voted, or some have and the deadline has passed. A vacant seat is filled first. */
export function chairVotesAreIn(theCase: Case, at: Instant): boolean {
  const { panel, life, ruleBook } = theCase
  if (panel?.chair?.status !== 'choosing' || vacancies(panel, ruleBook) > 0) return true
  const members = votingMembers(panel)
  const { votes } = panel.chair
  const cast = members.filter((member) => votes[member] !== undefined).length
  if (cast === members.length) return true
  const late = life.wait !== undefined && at >= life.wait.dueAt
  // Nobody had voted at the deadline: then one vote alone does not choose.
  return late && cast >= (life.wait?.escalatedAt === undefined ? 1 : Math.min(votingIn(theCase).quorum, members.length))
}

/**
 * The step “Count the votes for the chair”: most votes win; a tie is put once more between those tied, then decided by lot.
 *
 * @param seed the one that was promised when the choice was opened
 */
export function countForChair(
  theCase: Case,
  step: { attempt: number; seed: string | undefined },
  { at }: Circumstances,
): Decided[] {
  mustBeCurrent(theCase, step.attempt)
  const { panel, ruleBook } = theCase
  if (panel?.chair?.status !== 'choosing' || vacancies(panel, ruleBook) > 0) return []
  if (!chairVotesAreIn(theCase, at)) return []
  const { seed } = panel.chair
  const votes = chairVotes(panel.chair, votingMembers(panel))
  const [first, ...others] = leading(votes)
  // Everyone who was voted for has been excluded since: the choice begins again.
  if (first === undefined)
    return [{ type: 'ChairVoteOpened', data: { round: 1, candidates: votingMembers(panel), seed } }, ask(theCase, at)]
  if (others.length === 0) return [{ type: 'ChairChosen', data: { person: first, votes } }]
  if (panel.chair.round === 1)
    return [{ type: 'ChairVoteOpened', data: { round: 2, candidates: [first, ...others], seed } }, ask(theCase, at)]
  const lot = lotWith(panel.chair, [first, ...others], step.seed)
  return [{ type: 'ChairChosen', data: { person: lot.drawn, votes, lot } }]
}

function lotWith(chair: Choosing, tied: string[], seed: string | undefined): ChairLot {
  if (seed === undefined || commitTo(chair.seed.name, seed).hash !== chair.seed.hash)
    throw new Error('The seed of the lot is not the one that was promised.')
  return chairLot(chair, tied, seed)
}
