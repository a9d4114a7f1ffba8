import { createRoute } from '@tanstack/react-router'
import { CasePart } from '../features/case/case-part.tsx'
import { Questions, type QuestionsView } from '../features/clarifications/questions.tsx'
import { words } from '../features/clarifications/words.ts'
import { rootRoute } from './root.tsx'

/** The providers' questions, for whoever answers them. */
export const questionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/questions',
  component: QuestionsPage,
})

function QuestionsPage() {
  const { caseId } = questionsRoute.useParams()
  return (
    <CasePart<QuestionsView> caseId={caseId} title={words.manager.title} path="/tender/questions">
      {(view, theCase) => <Questions theCase={theCase} view={view} />}
    </CasePart>
  )
}
