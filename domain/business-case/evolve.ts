import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import { putOut } from '../conflict/put-out.ts'
import type { BusinessCase } from './business-case.ts'

export function evolveBusinessCase(businessCase: BusinessCase | undefined, event: Recorded): BusinessCase | undefined {
  if (event.type === 'BusinessCasePut') return { status: 'put', ...event.data, putAt: event.at }
  if (!businessCase) return businessCase
  const { round, version, putAt } = businessCase
  const answered = { round, version, putAt, by: personOf(event.by) ?? '', at: event.at }
  switch (event.type) {
    case 'BusinessCaseApproved':
      return { status: 'approved', ...answered, reasons: event.data.reasons }
    case 'BusinessCaseReturned':
      return { status: 'returned', ...answered, reasons: event.data.reasons }
    case 'BusinessCaseRejected':
      return { status: 'rejected', ...answered, reasons: event.data.reasons }
    default:
      return withoutApprover(businessCase, event)
  }
}

/**
 * When the approver is excluded, the business case is put again to another approver, as long as the case has not gone on. Once
 * the tender is published the approval has had its effect, and whoever decides on what came of it is told
 * (domain/approval/recommendation-blocks.ts).
 */
function withoutApprover(businessCase: BusinessCase, event: Recorded): BusinessCase {
  if (businessCase.status !== 'approved' || !putOut(event).includes(businessCase.by)) return businessCase
  return { ...businessCase, excludedAt: businessCase.excludedAt ?? event.at }
}
