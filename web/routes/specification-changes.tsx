import { createRoute, Link } from '@tanstack/react-router'
import { CasePart } from '../features/case/case-part.tsx'
import type { ChangesView } from '../features/specification/specification-view.ts'
import { WordDifferences } from '../features/specification/word-differences.tsx'
import { words } from '../features/specification/words.ts'
import { rootRoute } from './root.tsx'

const numberIn = (value: unknown, otherwise: number): number =>
  Number.isInteger(value) && Number(value) > 0 ? Number(value) : otherwise

/** What changed from one version to another, word by word. */
export const specificationChangesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/specification/changes',
  validateSearch: ({ from, to }: Record<string, unknown>): { from: number; to: number } => ({
    from: numberIn(from, 1),
    to: numberIn(to, 2),
  }),
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
