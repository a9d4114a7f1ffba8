import { createLazyRoute } from '@tanstack/react-router'
import { CasePart } from '../features/case/case-part.tsx'
import { words as about } from '../features/case/words.ts'
import { SpecificationForm } from '../features/specification/specification-form.tsx'
import type { SpecificationView } from '../features/specification/specification-view.ts'
import { words } from '../features/specification/words.ts'
import { ProblemSummary } from '../nhs/problem-summary.tsx'

/** The next version, being written. */
export const specificationEditRoute = createLazyRoute('/cases/$caseId/specification/edit')({
  component: SpecificationEditPage,
})

function SpecificationEditPage() {
  const { caseId } = specificationEditRoute.useParams()
  return (
    <CasePart<SpecificationView> caseId={caseId} title={words.form.heading} path="/specification">
      {(specification, theCase) =>
        theCase.may.includes('save-version') && specification.canWrite ? (
          <SpecificationForm theCase={theCase} specification={specification} />
        ) : (
          <ProblemSummary {...about.deed.gone} />
        )
      }
    </CasePart>
  )
}
