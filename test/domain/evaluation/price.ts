import { createHash } from 'node:crypto'
import { fromBase64, toBase64 } from '../../../domain/tender/envelope.ts'

/** What was in a price envelope whose random bytes are all of one number. */
export const insideEnvelope = (pence: number, number = pence % 251): string =>
  toBase64(new Uint8Array([...Array<number>(32).fill(number), ...new TextEncoder().encode(JSON.stringify({ pence }))]))

/** A price as the opening finds it. */
export const price = (pence: number, number?: number) => ({ pence, plaintext: insideEnvelope(pence, number) })

/** The hash of an envelope's content, as its receipt has it. */
export const bytesIn = (plaintext: string): string => createHash('sha256').update(fromBase64(plaintext)).digest('hex')
