import { commitmentTo } from '../../../../domain/panel-draw/randomness/commit-reveal.ts'

/** 32 random bytes, in hex: what a practice contributes to a draw. */
export const newNumber = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The fingerprint that is sent in its place until it is revealed. */
export const fingerprint = (practiceId: string, number: string): string => commitmentTo(practiceId, number)
