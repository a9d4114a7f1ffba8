import type { Case } from '../case/case.ts'

/** Whether the bidder marked its answer to a criterion as commercially confidential. */
export function isConfidential({ tender }: Pick<Case, 'tender'>, organisationId: string, criterionId: string): boolean {
  if (tender?.status !== 'opened' && tender?.status !== 'ended') return false
  const opening = tender.tenders[organisationId]?.opening
  return opening?.outcome === 'opened' && (opening.confidential ?? []).includes(criterionId)
}
