import { lowPricesOf } from '../evaluation/low-price.ts'
import { chosen } from '../tender/few-tenders.ts'
import type { Tender } from '../tender/tender.ts'
import type { Disclosed, Part } from './part.ts'

/** Tenders by what was published and by their hashes; what they say stays where it is kept. */
export const notices = ({ theCase: { tender } }: Disclosed): Part[] =>
  !tender || tender.status === 'due'
    ? []
    : [
        {
          path: 'tender/published.json',
          what: `The tender of round ${tender.round}: what was published, every change of it, every question and answer, the hashes of every tender`,
          data: tender,
        },
      ]

/** What was found in each tender of the round: its documents by name, type, size and hash, and which are confidential. */
export function openedTenders({ theCase: { tender } }: Disclosed): Part[] {
  if (!tender || !('openedAt' in tender) || tender.openedAt === undefined) return []
  return [
    {
      path: 'tender/documents.json',
      what: 'Every tender as it was opened: each document with its hash, what is confidential, partners and subcontractors. The documents themselves stay where they are kept: the auditor reads them in the portal, and holds them against these hashes',
      data: documentsOf(tender),
    },
  ]
}

const documentsOf = (tender: Exclude<Tender, { status: 'due' }>) =>
  Object.entries(tender.tenders).map(([organisationId, one]) => ({
    organisationId,
    submittedAt: one.submittedAt,
    quality: { sha256: one.quality.sha256, contentSha256: one.quality.contentSha256 },
    price: { sha256: one.price.sha256, contentSha256: one.price.contentSha256 },
    ...('opening' in one && { opening: one.opening }),
  }))

/** What people ruled on what was found wrong with a tender, and what was supplied late. */
export const compliance = ({ theCase: { compliance: ruled, evaluation } }: Disclosed): Part[] => {
  const findings = evaluation && 'findings' in evaluation ? evaluation.findings : []
  return ruled || findings.length > 0
    ? [
        {
          path: 'compliance.json',
          what: 'Which tenders complied, and why others did not: every question with its rulings, by whom, and what was supplied late',
          data: { findings, questions: ruled?.questions ?? [] },
        },
      ]
    : []
}

export const fewTenders = ({ theCase }: Disclosed): Part[] => {
  const few = chosen(theCase)
  return few
    ? [
        {
          path: 'few-tenders.json',
          what: 'Fewer than two tenders were received: what the panel chose, and why',
          data: few,
        },
      ]
    : []
}

export const lowPriceQuestions = ({ theCase: { evaluation } }: Disclosed): Part[] => {
  const prices = lowPricesOf(evaluation)
  return prices.length > 0
    ? [
        {
          path: 'low-prices.json',
          what: 'Very low prices: each explanation, what the panel decided, and why',
          data: prices,
        },
      ]
    : []
}
