import { createRoute, Link } from '@tanstack/react-router'
import { useSeesBoard } from '../features/board/use-board.ts'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { useMe } from '../features/people/use-names.ts'
import { PublicCases } from '../features/public-cases/public-cases.tsx'
import { words as about } from '../features/public-cases/words.ts'
import { useSession } from '../features/session/session.tsx'
import { words as session } from '../features/session/words.ts'
import { Waiting } from '../features/waiting/waiting.tsx'
import { words } from '../features/waiting/words.ts'
import { ActionButton } from '../nhs/action-button.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'
import { rootRoute } from './root.tsx'

export const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home })

function Home() {
  const { status } = useSession()
  useTitle(status === 'signed in' ? words.waiting : about.title)
  if (status === 'starting') return null
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
  const seesBoard = useSeesBoard()
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      {me && (
        <>
          <h1>{words.hello(me.person.name)}</h1>
          <Waiting me={me} now={now} />
          {seesBoard && (
            <p>
              <Link to="/board">{words.board}</Link>
            </p>
          )}
        </>
      )}
      <PublicCases linked={me?.person.roles.some((role) => role !== 'provider') ?? false} />
    </>
  )
}
