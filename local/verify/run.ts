import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { RegisterPast } from '../../domain/register/past.ts'
import { typefaces } from '../../functions/papers/fonts.ts'
import { quotedHead } from '../../functions/verify/quoted-head.ts'
import { registerIn } from '../../functions/verify/register.ts'
import { type Kept, none, type Verified, verify } from '../../functions/verify/verify.ts'

const usage = `Say which files to verify: npm run verify -- FILE… [--head SEQUENCE:HASH or HASH] [--commitment HASH] [--nominee PERSON:SALT] [--beacon SIGNATURE] [--register FILE]`

/**
 * `npm run verify -- FILE…`: checks exported records of cases and of the register, disclosure packs, and certificates of draws, offline. What somebody kept is held against
 * them: the head of a record; the commitment to a draw; their own entry in its pool; the round of drand that it named; the record of the register, from which the checks for conflicts are made again. Exit 0: all intact; 1: not, or there was nothing to verify in one; 2: not understood, or not verified by a fault of the program.
 */
const { kept, positionals } = asked()

let intact = true
for (const file of positionals) {
  const { problems, events, erased, unchecked = [], head: last, what, says } = await verified(file)
  if (problems.length === 0) {
    const gone = erased.length === 0 ? '' : `, what was said erased of event ${erased.join(', ')}`
    const open = unchecked.length === 0 ? '' : `, not checked because of that: ${unchecked.join(', ')}`
    const chain = last && `${events} events, chain intact${gone}${open}. Head ${last.sequence}:${last.hash}`
    const lines = [says && `the ${what} is what it says`, chain, ...(says ?? [])].filter((line) => line !== undefined)
    console.log(`${file}: ${lines.join('\n  ')}`)
  } else {
    intact = false
    console.log(`${file}: ${what === 'none' ? 'not verified' : 'NOT intact'}`)
    for (const problem of problems) console.log(`  ${problem}`)
  }
}
process.exit(intact ? 0 : 1)

/** What the command line asks for; ends the command, in words, when it cannot be understood. */
function asked(): { kept: Kept; positionals: string[] } {
  try {
    const text = { type: 'string' } as const
    const options = { head: text, commitment: text, nominee: text, beacon: text, register: text }
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    const head = quotedHead(values.head ?? '')
    const [, person, salt] = values.nominee?.match(/^(.+):([0-9a-f]+)$/) ?? []
    const commitment = values.commitment?.trim().toLowerCase()
    const notUnderstood =
      (values.head !== undefined && head === undefined) ||
      (values.nominee !== undefined && salt === undefined) ||
      (commitment !== undefined && !/^[0-9a-f]{64}$/.test(commitment))
    if (positionals.length === 0 || notUnderstood) throw new Error('not understood')
    const nominee = person === undefined || salt === undefined ? undefined : { person, salt }
    const known = { commitment, nominee, beacon: values.beacon }
    const register = values.register === undefined ? undefined : readRegister(values.register)
    return { kept: { head, known, ...(register && { register }) }, positionals }
  } catch {
    console.error(usage)
    process.exit(2)
  }
}

async function verified(file: string): Promise<Verified> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return none(code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${message})`)
  }
  try {
    return await verify(bytes, kept, { typefaces: typefaces() })
  } catch (error) {
    console.error(`${file}: could not be verified. This is a fault of this program, and says nothing of the file.`)
    console.error(error)
    process.exit(2)
  }
}

/** Ends the command where it is no record of the register, or not intact: nothing can be held against it. */
function readRegister(file: string): RegisterPast {
  let problem: string
  try {
    const found = registerIn(readFileSync(file))
    if (!('problem' in found)) return found
    problem = found.problem
  } catch (error) {
    problem = `it cannot be read (${(error as Error).message})`
  }
  console.error(`${file}: ${problem}. Nothing was verified.`)
  process.exit(2)
}
