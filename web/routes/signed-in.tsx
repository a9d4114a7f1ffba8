import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useSession } from '../features/session/session.tsx'
import { words } from '../features/session/words.ts'
import { ActionButton } from '../nhs/action-button.tsx'
import { useTitle } from '../title.ts'

/** The way back from the issuer: to the page that the person came from. */
export const signedInRoute = createLazyRoute('/signed-in')({ component: SignedIn })

function SignedIn() {
  const { finish, signIn } = useSession()
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  // The code in the address can be used once only, however often React runs this.
  const begun = useRef(false)
  useTitle(failed ? words.failed.title : words.signingIn)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    finish().then(
      (page) => navigate({ href: page, replace: true }),
      () => setFailed(true),
    )
  }, [finish, navigate])
  if (!failed) return <p role="status">{words.signingIn}</p>
  return (
    <>
      <h1>{words.failed.title}</h1>
      <p>{words.failed.detail}</p>
      <ActionButton onClick={() => signIn()}>{words.signIn}</ActionButton>
    </>
  )
}
