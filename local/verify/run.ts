import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { QuotedHead } from '../../domain/record/chain.ts'
import { type Verification, verifyExport } from '../../domain/record/verify.ts'
import { isRegister, verifyRegister } from '../../domain/register/verify.ts'
import { checkDraw, isDraw, type Known } from './draw.ts'
import { isPack, verifyPack } from './pack.ts'

const usage = `Say which files to verify: npm run verify -- FILE… [--head SEQUENCE:HASH or HASH] [--commitment HASH] [--nominee PERSON:SALT] [--beacon SIGNATURE]`

/**
 * `npm run verify -- FILE…`: checks exported records of cases and of the register, disclosure packs, and certificates of draws, offline. What somebody kept is held against
 * them: the head of a record; the commitment to a draw; their own entry in its pool; the round of drand that it named. Exit 0: all intact; 1: not; 2: not understood.
 */
const { head, known, positionals } = asked()

let intact = true
for (const file of positionals) {
  const { problems, events, erased, head: last, what, says } = await verify(file)
  if (problems.length === 0 && says) console.log([`${file}: the ${what} is what it says`, ...says].join('\n  '))
  else if (problems.length === 0) {
    const gone = erased.length === 0 ? '' : `, what was said erased of event ${erased.join(', ')}`
    console.log(`${file}: ${events} events, chain intact${gone}. Head ${last?.sequence}:${last?.hash}`)
  } else {
    intact = false
    console.log(`${file}: NOT intact`)
    for (const problem of problems) console.log(`  ${problem}`)
  }
}
process.exit(intact ? 0 : 1)

/** What the command line asks for; ends the command, in words, when it cannot be understood. */
function asked(): { head: QuotedHead | undefined; known: Known; positionals: string[] } {
  try {
    const text = { type: 'string' } as const
    const options = { head: text, commitment: text, nominee: text, beacon: text }
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    const [, sequence, hash] = values.head?.toLowerCase().match(/^(?:(\d+):)?([0-9a-f]{64})$/) ?? []
    const [, person, salt] = values.nominee?.match(/^(.+):([0-9a-f]+)$/) ?? []
    const notUnderstood =
      (values.head !== undefined && hash === undefined) || (values.nominee !== undefined && salt === undefined)
    if (positionals.length === 0 || notUnderstood) throw new Error('not understood')
    return {
      head: hash === undefined ? undefined : { hash, ...(sequence !== undefined && { sequence: Number(sequence) }) },
      known: {
        commitment: values.commitment?.toLowerCase(),
        nominee: person === undefined || salt === undefined ? undefined : { person, salt },
        beacon: values.beacon,
      },
      positionals,
    }
  } catch {
    console.error(usage)
    process.exit(2)
  }
}

async function verify(file: string): Promise<Verification & { what?: string; says?: string[] }> {
  try {
    const bytes = readFileSync(file)
    if (isPack(bytes)) return { what: 'pack', ...(await verifyPack(bytes, head)) }
    const read: unknown = JSON.parse(bytes.toString('utf8'))
    if (isDraw(read)) return { what: 'draw', ...checkDraw(read, known), events: 0, erased: [] }
    if (isRegister(read)) return verifyRegister(read, head)
    return verifyExport(read, head)
  } catch (error) {
    const why = error instanceof SyntaxError ? `it is not JSON (${error.message})` : 'it cannot be read'
    return { problems: [why], events: 0, erased: [] }
  }
}
