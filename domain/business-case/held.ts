import { personOf } from '../case/party.ts'
import { type Rule, refused, rule } from '../record/rule.ts'
import { decideBusinessCase } from './decide.ts'

export const businessCaseRules: readonly Rule[] = [
  rule(
    'A business case is answered once it was put, by an approver who had no part in the proposal and no seat on the panel.',
    ['BusinessCaseApproved', 'BusinessCaseReturned', 'BusinessCaseRejected'],
    ['life', 'businessCase', 'proposal', 'panel'],
    (before, { data, by }) => {
      const approver = { person: personOf(by) ?? '' }
      // Whichever answer it was: all are refused alike.
      return refused(() => decideBusinessCase(before, { type: 'ApproveBusinessCase', approver, reasons: data.reasons }))
    },
  ),
]
