import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { drawLeft } from '../panel-draw/give-up.ts'
import { countRound } from '../vote/decide.ts'
import { evolveVote } from '../vote/evolve.ts'
import { reasonsGiven, type Vote } from '../vote/vote.ts'
import { openWait } from '../wait/decide.ts'
import { proposalIsReturned, type Verdict, verdicts } from './appraisal.ts'
import { appraisalRound } from './decide.ts'
import { voteIsOver } from './waits.ts'

/** The step “Open the appraisal”. Entered again, what was answered and voted stands and only the wait is opened anew. */
export function openAppraisal(theCase: Case, { attempt }: { attempt: number }, { at }: Circumstances): CaseEvent[] {
  mustBeCurrent(theCase, attempt)
  const { appraisal, life, ruleBook } = theCase
  if (!appraisal) return appraisalRound(theCase, 1, at)
  if (appraisal.status === 'open' && life.wait?.name !== 'appraisal')
    return [openWait(theCase, 'appraisal', at, ruleBook.specification.appraiseWithin)]
  if (proposalIsReturned(appraisal) && life.wait?.name !== 'revision') return [askForRevision(theCase, at)]
  return []
}

const askForRevision = (theCase: Case, at: string) =>
  openWait(theCase, 'revision', at, theCase.ruleBook.specification.reviseWithin)

/**
 * The step “Count the votes on the proposal”. A tie is put once more. A vote that is not carried says neither that it
 * should proceed nor that it should be declined: the proposal goes back to its proposer with everybody's reasons.
 */
export function countAppraisal(theCase: Case, { attempt }: { attempt: number }, { at }: Circumstances): CaseEvent[] {
  mustBeCurrent(theCase, attempt)
  const { appraisal, panel, ruleBook } = theCase
  if (appraisal?.status !== 'open' || !voteIsOver(theCase, at)) return []
  const counted = countRound('appraisal', appraisal.vote, votingMembers(panel), votingIn(theCase))
  const vote = counted.reduce(
    (state: Vote | undefined, event) => evolveVote('appraisal', state, { ...event, at }),
    appraisal.vote,
  )
  if (vote?.status !== 'closed')
    return [...counted, openWait(theCase, 'appraisal', at, ruleBook.specification.appraiseWithin)]
  const verdict = verdictOf(vote)
  const given = reasonsGiven(vote)
  const reasons = given
    .filter(({ option }) => vote.result.kind === 'not carried' || option === verdict)
    .map((one) => one.reasons)
  const concluded: CaseEvent[] = [...counted, { type: 'AppraisalConcluded', data: { verdict, reasons } }]
  switch (verdict) {
    case 'proceed':
      return concluded
    case 'return':
      return [...concluded, askForRevision(theCase, at)]
    case 'decline':
      return [
        ...concluded,
        ...drawLeft(theCase, 'The panel declined the proposal.'),
        {
          type: 'CaseEnded',
          data: { outcome: 'declined', reason: `The panel declined the proposal: ${reasons.join(' ')}` },
        },
      ]
  }
}

/** What a vote carried; where nothing was carried, the proposal goes back. */
export function verdictOf({ result }: Extract<Vote, { status: 'closed' }>): Verdict {
  const carried = result.kind === 'carried' ? result.option : undefined
  return verdicts.find((verdict) => verdict === carried) ?? 'return'
}
