import type { Case } from '../case/case.ts'

/**
 * Whether what a bidder answered to a criterion is not for others to read about: it marked its answer as commercially confidential,
 * or a document that belongs to it (decision 36). Reasons for its score speak of both.
 */
export function isConfidential({ tender }: Pick<Case, 'tender'>, organisationId: string, criterionId: string): boolean {
  if (tender?.status !== 'opened' && tender?.status !== 'ended') return false
  const opening = tender.tenders[organisationId]?.opening
  if (opening?.outcome !== 'opened') return false
  const { confidential = [], documents = [] } = opening
  return (
    confidential.includes(criterionId) ||
    documents.some(
      (one) =>
        one.outcome === 'opened' &&
        one.confidential &&
        (!one.criteria || one.criteria.length === 0 || one.criteria.includes(criterionId)),
    )
  )
}
