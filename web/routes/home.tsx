import { createLazyRoute, Link } from '@tanstack/react-router'
import { words as calendar } from '../features/calendar/words.ts'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { OwnPapers } from '../features/marked-papers/own-papers.tsx'
import { OwnMeetings } from '../features/meetings/own-meetings.tsx'
import { words as participation } from '../features/participation/words.ts'
import { useMe } from '../features/people/use-names.ts'
import { PublicCases } from '../features/public-cases/public-cases.tsx'
import { words as about } from '../features/public-cases/words.ts'
import { LoadProblem } from '../features/session/load-problem.tsx'
import { useSession } from '../features/session/session.tsx'
import { words as session } from '../features/session/words.ts'
import { OwnPanels, OwnProposals, OwnTenders } from '../features/waiting/own-cases.tsx'
import { Waiting } from '../features/waiting/waiting.tsx'
import { words } from '../features/waiting/words.ts'
import { ActionButton } from '../nhs/action-button.tsx'
import { useTitle } from '../title.ts'

export const homeRoute = createLazyRoute('/')({ component: Home })

function Home() {
  const { status } = useSession()
  useTitle(status === 'signed in' ? words.waiting : about.title)
  return status === 'signed out' ? <ForEverybody /> : <ForOne />
}

function ForEverybody() {
  const { signIn } = useSession()
  return (
    <>
      <h1>{about.title}</h1>
      {about.what.map((paragraph) => (
        <p key={paragraph} className="nhsuk-u-reading-width">
          {paragraph}
        </p>
      ))}
      <ActionButton onClick={() => signIn()}>{session.signIn}</ActionButton>
      <PublicCases />
    </>
  )
}

function ForOne() {
  const { data: me, error } = useMe()
  const { now } = useClock()
  return (
    <>
      <LoadProblem error={error} loaded={me !== undefined} />
      <h1>{me ? words.hello(me.person.name) : about.title}</h1>
      {me && (
        <>
          <Waiting me={me} now={now} />
          <OwnMeetings me={me} />
          <p>
            <Link to="/calendar">{calendar.link}</Link>
          </p>
          {me.person.roles.includes('practice') && (
            <p>
              <Link to="/participation">{participation.title}</Link>
            </p>
          )}
          <OwnPapers me={me} />
          <OwnPanels me={me} />
          <OwnProposals me={me} />
          <OwnTenders me={me} />
          {me.person.roles.includes('provider') && (
            <p>
              <Link to="/tenders">{words.openTenders}</Link>
            </p>
          )}
          {me.person.roles.includes('auditor') && (
            <p>
              <Link to="/audit">{words.audit}</Link>
            </p>
          )}
        </>
      )}
      <PublicCases linked={me?.person.roles.some((role) => role !== 'provider') ?? false} />
    </>
  )
}
