import type { Case } from '../case/case.ts'
import { require } from '../refusal.ts'
import { approvedVersion } from '../specification/specification.ts'
import type { PublishedTerms } from './tender.ts'

/** What the approved version says a tender is judged by. The case must have been loaded with its versions. */
export function publishedTerms({ specification, versions }: Case): PublishedTerms {
  const specificationVersion = approvedVersion(specification)
  const version = specificationVersion === undefined ? undefined : versions?.[specificationVersion]
  require(specificationVersion !== undefined &&
    version, 'WrongStage', 'There is no approved specification to publish. The panel approves one first.')
  const { criteria, priceShare, priceFormula } = version.content
  return { specificationVersion, criteria, priceShare, priceFormula }
}
