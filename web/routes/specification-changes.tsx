import { createLazyRoute, Link } from '@tanstack/react-router'
import { CasePart } from '../features/case/case-part.tsx'
import type { ChangesView } from '../features/specification/specification-view.ts'
import { WordDifferences } from '../features/specification/word-differences.tsx'
import { words } from '../features/specification/words.ts'

/** What changed from one version to another, word by word. */
export const specificationChangesRoute = createLazyRoute('/cases/$caseId/specification/changes')({
  component: ChangesPage,
})

function ChangesPage() {
  const { caseId } = specificationChangesRoute.useParams()
  const { from, to } = specificationChangesRoute.useSearch()
  const said = words.changes
  return (
    <CasePart<ChangesView> caseId={caseId} title={said.title} path={`/specification/changes?from=${from}&to=${to}`}>
      {({ reason, changes }) => (
        <>
          <p className="nhsuk-lede-text">{said.between(from, to)}</p>
          <p>
            {said.reason}: {reason}
          </p>
          <WordDifferences differences={changes} />
          <p>
            <Link to="/cases/$caseId/specification" params={{ caseId }}>
              {said.back}
            </Link>
          </p>
        </>
      )}
    </CasePart>
  )
}
