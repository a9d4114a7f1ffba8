import { createLazyRoute, Link } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import type { CaseView } from '../../functions/api/answers/case.ts'
import { CasePart } from '../features/case/case-part.tsx'
import { ChangeRandomness, GiveUpNumbers } from '../features/draw/another-source.tsx'
import { DrawLink } from '../features/draw/draw-link.tsx'
import { MakeUp } from '../features/draw/make-up.tsx'
import { OwnChances } from '../features/draw/own-chances.tsx'
import type { PanelView } from '../features/draw/panel-view.ts'
import { words } from '../features/draw/part-words.ts'
import { PublicNumbers } from '../features/draw/public-numbers.tsx'
import { Procedure, Relaxation } from '../features/draw/relaxation.tsx'
import { ChairVote } from '../features/panel/chair-vote.tsx'
import { LeaveSeat, mayStillLeave } from '../features/panel/leave-seat.tsx'
import { Members } from '../features/panel/members.tsx'
import { OwnSeat } from '../features/panel/own-seat.tsx'
import { words as said } from '../features/panel/words.ts'
import { words as participation } from '../features/participation/words.ts'
import { useMe, useNames } from '../features/people/use-names.ts'
import { LoadedLater } from '../nhs/loading.tsx'
import { at } from '../time.ts'

// What makes a fingerprint of a number comes when a practice contributes one.
const Contribution = lazy(async () => ({
  default: (await import('../features/draw/contribution.tsx')).Contribution,
}))

/** The panel of a case for the person who is signed in: their own chance, and what they are asked to do for the draw. */
export const panelRoute = createLazyRoute('/cases/$caseId/panel')({ component: PanelPage })

function PanelPage() {
  const { caseId } = panelRoute.useParams()
  const [done, setDone] = useState<string>()
  return (
    <CasePart<PanelView> caseId={caseId} title={words.title} path="/panel" done={done}>
      {(panel, theCase) => <Panel theCase={theCase} panel={panel} onDone={setDone} />}
    </CasePart>
  )
}

interface PanelProps {
  theCase: CaseView
  panel: PanelView
  onDone(heading: string): void
}

function Panel({ theCase, panel, onDone }: PanelProps) {
  const { caseId, wait, substitution } = theCase
  const { data: me } = useMe()
  const names = useNames(panel.people)
  const { you, choiceOfChair: choice, impossible, contribution, members = [], chair, makeUp, standing } = panel
  const waits = [wait?.name, substitution?.wait?.name]
  const may = (command: string) => theCase.may.includes(command)
  const practiceId = me?.person.practiceId
  return (
    <>
      {you?.seat === 'invited' && may('accept-seat') && <OwnSeat caseId={caseId} onDone={onDone} />}
      {you?.seat === 'accepted' && may('decline-seat') && mayStillLeave(theCase) && (
        <LeaveSeat caseId={caseId} onDone={onDone} />
      )}
      {choice?.status === 'choosing' && may('vote-for-chair') && (
        <ChairVote caseId={caseId} choice={choice} names={names} onDone={onDone} />
      )}
      {impossible && may('relax-constraints') && <Relaxation caseId={caseId} impossible={impossible} names={names} />}
      {impossible && may('decide-procedure') && <Procedure caseId={caseId} impossible={impossible} />}
      {waits.includes('numbers') && may('enter-public-numbers') && <PublicNumbers caseId={caseId} panel={panel} />}
      {panel.lacks === 'contributions' && may('change-randomness') && <ChangeRandomness caseId={caseId} />}
      {panel.lacks === 'numbers' && may('give-up-numbers') && <GiveUpNumbers caseId={caseId} />}
      {contribution && practiceId !== undefined && may('contribute-to-draw') && (
        <LoadedLater>
          <Contribution
            caseId={caseId}
            practiceId={practiceId}
            contribution={contribution}
            asked={waits.includes('contributions')}
          />
        </LoadedLater>
      )}
      {you && <OwnChances you={you} person={me?.person.id} />}
      <Members members={members} chair={chair} names={names} />
      {standing && (
        <p className="nhsuk-u-reading-width">
          {said.standing({ ...standing, area: names.area(standing.area), until: at(standing.until) })}{' '}
          <Link to="/panels">{said.standingPanels}</Link>
        </p>
      )}
      <MakeUp makeUp={makeUp} />
      <p>
        <Link to="/participation">{participation.title}</Link>
      </p>
      <p>
        <DrawLink caseId={caseId}>{words.public}</DrawLink>
      </p>
    </>
  )
}
