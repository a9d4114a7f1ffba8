import { device, forgetIn, keepIn, keptIn, tab } from '../../storage.ts'

/*
 * A sign-in lives in its tab. That somebody signed in in this browser, no more, is known to all its tabs: a new one, such as
 * from a link in an email, asks the issuer whether it still knows them. Who never signed in here is never sent there.
 */
const known = 'known-here'
const asked = 'asked-issuer'

/** Whether the issuer is worth asking: once in a tab, until it knew somebody. */
export const mayBeKnown = (): boolean => keptIn(device, known) === true && keptIn(tab, asked) === undefined

export const noteAsked = (): void => void keepIn(tab, asked, true)

export function keepKnown(): void {
  forgetIn(tab, asked)
  keepIn(device, known, true)
}

/** The issuer knows nobody any more; a tab that is signed in stays so as long as its sign-in lasts. */
export const doubtKnown = (): void => void keepIn(device, known, false)

/** Signed out. */
export const forgetKnown = (): void => forgetIn(device, known)

/** When somebody signs out in another tab. @returns how to listen no longer */
export function hearsSignOut(then: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key?.endsWith(`:${known}`) && newValue === null) then()
  }
  window.addEventListener('storage', onStorage)
  return () => window.removeEventListener('storage', onStorage)
}
