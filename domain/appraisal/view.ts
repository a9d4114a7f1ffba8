import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { isSecretariat } from '../locality/locality.ts'
import { votingMembers } from '../panel/panel.ts'
import { viewVote } from '../vote/view.ts'
import { checklist } from './checklist.ts'

/** The panel's appraisal of the proposal. The reasons of the verdict are its answer to the proposer. */
export function viewAppraisal({ appraisal, panel }: Case, { person, as }: Viewer) {
  const inside = isSecretariat(as) || ['panel-member', 'chair', 'approver', 'auditor'].includes(as)
  return {
    checklist,
    status: appraisal?.status ?? ('not yet' as const),
    ...(appraisal?.status === 'concluded' && { verdict: appraisal.verdict, reasons: appraisal.reasons }),
    ...(inside && appraisal && { round: appraisal.round, answers: appraisal.answers }),
    ...(inside && appraisal?.vote && { vote: viewVote(appraisal.vote, votingMembers(panel), person.id) }),
  }
}
