import { createLazyRoute } from '@tanstack/react-router'
import { CasePart } from '../features/case/case-part.tsx'
import { Specification } from '../features/specification/specification.tsx'
import type { SpecificationView } from '../features/specification/specification-view.ts'
import { words } from '../features/specification/words.ts'

/** The specification: a version whole, its comments, the vote on it, and every version. */
export const specificationRoute = createLazyRoute('/cases/$caseId/specification')({
  component: SpecificationPage,
})

function SpecificationPage() {
  const { caseId } = specificationRoute.useParams()
  const { version } = specificationRoute.useSearch()
  const path = version === undefined ? '/specification' : `/specification?version=${version}`
  return (
    <CasePart<SpecificationView> caseId={caseId} title={words.title} path={path}>
      {(specification, theCase) => <Specification theCase={theCase} specification={specification} />}
    </CasePart>
  )
}
