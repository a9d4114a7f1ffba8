import type { ReactNode } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { useTitle } from '../../title.ts'
import { useSession } from './session.tsx'
import { words } from './words.ts'

interface SignInNeededProps {
  /** What the page is called; nothing that only the signed-in may know. */
  page: string
  children: ReactNode
}

/** What is inside is shown to the signed-in; everybody else is told how to get there, and comes back here. */
export function SignInNeeded({ page, children }: SignInNeededProps) {
  const { status } = useSession()
  return status === 'signed out' ? <AskToSignIn page={page} /> : children
}

function AskToSignIn({ page }: { page: string }) {
  const { signIn } = useSession()
  useTitle(words.notSignedIn.titled(page))
  return (
    <>
      <h1>{words.notSignedIn.title}</h1>
      <p>{words.notSignedIn.detail}</p>
      <ActionButton onClick={() => signIn()}>{words.signIn}</ActionButton>
    </>
  )
}

/** Said above every page when somebody signed in or out and nothing answered. */
export function SignInUnreached() {
  const { unreached } = useSession()
  return unreached ? <ProblemSummary {...words.unreached[unreached]} /> : null
}

/** Said above every page once the sign-in is over. What is on the page stays there. */
export function SignInEnded() {
  const { status, signIn } = useSession()
  if (status !== 'ended') return null
  return (
    <Notice title={words.ended.title}>
      <p>{words.ended.detail}</p>
      <ActionButton onClick={() => signIn()}>{words.signInAgain}</ActionButton>
    </Notice>
  )
}
