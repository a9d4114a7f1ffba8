import { fromBase64 } from '../../domain/tender/envelope.ts'

/** Unwraps a key with the private half of one key pair of the tender: each opening step has its own, and no other. */
export type Unwrap = (wrapped: Uint8Array) => Promise<Uint8Array>

/** How the ports say that a key was not wrapped by this tender's public key; anything else is for the moment, and retried. */
const notWrappedByIt = ['OperationError', 'InvalidCiphertextException']

/** The AES key that was wrapped, or undefined when it was not wrapped by this tender's public key. */
export async function unwrapped(unwrap: Unwrap, wrappedKey: string) {
  let raw: Uint8Array<ArrayBuffer>
  try {
    raw = new Uint8Array(await unwrap(fromBase64(wrappedKey)))
  } catch (error) {
    if (notWrappedByIt.includes((error as Error).name)) return undefined
    throw error
  }
  try {
    return await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
  } catch {
    // What was unwrapped is not as long as a key.
    return undefined
  }
}
