import type { User } from 'oidc-client-ts'
import { fitting } from '../../fitting.ts'
import { forgetIn, keepIn, keptIn, namesIn, tab } from '../../storage.ts'

/** What a page needs of a sign-in. */
export interface SignedIn {
  personId: string
  token: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

const name = 'signed-in'
const whose = 'whose'
const nobody: SignedIn = { personId: '', token: '', expiresAt: 0 }

/** Kept in this tab, so that a page that opens has it at once, without what is needed to sign in. */
export function keptSignIn(): SignedIn | undefined {
  const kept = keptIn(tab, name)
  return fitting(nobody, kept) ? kept : undefined
}

export function keepSignIn({ profile, access_token, expires_at = 0 }: User): SignedIn {
  const signedIn = {
    // Cognito's: `sub` is its own number of the account, which the API does not know.
    personId: String(profile['cognito:username']),
    token: access_token,
    expiresAt: expires_at * 1000,
  }
  forgetOthers(signedIn.personId)
  keepIn(tab, name, signedIn)
  return signedIn
}

/** What somebody else typed in this tab is not shown to the next person who signs in; their own is restored. */
function forgetOthers(personId: string): void {
  if (keptIn(tab, whose) !== personId) for (const one of namesIn(tab, '')) forgetIn(tab, one)
  keepIn(tab, whose, personId)
}

export const forgetSignIn = (): void => forgetIn(tab, name)
