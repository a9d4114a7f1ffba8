import type { User } from 'oidc-client-ts'

/** What a page needs of a sign-in. */
export interface SignedIn {
  personId: string
  token: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

const prefix = 'redesign-panels:'
const name = `${prefix}signed-in`
const whose = `${prefix}whose`

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
  forgetOthers(signedIn.personId)
  sessionStorage.setItem(name, JSON.stringify(signedIn))
  return signedIn
}

/** What somebody else typed in this tab is not shown to the next person who signs in; their own is restored. */
function forgetOthers(personId: string): void {
  if (sessionStorage.getItem(whose) !== personId)
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  sessionStorage.setItem(whose, personId)
}

export const forgetSignIn = (): void => sessionStorage.removeItem(name)
