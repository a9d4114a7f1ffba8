import { useQueryClient } from '@tanstack/react-query'
import type { User } from 'oidc-client-ts'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { ask, askBytes, Problem } from '../../api.ts'
import { userManager } from './user-manager.ts'
import { words } from './words.ts'

interface Session {
  /** `ended`: there was a sign-in in this tab and it is over. */
  status: 'starting' | 'signed out' | 'signed in' | 'ended'
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
  const [user, setUser] = useState<User | null>()
  const [ended, setEnded] = useState(false)

  useEffect(() => {
    userManager()
      .then((manager) => manager.getUser())
      .then(setUser, () => setUser(null))
  }, [])

  const signIn = useCallback(async ({ asAnother = false } = {}) => {
    const manager = await userManager()
    const state = `${location.pathname}${location.search}`
    await manager.signinRedirect({ state, ...(asAnother && { prompt: 'login' }) })
  }, [])

  const signOut = useCallback(async () => {
    const manager = await userManager()
    queries.clear()
    await manager.signoutRedirect()
  }, [queries])

  const finish = useCallback(async () => {
    const manager = await userManager()
    const back = await manager.signinRedirectCallback()
    queries.clear()
    setUser(back)
    setEnded(false)
    return typeof back.state === 'string' && back.state.startsWith('/') ? back.state : '/'
  }, [queries])

  const withToken = useCallback(
    async <Answer,>(send: (token: string | undefined) => Promise<Answer>): Promise<Answer> => {
      const token = await freshToken(user)
      if (user && !token) setEnded(true)
      try {
        return await send(token)
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
    const status = user === undefined ? 'starting' : user === null ? 'signed out' : ended ? 'ended' : 'signed in'
    const personId = user?.profile['username'] ?? user?.profile.sub
    return {
      status,
      ...(typeof personId === 'string' && { personId }),
      signIn,
      signOut,
      finish,
      ask: asking,
      askBytes: askingBytes,
    }
  }, [user, ended, signIn, signOut, finish, asking, askingBytes])

  return <SessionContext value={session}>{children}</SessionContext>
}

/** The token while it lives; renewed where the issuer gave the means; else none. */
async function freshToken(user: User | null | undefined): Promise<string | undefined> {
  if (!user) return undefined
  if (!user.expired) return user.access_token
  const manager = await userManager()
  const current = await manager.getUser()
  if (current && !current.expired) return current.access_token
  if (!current?.refresh_token) return undefined
  return (await manager.signinSilent().catch(() => null))?.access_token
}
