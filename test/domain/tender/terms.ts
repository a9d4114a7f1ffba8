import { digest } from '../../../domain/record/chain.ts'
import type { PublishedTerms, Sealed } from '../../../domain/tender/tender.ts'

const criterion = (id: string, title: string, weight: string) => ({
  id,
  title,
  question: `${title}: how good is it?`,
  guidance: 'What is looked for.',
  weight,
  scale: ['none', 'poor', 'some', 'fair', 'good', 'all'],
  serves: 'quality' as const,
})

export const terms: PublishedTerms = {
  specificationVersion: 2,
  criteria: [
    { ...criterion('quality', 'Quality and innovation', '40'), minimum: 2 },
    criterion('access', 'Access', '30'),
  ],
  priceShare: '30',
  priceFormula: { kind: 'lowest-over-price' },
}

export const sealed = (what: string): Sealed => ({
  documentKey: `tenders/case-1/${what}`,
  sha256: digest(['ciphertext', what]),
  contentSha256: digest(['content', what]),
  documents: [],
})
