import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { isMember, votingMembers } from '../panel/panel.ts'
import type { ProposalForm } from '../proposal/proposal.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { type CastBallot, castBallot, openVote } from '../vote/decide.ts'
import { openWait } from '../wait/decide.ts'
import { type Appraisal, type findings, proposalIsReturned, unansweredItems, verdicts } from './appraisal.ts'
import { type ChecklistItem, checklist } from './checklist.ts'

export type AppraisalCommand =
  | {
      type: 'AnswerChecklist'
      item: ChecklistItem
      person: string
      finding: (typeof findings)[number]
      comment: string
      /** When the answer that was read was given, null where there was none; absent, whatever stands is replaced. */
      over?: string | null | undefined
    }
  | ({ type: 'VoteOnProposal' } & CastBallot)
  /** The proposer sends the proposal that the panel returned again, revised. */
  | { type: 'ReviseProposal'; form: ProposalForm }

export function decideAppraisal(theCase: Case, command: AppraisalCommand, { at }: Circumstances): CaseEvent[] {
  mustBeIn(theCase, 'specification')
  const { appraisal } = theCase
  refuseUnless(appraisal, 'TooEarly', 'The panel is being asked to appraise the proposal. Try again in a minute.')
  switch (command.type) {
    case 'AnswerChecklist': {
      const { type: _, over, ...answer } = command
      mustBeMember(theCase, answer.person)
      mustBeOpen(appraisal)
      const standing = appraisal.answers[answer.item]?.at ?? null
      refuseUnless(
        over === undefined || over === standing,
        'Stale',
        'Another member has answered this item since you read it. Nothing was changed. Read what they wrote, then save again.',
      )
      const voting = appraisal.vote?.status === 'open' && Object.keys(appraisal.vote.ballots).length > 0
      refuseUnless(
        !voting,
        'TooLate',
        'Members have started to vote on the answers to the checklist, so they can no longer be changed.',
      )
      return [{ type: 'ChecklistAnswered', data: answer }]
    }
    case 'VoteOnProposal': {
      const { type: _, ...ballot } = command
      mustBeMember(theCase, ballot.person)
      mustBeOpen(appraisal)
      const missing = unansweredItems(appraisal)
      if (missing.length > 0)
        throw new Refusal(
          'TooEarly',
          'The panel votes once the whole checklist is answered.',
          missing.map((item) => ({ path: ['checklist', item], message: `Not answered yet: ${checklist[item]}` })),
        )
      return castBallot('appraisal', appraisal.vote, votingMembers(theCase.panel), ballot)
    }
    case 'ReviseProposal': {
      refuseUnless(
        proposalIsReturned(appraisal),
        'WrongStage',
        'The panel has not returned this proposal: there is nothing to revise.',
      )
      const faults = unchangeable(theCase.proposal.form, command.form)
      if (faults.length > 0)
        throw new Refusal('Invalid', 'The panel was formed for this proposal, so some of it cannot be changed.', faults)
      return [
        { type: 'ProposalRevised', data: { form: command.form } },
        ...appraisalRound(theCase, appraisal.round + 1, at),
      ]
    }
  }
}

/** Opens a round of appraisal: the checklist is empty, and the vote open with it. */
export const appraisalRound = (theCase: Case, round: number, at: string): CaseEvent[] => [
  { type: 'AppraisalOpened', data: { round } },
  openVote('appraisal', [...verdicts]),
  openWait(theCase, 'appraisal', at, theCase.ruleBook.specification.appraiseWithin),
]

/**
 * The fields that a revised proposal may not change: conflicts were judged by them, and another area, proposer or lead would
 * need another panel.
 */
function unchangeable(before: ProposalForm, after: ProposalForm): Fault[] {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const fault = (field: keyof ProposalForm, what: string): Fault[] =>
    same(before[field], after[field])
      ? []
      : [{ path: [field], message: `Leave ${what} as it was, or withdraw this proposal` }]
  return [
    ...fault('area', 'the commissioning area'),
    ...fault('proposer', 'the proposer'),
    ...fault('clinicalLead', 'the clinical lead'),
    ...fault('projectManager', 'the project manager'),
  ]
}

function mustBeMember({ panel }: Case, person: string): void {
  refuseUnless(
    isMember(panel, person),
    'NotAllowed',
    'Only members of this panel who are not excluded can appraise its proposal.',
  )
}

function mustBeOpen(appraisal: Appraisal): void {
  refuseUnless(appraisal.status === 'open', 'TooLate', 'The panel has decided on this proposal.')
}
