import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Problem } from '../../api.ts'
import { BackLink } from '../../nhs/back-link.tsx'
import { More } from '../../nhs/more.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { at, when } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { useView } from '../case/use-view.ts'
import { Download } from '../paper/download.tsx'
import { PaperView } from '../paper/paper-view.tsx'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import type { OwnLetter } from './decision.ts'
import { LateForBidders } from './late-notice.tsx'
import { Objecting, OwnRepresentations } from './objecting.tsx'
import { words } from './words.ts'

const route = getRouteApi('/tenders/$caseId/outcome')

export function OutcomePage() {
  return (
    <SignInNeeded page={words.outcome.title}>
      <Outcome />
    </SignInNeeded>
  )
}

/** A bidder's letter, what it can object and what it was answered. */
function Outcome() {
  const { caseId } = route.useParams()
  const { data: own, error } = useQuery(useView<OwnLetter>(caseId, '/letter', { live: false }))
  useTitle(own?.paper?.title ?? words.outcome.title)
  const none = error instanceof Problem && error.status === 404
  return (
    <>
      <BackLink to="/tenders/$caseId" params={{ caseId }}>
        {words.outcome.back}
      </BackLink>
      {none && (
        <>
          <h1>{words.outcome.title}</h1>
          <p>{words.outcome.none}</p>
        </>
      )}
      {error && !none && (
        <>
          <ProblemSummary {...problemOf(error)} />
          <h1>{words.outcome.title}</h1>
        </>
      )}
      {own && (
        <>
          <LateForBidders own={own} />
          {own.awardedAt !== undefined && (
            <p>{words.outcome.awarded(own.letter?.outcome === 'awarded to you', when(own.awardedAt))}</p>
          )}
          {own.paper ? <PaperView paper={own.paper} /> : <h1>{words.outcome.title}</h1>}
          <Download path={`/api/cases/${caseId}/letter.pdf`} name={`letter-${caseId}.pdf`}>
            {words.outcome.pdf}
          </Download>
          <Objecting caseId={caseId} own={own} />
          {own.superseded.map(({ paper, superseded, representations }) => (
            <More key={superseded.at} title={words.outcome.earlier}>
              <p>{words.outcome.since(at(superseded.at), superseded.reason)}</p>
              <PaperView paper={paper} />
              <OwnRepresentations representations={representations} />
            </More>
          ))}
        </>
      )}
    </>
  )
}
