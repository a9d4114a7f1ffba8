import { checksInWords } from '../../domain/conflict/checks-in-words.ts'
import type { QuotedHead } from '../../domain/record/chain.ts'
import type { Export } from '../../domain/record/export.ts'
import { saidTwice } from '../../domain/record/said-twice.ts'
import { type Verification, verifyExport } from '../../domain/record/verify.ts'
import type { RegisterPast } from '../../domain/register/past.ts'
import { isRegister, verifyRegister } from '../../domain/register/verify.ts'
import type { Making } from '../disclosure/files.ts'
import { checkDraw, isDraw, type Known } from './draw.ts'
import { isPack, verifyPack } from './pack.ts'

export interface Verified extends Verification {
  /** “None” is a file that is none of these: its problem says why nothing could be verified. */
  what: 'pack' | 'draw' | 'register' | 'record' | 'none'
  /** What was found of a pack or a draw that is intact, in lines. */
  says?: string[]
}

/** What somebody kept, to hold a file against. */
export interface Kept {
  head: QuotedHead | undefined
  known: Known
  /** The record of the register: then the checks for conflicts of a case are made again. */
  register?: RegisterPast
}

/**
 * Verifies one file by itself, whatever it is: a disclosure pack, a certificate of a draw, an export of the register or of a case.
 * The command and the auditor's page run this. A file that is none of these is an answer, too: what is wrong with it.
 */
export async function verify(bytes: Uint8Array, { head, known, register }: Kept, making: Making): Promise<Verified> {
  if (isPack(bytes)) return { what: 'pack', ...(await verifyPack(bytes, making, head, register)) }
  const read = jsonIn(bytes)
  if ('none' in read) return none(read.none)
  const { json, twice } = read
  if (!isOurs(json)) return none(NOT_OURS)
  if (twice !== undefined)
    return {
      ...{ what: 'record', events: 0, erased: [] },
      problems: [`it says “${twice}” twice in one place, and readers differ in which of the two they take`],
    }
  if (isDraw(json)) return { what: 'draw', ...checkDraw(json, known), events: 0, erased: [] }
  if (isRegister(json)) return { what: 'register', ...verifyRegister(json, head) }
  const found = verifyExport(json, head, register)
  const says = register && found.problems.length === 0 && checksInWords(json as Export, register)
  return { what: 'record', ...found, ...(says && { says }) }
}

const NOT_OURS =
  'it is none of the files that can be verified: a disclosure pack, the record of a case or of the register, or the certificate of a draw'

/** There is nothing to verify: that is no finding about a record. */
export const none = (why: string): Verified => ({ what: 'none', problems: [why], events: 0, erased: [] })

/** It says of itself what it is, or is a draw: what is wrong with it is then found. */
const isOurs = (json: unknown): boolean =>
  isDraw(json) ||
  (typeof json === 'object' && json !== null && 'format' in json && String(json.format).startsWith('redesign-panels/'))

function jsonIn(bytes: Uint8Array): { json: unknown; twice: string | undefined } | { none: string } {
  try {
    const text = new TextDecoder().decode(bytes)
    const json: unknown = JSON.parse(text)
    return { json, twice: saidTwice(text)[0] }
  } catch (error) {
    return { none: `it is not JSON (${error instanceof Error ? error.message : 'unreadable'})` }
  }
}
