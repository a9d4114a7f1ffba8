import type { QuotedHead } from '../../domain/record/chain.ts'
import { saidTwice } from '../../domain/record/said-twice.ts'
import { type Verification, verifyExport } from '../../domain/record/verify.ts'
import { isRegister, verifyRegister } from '../../domain/register/verify.ts'
import type { Making } from '../disclosure/files.ts'
import { checkDraw, isDraw, type Known } from './draw.ts'
import { isPack, verifyPack } from './pack.ts'

export interface Verified extends Verification {
  what: 'pack' | 'draw' | 'register' | 'record'
  /** What was found of a pack or a draw that is intact, in lines. */
  says?: string[]
}

/** What somebody kept, to hold a file against. */
export interface Kept {
  head: QuotedHead | undefined
  known: Known
}

/**
 * Verifies one file by itself, whatever it is: a disclosure pack, a certificate of a draw, an export of the register or of a case.
 * The command and the auditor's page run this. A file that is none of these is an answer, too: what is wrong with it.
 */
export async function verify(bytes: Uint8Array, { head, known }: Kept, making: Making): Promise<Verified> {
  if (isPack(bytes)) return { what: 'pack', ...(await verifyPack(bytes, making, head)) }
  const read = jsonIn(bytes)
  if ('why' in read) return { what: 'record', problems: [read.why], events: 0, erased: [] }
  if (isDraw(read.json)) return { what: 'draw', ...checkDraw(read.json, known), events: 0, erased: [] }
  if (isRegister(read.json)) return { what: 'register', ...verifyRegister(read.json, head) }
  return { what: 'record', ...verifyExport(read.json, head) }
}

function jsonIn(bytes: Uint8Array): { json: unknown } | { why: string } {
  try {
    const text = new TextDecoder().decode(bytes)
    const json: unknown = JSON.parse(text)
    const [twice] = saidTwice(text)
    return twice === undefined
      ? { json }
      : { why: `it says “${twice}” twice in one place, and readers differ in which of the two they take` }
  } catch (error) {
    return { why: `it is not JSON (${error instanceof Error ? error.message : 'unreadable'})` }
  }
}
