import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCaseQuery } from '../features/case/use-case.ts'
import { Contribution } from '../features/draw/contribution.tsx'
import { DrawLink } from '../features/draw/draw-link.tsx'
import { MakeUp } from '../features/draw/make-up.tsx'
import { OwnChances } from '../features/draw/own-chances.tsx'
import { words } from '../features/draw/part-words.ts'
import { PublicNumbers } from '../features/draw/public-numbers.tsx'
import { Procedure, Relaxation } from '../features/draw/relaxation.tsx'
import { usePanelQuery } from '../features/draw/use-part.ts'
import { ChairVote } from '../features/panel/chair-vote.tsx'
import { Members } from '../features/panel/members.tsx'
import { OwnSeat } from '../features/panel/own-seat.tsx'
import { words as said } from '../features/panel/words.ts'
import { words as participation } from '../features/participation/words.ts'
import { useMe, useNames } from '../features/people/use-names.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { Success } from '../nhs/success.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'

/** The panel of a case for whoever is signed in: their own chance, and what they are asked for to draw it. */
export const panelRoute = createLazyRoute('/cases/$caseId/panel')({
  component: () => (
    <SignInNeeded>
      <PanelPage />
    </SignInNeeded>
  ),
})

function PanelPage() {
  const { caseId } = panelRoute.useParams()
  const { data: theCase } = useQuery(useCaseQuery(caseId))
  const { data: panel, error } = useQuery(usePanelQuery(caseId))
  const { data: me } = useMe()
  const names = useNames(panel?.people)
  const [done, setDone] = useState<string>()
  useTitle(words.title)
  const choice = panel?.choiceOfChair
  const may = (command: string) => theCase?.may.includes(command) ?? false
  const practiceId = me?.person.practiceId
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {words.back}
      </BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      {done && <Success title={said.success} heading={done} />}
      {panel && (
        <>
          <h1>
            <span className="nhsuk-caption-l">{theCase?.proposal.form.title}</span>
            {words.title}
          </h1>
          {panel.you?.seat === 'invited' && may('accept-seat') && <OwnSeat caseId={caseId} onDone={setDone} />}
          {choice?.status === 'choosing' && may('vote-for-chair') && (
            <ChairVote caseId={caseId} choice={choice} names={names} onDone={setDone} />
          )}
          {panel.impossible && may('relax-constraints') && (
            <Relaxation caseId={caseId} impossible={panel.impossible} names={names} />
          )}
          {panel.impossible && may('decide-procedure') && <Procedure caseId={caseId} />}
          {theCase?.wait?.name === 'numbers' && may('enter-public-numbers') && (
            <PublicNumbers caseId={caseId} panel={panel} />
          )}
          {panel.contribution && practiceId !== undefined && may('contribute-to-draw') && (
            <Contribution caseId={caseId} practiceId={practiceId} contribution={panel.contribution} />
          )}
          {panel.you && <OwnChances you={panel.you} />}
          <Members members={panel.members ?? []} chair={panel.chair} names={names} />
          <MakeUp makeUp={panel.makeUp} />
          <p>
            <Link to="/participation">{participation.title}</Link>
          </p>
          <p>
            <DrawLink caseId={caseId}>{words.public}</DrawLink>
          </p>
        </>
      )}
    </>
  )
}
