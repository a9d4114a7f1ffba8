import { createLazyRoute } from '@tanstack/react-router'
import { Answers } from '../features/clarifications/answers.tsx'
import { useNotice } from '../features/clarifications/use-notice.ts'
import { words } from '../features/clarifications/words.ts'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { LoadProblem } from '../features/session/load-problem.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { useTitle } from '../title.ts'

/** Questions and answers of a tender, for everybody; a provider asks here, and reconfirms its tender after a change. */
export const tenderQuestionsRoute = createLazyRoute('/tenders/$caseId/questions')({ component: TenderQuestionsPage })

function TenderQuestionsPage() {
  const { caseId } = tenderQuestionsRoute.useParams()
  const { notice, own, error } = useNotice(caseId)
  const { now } = useClock()
  const said = words.provider
  useTitle(said.title, notice?.title)
  return (
    <>
      <BackLink to="/tenders/$caseId" params={{ caseId }}>
        {said.back}
      </BackLink>
      <LoadProblem error={error} loaded={notice !== undefined} />
      <h1>
        {notice && <span className="nhsuk-caption-l">{notice.title}</span>}
        {said.title}
      </h1>
      {notice && <Answers notice={notice} own={own} now={now} />}
    </>
  )
}
