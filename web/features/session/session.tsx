import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { ask, askBytes, Problem, unreachable } from '../../api.ts'
import { doubtKnown, forgetKnown, hearsSignOut, keepKnown, mayBeKnown, noteAsked } from './known-here.ts'
import { forgetSignIn, keepSignIn, keptSignIn, type SignedIn } from './signed-in.ts'
import { backPath, leaveIssuer, userManager } from './user-manager.ts'
import { words } from './words.ts'

interface Session {
  /** `ended`: there was a sign-in in this tab and it is over. */
  status: 'signed out' | 'signed in' | 'ended'
  /** The issuer is being asked whether it knows who this is: the page goes there and comes back. */
  asksIssuer: boolean
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
  const [asksIssuer, setAsksIssuer] = useState(() => !user && location.pathname !== backPath && mayBeKnown())

  useEffect(() => {
    if (!asksIssuer) return
    noteAsked()
    const silently = { state: here(), prompt: 'none', redirectMethod: 'replace' } as const
    // Whoever cannot be asked has the page as everybody sees it, with the way to sign in.
    userManager()
      .then((manager) => manager.signinRedirect(silently))
      .catch(() => setAsksIssuer(false))
  }, [asksIssuer])

  // Signed out in one tab is signed out in all: others may use this computer next.
  useEffect(
    () =>
      hearsSignOut(() => {
        queries.clear()
        forgetSignIn()
        setUser(undefined)
      }),
    [queries],
  )

  const signIn = useCallback(async ({ asAnother = false } = {}) => {
    setUnreached(undefined)
    try {
      const manager = await userManager()
      await manager.signinRedirect({ state: here(), ...(asAnother && { prompt: 'login' }) })
    } catch {
      setUnreached('in')
    }
  }, [])

  const signOut = useCallback(async () => {
    queries.clear()
    forgetSignIn()
    forgetKnown()
    try {
      await leaveIssuer()
    } catch {
      // Here it is over, wherever else it may live on.
      setUser(undefined)
      setUnreached('out')
    }
  }, [queries])

  const finish = useCallback(async () => {
    const manager = await userManager()
    try {
      const back = await manager.signinRedirectCallback()
      queries.clear()
      setUser(keepSignIn(back))
      keepKnown()
      setEnded(false)
      return pageOf(back)
    } catch (error) {
      if (!knowsNobody(error)) throw error
      doubtKnown()
      return pageOf(error)
    }
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
      asksIssuer,
      ...(user && { personId: user.personId }),
      ...(unreached && { unreached }),
      signIn,
      signOut,
      finish,
      ask: asking,
      askBytes: askingBytes,
    }
  }, [user, ended, asksIssuer, unreached, signIn, signOut, finish, asking, askingBytes])

  return <SessionContext value={session}>{children}</SessionContext>
}

/** The page that somebody is at, to come back to. */
const here = (): string => `${location.pathname}${location.search}`

const pageOf = ({ state }: { state?: unknown }): string =>
  typeof state === 'string' && state.startsWith('/') ? state : '/'

/** Whether the issuer, asked to show no page, answers that it would have to (OpenID Connect Core 1.0, 3.1.2.6). */
const knowsNobody = (error: unknown): error is { error: string; state?: unknown } =>
  error instanceof Error &&
  'error' in error &&
  /^(login|interaction|consent|account_selection)_required$/.test(String(error.error))

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
