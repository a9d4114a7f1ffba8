import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useLocation } from '@tanstack/react-router'
import { lazy } from 'react'
import { AskedHere } from '../features/case/asked-here.tsx'
import { CasePages } from '../features/case/case-pages.tsx'
import { CaseNotForYou } from '../features/case/not-for-you.tsx'
import { ProposalSummary } from '../features/case/proposal-summary.tsx'
import { StageProgress } from '../features/case/stage-progress.tsx'
import { Standing } from '../features/case/standing.tsx'
import { useCaseQuery } from '../features/case/use-case.ts'
import { WhatYouMayDo } from '../features/case/what-you-may-do.tsx'
import { words } from '../features/case/words.ts'
import { Forecast } from '../features/forecast/forecast.tsx'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { UnlessLockedOut } from '../features/locked-out/unless-locked-out.tsx'
import { useNames } from '../features/people/use-names.ts'
import { isForbidden, isMissing, isShutAway, LoadProblem, NothingThere } from '../features/session/load-problem.tsx'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { Timeline } from '../features/timeline/timeline.tsx'
import { useTimeline } from '../features/timeline/use-timeline.ts'
import { LoadedLater } from '../nhs/loading.tsx'
import { Success } from '../nhs/success.tsx'
import { useTitle } from '../title.ts'
import { isFresh } from './fresh.ts'

// The workflows themselves come with it: where the case stands can be read before.
const WorkflowPicture = lazy(async () => ({
  default: (await import('../features/workflow-picture/workflow-picture.tsx')).WorkflowPicture,
}))

export const caseRoute = createLazyRoute('/cases/$caseId')({
  component: () => (
    <SignInNeeded page={words.stands}>
      <UnlessLockedOut caseId={caseRoute.useParams().caseId}>
        <CasePage />
      </UnlessLockedOut>
    </SignInNeeded>
  ),
})

function CasePage() {
  const { caseId } = caseRoute.useParams()
  const { data, error } = useQuery(useCaseQuery(caseId))
  const theCase = isShutAway(error) ? undefined : data
  const maySeeTimeline = theCase?.sees.includes('view-timeline') === true
  const { data: timeline } = useTimeline(caseId, maySeeTimeline ? theCase.head.hash : undefined)
  const names = useNames()
  const { now } = useClock()
  const { done, __TSR_key: key } = useLocation().state
  const fresh = isFresh(key)
  useTitle(theCase?.proposal.form.title ?? words.stands)
  if (isMissing(error)) return <NothingThere error={error} />
  if (isForbidden(error)) return <CaseNotForYou caseId={caseId} />
  return (
    <>
      <LoadProblem error={error} loaded={theCase !== undefined} />
      {theCase && done && fresh && (
        <Success title={words.success} heading={words.deeds[done.deed].done}>
          <p>{words.keep(done.head.sequence, done.head.hash)}</p>
        </Success>
      )}
      <h1>{theCase?.proposal.form.title ?? words.stands}</h1>
      {theCase && (
        <>
          <AskedHere theCase={theCase} />
          <StageProgress life={theCase.life} />
          <Standing theCase={theCase} names={names} now={now} />
          <Forecast stages={theCase.forecast} now={now} />
          <ProposalSummary caseId={caseId} proposal={theCase.proposal} />
          <WhatYouMayDo theCase={theCase} />
          <CasePages theCase={theCase} />
          <div className="nhsuk-grid-row">
            <div className="nhsuk-grid-column-one-half">
              <LoadedLater>
                <WorkflowPicture theCase={theCase} events={timeline?.events ?? []} />
              </LoadedLater>
            </div>
            <div className="nhsuk-grid-column-one-half">{timeline && <Timeline {...timeline} names={names} />}</div>
          </div>
        </>
      )}
    </>
  )
}
