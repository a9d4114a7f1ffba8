import { createLazyRoute } from '@tanstack/react-router'
import { CasePart } from '../features/case/case-part.tsx'
import { Questions, type QuestionsView } from '../features/clarifications/questions.tsx'
import { words } from '../features/clarifications/words.ts'

/** The providers' questions, for the people who answer them. */
export const questionsRoute = createLazyRoute('/cases/$caseId/questions')({ component: QuestionsPage })

function QuestionsPage() {
  const { caseId } = questionsRoute.useParams()
  return (
    <CasePart<QuestionsView> caseId={caseId} title={words.manager.title} path="/tender/questions">
      {(view, theCase) => <Questions theCase={theCase} view={view} />}
    </CasePart>
  )
}
