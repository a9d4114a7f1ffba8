import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { ask, askBytes, Problem, unreachable } from '../../api.ts'
import { forgetSignIn, keepSignIn, keptSignIn, type SignedIn } from './signed-in.ts'
import { userManager } from './user-manager.ts'
import { words } from './words.ts'

interface Session {
  /** `ended`: there was a sign-in in this tab and it is over. */
  status: 'signed out' | 'signed in' | 'ended'
  /** Where people sign in could not be reached, when somebody last tried to. */
  unreached?: 'in' | 'out'
  /** The signed-in person's identifier; their name and roles come from the API. */
  personId?: string
  signIn(options?: { asAnother?: boolean }): Promise<void>
  signOut(): Promise<void>
  /** Ends the way back from the issuer. Returns the page that the person came from. */
  finish(): Promise<string>
  /** Asks the API as the signed-in person. @throws Problem */
  ask: typeof ask
  /** The same for the bytes of a document. @throws Problem */
  askBytes: typeof askBytes
}

const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('There is no session around this component.')
  return session
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [user, setUser] = useState(keptSignIn)
  const [ended, setEnded] = useState(false)
  const [unreached, setUnreached] = useState<'in' | 'out'>()

  const signIn = useCallback(async ({ asAnother = false } = {}) => {
    setUnreached(undefined)
    try {
      const manager = await userManager()
      const state = `${location.pathname}${location.search}`
      await manager.signinRedirect({ state, ...(asAnother && { prompt: 'login' }) })
    } catch {
      setUnreached('in')
    }
  }, [])

  const signOut = useCallback(async () => {
    queries.clear()
    forgetSignIn()
    try {
      const manager = await userManager()
      await manager.signoutRedirect()
    } catch {
      // Here it is over, wherever else it may live on.
      setUser(undefined)
      setUnreached('out')
    }
  }, [queries])

  const finish = useCallback(async () => {
    const manager = await userManager()
    const back = await manager.signinRedirectCallback()
    queries.clear()
    setUser(keepSignIn(back))
    setEnded(false)
    return typeof back.state === 'string' && back.state.startsWith('/') ? back.state : '/'
  }, [queries])

  const withToken = useCallback(
    async <Answer,>(send: (token: string | undefined) => Promise<Answer>): Promise<Answer> => {
      const current = user && (await renewedOnce(user))
      if (current && current !== user) setUser(current)
      if (user && !current) setEnded(true)
      try {
        return await send(current?.token)
      } catch (problem) {
        if (!(problem instanceof Problem && problem.status === 401 && user)) throw problem
        setEnded(true)
        throw new Problem({ ...words.ended, status: 401, code: 'NotSignedIn' })
      }
    },
    [user],
  )
  const asking = useCallback<typeof ask>(
    (path, sending) => withToken((token) => ask(path, { ...sending, token })),
    [withToken],
  )
  const askingBytes = useCallback<typeof askBytes>(
    (path) => withToken((token) => askBytes(path, { token })),
    [withToken],
  )

  const session = useMemo<Session>(() => {
    const status = user === undefined ? 'signed out' : ended ? 'ended' : 'signed in'
    return {
      status,
      ...(user && { personId: user.personId }),
      ...(unreached && { unreached }),
      signIn,
      signOut,
      finish,
      ask: asking,
      askBytes: askingBytes,
    }
  }, [user, ended, unreached, signIn, signOut, finish, asking, askingBytes])

  return <SessionContext value={session}>{children}</SessionContext>
}

/** What is renewed for one request is renewed for all that are sent meanwhile. */
let renewing: Promise<SignedIn | undefined> | undefined

function renewedOnce(user: SignedIn): Promise<SignedIn | undefined> | SignedIn {
  if (user.expiresAt > Date.now()) return user
  renewing ??= renewed().finally(() => {
    renewing = undefined
  })
  return renewing
}

/** The sign-in, renewed where the issuer gave the means; else none. @throws Problem when the issuer cannot be reached */
async function renewed(): Promise<SignedIn | undefined> {
  const manager = await userManager()
  const current = await manager.getUser()
  if (current && !current.expired) return keepSignIn(current)
  if (!current?.refresh_token) return undefined
  const again = await manager.signinSilent().catch((error: Error) => {
    // What the issuer refuses is over; what did not reach it may yet be renewed.
    if (error.name === 'ErrorResponse') return null
    throw unreachable()
  })
  return again ? keepSignIn(again) : undefined
}
