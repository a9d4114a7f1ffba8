import { decideAppraisal } from '../appraisal/decide.ts'
import { verdictOf } from '../appraisal/step.ts'
import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { decideDecision } from '../decision/decide.ts'
import { votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { type RecordedAs, type Rule, refused, rule, same, unless } from '../record/rule.ts'
import { mustHaveRenewedToDecide } from '../renewal/renewal.ts'
import { decideSpecification } from '../specification/decide.ts'
import { canNoLongerTurn, roundIsOver } from './count.ts'
import { countRound } from './decide.ts'
import type { Matter, OpenVote, Vote } from './vote.ts'

/** Which noun keeps the vote on a matter. */
const nounOf = { appraisal: 'appraisal', specification: 'specification', award: 'decision' } as const

const reads = ({ data }: { data: { matter: Matter } }) =>
  [
    nounOf[data.matter],
    'life',
    'panel',
    'ruleBook',
    ...(data.matter === 'award' ? (['evaluation'] as const) : []),
  ] as const

function voteOn(theCase: Case, matter: Matter): Vote | undefined {
  const noun = theCase[nounOf[matter]]
  return noun && 'vote' in noun ? noun.vote : undefined
}

export const voteRules: readonly Rule[] = [
  rule(
    'Ballots are cast by members who sit on the panel and are not excluded, once by each in a round, for what is put to the vote, while the round is open; and on an award by members who have declared their interests in the tenders.',
    ['BallotCast'],
    reads,
    (before, event) => [
      ...refused(() => castAgain(before, event)),
      ...refused(() => event.data.matter === 'award' && mustHaveRenewedToDecide(before, event.data.person)),
    ],
  ),
  rule(
    'A vote is not opened over one that is open.',
    ['VoteOpened'],
    ({ data }) => [nounOf[data.matter]],
    (before, { data: { matter } }) =>
      unless(voteOn(before, matter)?.status !== 'open', `a vote on the ${matter} was open`),
  ),
  rule(
    'A vote is counted when its round is over. The count is that of the ballots of its round, of those who then sit, with the quorum and the majority that the rules of the case name.',
    ['VoteCounted'],
    (event) => [...reads(event), 'tender'],
    countProblems,
  ),
  rule(
    'The panel concludes of the proposal, and approves of the specification, what its vote carried.',
    ['AppraisalConcluded', 'SpecificationApproved'],
    ({ type }) => [type === 'AppraisalConcluded' ? 'appraisal' : 'specification'],
    (before, { type, data }) => {
      const matter = type === 'AppraisalConcluded' ? 'appraisal' : 'specification'
      const vote = voteOn(before, matter)
      if (vote?.status !== 'closed') return [`no vote on the ${matter} had been counted`]
      const carried =
        type === 'AppraisalConcluded'
          ? verdictOf(vote) === data.verdict
          : same(vote.result, { kind: 'carried', option: 'for' }) && vote.on === String(data.version)
      return unless(carried, 'it is not what the vote carried')
    },
  ),
]

/** @throws Refusal where it could not be cast */
function castAgain(before: Case, { data: { matter, ...ballot }, at, by }: RecordedAs<'BallotCast'>): CaseEvent[] {
  switch (matter) {
    case 'appraisal':
      return decideAppraisal(before, { type: 'VoteOnProposal', ...ballot }, { at, by })
    case 'specification':
      return decideSpecification(before, { type: 'VoteOnSpecification', ...ballot }, { at, by })
    case 'award':
      return decideDecision(before, { type: 'VoteOnAward', ...ballot }, { at, by })
  }
}

function countProblems(before: Case, { data, at }: RecordedAs<'VoteCounted'>): string[] {
  const { matter } = data
  const vote = voteOn(before, matter)
  if (vote?.status !== 'open') return [`no vote on the ${matter} was open`]
  const members = votingMembers(before.panel)
  const rule = votingIn(before)
  return refused(
    () => countRound(matter, vote, members, rule),
    (counted) => [
      ...unless(
        counted.every((event) => same(event.data, data)),
        'the ballots do not make this count',
      ),
      ...unless(
        isOver(before, matter, vote, members, at),
        'the round was not over: members had yet to vote, and it was not due',
      ),
    ],
  )
}

/** A change of what is asked is counted as soon as no ballot could turn it (domain/specification/change-vote.ts). */
function isOver(before: Case, matter: Matter, vote: OpenVote, members: readonly string[], at: string): boolean {
  const rule = votingIn(before)
  const { life, tender } = before
  if (roundIsOver(vote, members, rule.quorum, at, life.wait?.dueAt)) return true
  return matter === 'specification' && tender?.status === 'open' && canNoLongerTurn(vote, members, rule)
}
