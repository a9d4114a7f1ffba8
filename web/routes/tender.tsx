import { createLazyRoute, Link } from '@tanstack/react-router'
import { Reconfirm } from '../features/clarifications/reconfirm.tsx'
import { words as clarifications } from '../features/clarifications/words.ts'
import { isMissing, NothingThere } from '../features/session/load-problem.tsx'
import { useSession } from '../features/session/session.tsx'
import { words as session } from '../features/session/words.ts'
import { OwnTender } from '../features/tender/own-tender.tsx'
import { TenderNotice } from '../features/tender/tender-notice.tsx'
import { useTender } from '../features/tender/use-tender.ts'
import { words } from '../features/tender/words.ts'
import { ActionButton } from '../nhs/action-button.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { when } from '../time.ts'
import { useTitle } from '../title.ts'

/** One tender: what is asked for, for everybody; and a provider's own. */
export const tenderRoute = createLazyRoute('/tenders/$caseId')({ component: TenderPage })

function TenderPage() {
  const { caseId } = tenderRoute.useParams()
  const { status, signIn } = useSession()
  const { notice, own, error } = useTender(caseId)
  useTitle(notice?.title ?? words.one)
  // Those who tendered read more than everybody.
  const because = (own ?? notice)?.ended?.because
  if (isMissing(error) && !notice) return <NothingThere error={error} />
  return (
    <>
      <BackLink to="/tenders">{words.backToList}</BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{notice?.title ?? words.one}</h1>
      {status === 'signed out' && notice?.status === 'open' && (
        <>
          <p>{words.own.signIn}</p>
          <ActionButton onClick={() => signIn()}>{session.signIn}</ActionButton>
        </>
      )}
      {notice && notice.status !== 'open' && <p>{notice.ended ? words.ended(when(notice.ended.at)) : words.over}</p>}
      {because && <p className="tender__text">{words.endedBecause(because)}</p>}
      {own && 'toReconfirm' in own && own.toReconfirm && notice && (
        <Reconfirm caseId={caseId} version={notice.specificationVersion} />
      )}
      {own && <OwnTender own={own} />}
      {notice && (
        <p>
          <Link to="/tenders/$caseId/questions" params={{ caseId }}>
            {clarifications.link(notice.questions.length, notice.changes.length, notice.questionsOpen)}
          </Link>
        </p>
      )}
      {notice && <TenderNotice notice={notice} />}
    </>
  )
}
