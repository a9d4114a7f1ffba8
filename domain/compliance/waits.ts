import type { Case } from '../case/case.ts'
import type { Party } from '../case/party.ts'
import { chair as chairOf, votingMembers } from '../panel/panel.ts'
import { escalation, openWait } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { undecided } from './compliance.ts'
import { unsupplied } from './missing-document.ts'

/** The programme manager for a first ruling; for a second the panel's chair, or its members while it has none. */
function waitsFor({ compliance, panel }: Case): Party[] {
  const open = undecided(compliance)
  const chair = chairOf(panel)
  const members = (chair === undefined ? votingMembers(panel) : [chair]).map((id) => ({ kind: 'person' as const, id }))
  return [
    ...(open.some(({ first }) => !first) ? [{ kind: 'programme-manager' as const }] : []),
    ...(open.some(({ first }) => first) ? members : []),
  ]
}

export const compliance: WaitRule = {
  waitsFor,
  answered: (theCase) => undecided(theCase.compliance).length === 0,
  atDeadline: (theCase, wait, at) => {
    const left = undecided(theCase.compliance).length
    return [
      escalation(
        theCase,
        wait,
        at,
        `${left} compliance ${left === 1 ? 'question has' : 'questions have'} not been ruled on.`,
      ),
    ]
  },
  consequence:
    'The programme manager, the deputy and whoever is asked are reminded until it is done. No tender is excluded, and none is scored, before two people have ruled on what was found.',
}

export const missingDocument: WaitRule = {
  waitsFor: (theCase) => unsupplied(theCase).map(({ organisationId }) => ({ kind: 'provider', id: organisationId })),
  answered: (theCase) => undecided(theCase.compliance).length === 0,
  atDeadline: (theCase, _, at) => [
    openWait(theCase, 'compliance', at, theCase.ruleBook.evaluation.ruleOnComplianceWithin),
  ],
  consequence: 'The ruling is made without the document that was not supplied.',
}
