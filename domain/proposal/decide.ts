import type { Case } from '../case/case.ts'
import type { LifeEvent } from '../case/decide.ts'
import { mustBeIn } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { contradictions } from '../rule-book/contradictions.ts'
import { brokenPromises } from '../rule-book/promises.ts'
import { defaultRuleBook, type RuleBook } from '../rule-book/rule-book.ts'
import { openWait, type WaitEvent } from '../wait/decide.ts'
import { areas, elsewhere } from './areas.ts'
import type { ProposalForm } from './proposal.ts'

export type ProposalEvent =
  | { type: 'ProposalSubmitted'; data: { form: ProposalForm; submittedBy: string } }
  | { type: 'ProposalReturned'; data: { reasons: string } }
  | { type: 'ProposalResubmitted'; data: { form: ProposalForm } }
  | { type: 'ProposalAccepted'; data: { ruleBook: RuleBook } }
  | { type: 'ProposalRedirected'; data: { whereTo: string } }

export type ProposalCommand =
  /** The programme manager's check that it is complete and in an area that the company leads; not a judgement of it. */
  | { type: 'AcceptProposal'; ruleBook: RuleBook }
  | { type: 'ReturnProposal'; reasons: string }
  | { type: 'RedirectProposal'; whereTo?: string }
  | { type: 'ResubmitProposal'; form: ProposalForm }

/** The first events of a case. */
export function submitProposal(
  form: ProposalForm,
  submittedBy: string,
  { at }: Circumstances,
): (ProposalEvent | WaitEvent)[] {
  const { escalateAfter, remindAfter } = defaultRuleBook().submission
  return [
    { type: 'ProposalSubmitted', data: { form, submittedBy } },
    openWait({ ruleBook: defaultRuleBook() }, 'triage', at, escalateAfter, remindAfter),
  ]
}

export function decideProposal(
  theCase: Case,
  command: ProposalCommand,
  { at }: Circumstances,
): (ProposalEvent | WaitEvent | LifeEvent)[] {
  mustBeIn(theCase, 'submission')
  const { proposal, ruleBook } = theCase
  const { submission } = ruleBook
  const area = areas[proposal.form.area]
  if (command.type === 'ResubmitProposal') {
    refuseUnless(
      proposal.status === 'returned',
      'AlreadyDone',
      'This proposal has not been returned, so there is nothing to submit again.',
    )
    return [
      { type: 'ProposalResubmitted', data: { form: command.form } },
      openWait(theCase, 'triage', at, submission.escalateAfter, submission.remindAfter),
    ]
  }
  refuseUnless(
    proposal.status === 'submitted',
    'AlreadyDone',
    proposal.status === 'returned'
      ? 'This proposal has been returned to its proposer. You can accept or return it once it is submitted again.'
      : 'This proposal has already been answered.',
  )
  switch (command.type) {
    case 'AcceptProposal':
      refuseUnless(
        area.level === 1,
        'NotAllowed',
        `${area.name} is level ${area.level}: only areas that the company leads (level 1) go to a panel. Answer with where to take it.`,
      )
      return [{ type: 'ProposalAccepted', data: { ruleBook: mustBeKept(command.ruleBook) } }]
    case 'ReturnProposal':
      return [
        { type: 'ProposalReturned', data: { reasons: command.reasons } },
        openWait(theCase, 'correction', at, submission.correctWithin),
      ]
    case 'RedirectProposal': {
      refuseUnless(
        area.level !== 1,
        'NotAllowed',
        `${area.name} is level 1: the company leads it. Accept the proposal or return it.`,
      )
      const whereTo = command.whereTo ?? elsewhere[area.level]
      return [
        { type: 'ProposalRedirected', data: { whereTo } },
        { type: 'CaseEnded', data: { outcome: 'redirected', reason: whereTo } },
      ]
    }
  }
}

/** @throws Refusal Invalid, with every setting that no panel could meet, or that would break a promise */
function mustBeKept(ruleBook: RuleBook): RuleBook {
  const faults = [...contradictions(ruleBook), ...brokenPromises(ruleBook)]
  if (faults.length > 0)
    throw new Refusal(
      'Invalid',
      'No case can be run by these rules, and they are fixed with the case. Change them, then accept the proposal.',
      faults,
    )
  return ruleBook
}
