import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
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
      return businessCase
  }
}
