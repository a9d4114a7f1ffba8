import { User } from 'oidc-client-ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetSignIn, keepSignIn, keptSignIn } from '../../../../web/features/session/signed-in.ts'

/** What the sign-in library brings home. */
const signedIn = (person: string) =>
  new User({
    access_token: `token of ${person}`,
    token_type: 'Bearer',
    expires_at: 1_800_000_000,
    profile: {
      'cognito:username': person,
      sub: `account of ${person}`,
      iss: 'issuer',
      aud: 'portal',
      exp: 1_800_000_000,
      iat: 1_799_996_400,
    },
  })

const typed = 'redesign-panels:c1:pause'
let kept: Record<string, string>

beforeEach(() => {
  kept = {}
  // A Storage has what it keeps as its own keys.
  const storage = Object.defineProperties(kept, {
    getItem: { value: (name: string) => kept[name] ?? null },
    setItem: { value: (name: string, value: string) => void Object.assign(kept, { [name]: value }) },
    removeItem: { value: (name: string) => void delete kept[name] },
  })
  vi.stubGlobal('sessionStorage', storage)
})
afterEach(() => void vi.unstubAllGlobals())

test('a page that opens has the sign-in of its tab, until it is signed out', () => {
  expect(keptSignIn()).toBeUndefined()
  keepSignIn(signedIn('person-01'))
  expect(keptSignIn()).toEqual({ personId: 'person-01', token: 'token of person-01', expiresAt: 1_800_000_000_000 })
  forgetSignIn()
  expect(keptSignIn()).toBeUndefined()
})

test('what was typed is there for whoever signs in again, and not for somebody else', () => {
  keepSignIn(signedIn('person-01'))
  kept[typed] = '"Flood."'
  kept['of another page'] = 'stays'
  keepSignIn(signedIn('person-01'))
  expect(kept[typed]).toBe('"Flood."')
  keepSignIn(signedIn('person-02'))
  expect(kept[typed]).toBeUndefined()
  expect(kept['of another page']).toBe('stays')
  expect(keptSignIn()?.personId).toBe('person-02')
})

test.each(['{', '"person-01"', '{"personId":"person-01"}'])('a sign-in that cannot be read (%s) is none', (text) => {
  kept['redesign-panels:signed-in'] = text
  expect(keptSignIn()).toBeUndefined()
})
