import { bidders, type Tender } from '../tender/tender.ts'
import type { Finding } from './evaluation.ts'

/**
 * What can be checked without judging: the tender could be opened and is what arrived, every criterion is answered, and
 * the sealed price is there. A tender that fails is out of the scoring, with every reason on the record.
 */
export function checkCompliance(tender: Extract<Tender, { status: 'opened' }>): Finding[] {
  return bidders(tender).map((organisationId) => {
    const opening = tender.tenders[organisationId]?.opening
    if (!opening) return { organisationId, reasons: ['The tender was not opened.'] }
    if (opening.outcome === 'failed') return { organisationId, reasons: [opening.reason] }
    const missing = tender.terms.criteria.filter(({ id }) => !opening.answered.includes(id))
    return {
      organisationId,
      reasons: [
        ...missing.map(({ title }) => `It does not answer “${title}”.`),
        ...(opening.priceIntact ? [] : ['Its sealed price is not what arrived.']),
      ],
    }
  })
}
