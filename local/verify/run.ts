import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isCertificate, verifyCertificate } from '../../domain/panel-draw/certificate.ts'
import type { Head } from '../../domain/record/chain.ts'
import { type Verification, verifyExport } from '../../domain/record/verify.ts'

/** `npm run verify -- FILE… [--head SEQUENCE:HASH]`: checks exported records, and certificates of draws, offline. Exit 0: all intact; 1: not; 2: not understood. */
const { head, positionals } = asked()

let intact = true
for (const file of positionals) {
  const { problems, events, erased, head: last, certificate } = verify(file)
  if (problems.length === 0 && certificate) console.log(`${file}: the draw is what it says`)
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
function asked(): { head: Head | undefined; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { head: { type: 'string' } } })
    const [, sequence, hash] = values.head?.toLowerCase().match(/^(\d+):([0-9a-f]{64})$/) ?? []
    if (positionals.length === 0 || (values.head !== undefined && hash === undefined)) throw new Error('not understood')
    return { head: hash === undefined ? undefined : { sequence: Number(sequence), hash }, positionals }
  } catch {
    console.error('Say which files to verify: npm run verify -- FILE… [--head SEQUENCE:HASH]')
    process.exit(2)
  }
}

function verify(file: string): Verification & { certificate?: true } {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isCertificate(read)) return { ...verifyCertificate(read), events: 0, erased: [], certificate: true }
    return verifyExport(read, head)
  } catch (error) {
    const why = error instanceof SyntaxError ? `it is not JSON (${error.message})` : 'it cannot be read'
    return { problems: [why], events: 0, erased: [] }
  }
}
