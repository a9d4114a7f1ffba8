import type { Case } from '../case/case.ts'
import { refuseUnless } from '../refusal.ts'
import { approvedVersion, type Version } from '../specification/specification.ts'
import type { PublishedTerms } from './tender.ts'

/** What the approved version says a tender is judged by. The case must have been loaded with its versions. */
export function publishedTerms({ specification, versions }: Case): PublishedTerms {
  const number = approvedVersion(specification)
  const version = number === undefined ? undefined : versions?.[number]
  refuseUnless(version, 'WrongStage', 'There is no approved specification to publish. The panel approves one first.')
  return termsOf(version)
}

export function termsOf({ number, content }: Version): PublishedTerms {
  const { criteria, priceShare, priceFormula } = content
  return { specificationVersion: number, criteria, priceShare, priceFormula }
}
