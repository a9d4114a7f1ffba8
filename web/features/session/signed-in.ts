import type { User } from 'oidc-client-ts'

/** What a page needs of a sign-in. */
export interface SignedIn {
  personId: string
  token: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

const name = 'redesign-panels:signed-in'

/** Kept in this tab, so that a page that opens has it at once, without what is needed to sign in. */
export function keptSignIn(): SignedIn | undefined {
  const kept = sessionStorage.getItem(name)
  return kept === null ? undefined : (JSON.parse(kept) as SignedIn)
}

export function keepSignIn({ profile, access_token, expires_at = 0 }: User): SignedIn {
  const personId = profile['username']
  const signedIn = {
    personId: typeof personId === 'string' ? personId : profile.sub,
    token: access_token,
    expiresAt: expires_at * 1000,
  }
  sessionStorage.setItem(name, JSON.stringify(signedIn))
  return signedIn
}

export const forgetSignIn = (): void => sessionStorage.removeItem(name)
