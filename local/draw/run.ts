import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Instance, instanceSchema } from '../../domain/panel-draw/instance/instance.ts'
import { whoSits } from '../../domain/panel-draw/instance/selection.ts'
import { highsSolver } from '../../functions/runtime/highs-solver.ts'
import { inWords } from './in-words.ts'
import { outcomeOf } from './outcome.ts'

/** `npm run draw -- INSTANCE.json [-- --json]`: everybody's chance. Exit 0: drawn; 1: not understood; 2: no panel is possible. */
const usage = `npm run draw -- INSTANCE.json [-- --json]

  INSTANCE.json  panelSize; pool: rows of attributes, with a count; quotas: category, feature, min, max;
                 atMostOnePer, fairBetween: an attribute each; sitting: rows of who sits already;
                 apart: pairs of rows, numbered from 0 (500 pairs of 400 rows take seconds; where each row is
                 apart from a fifth of all the others, many minutes)
  --json         the same as one JSON object`

const PANELS = 1_000

/** Fields of published examples that say where they are from. */
const SAID_BESIDES = ['source', 'expected']

const { file, wantsJson } = asked()
const outcome = outcomeOf(read(file), await highsSolver(), PANELS)
console.log(wantsJson ? JSON.stringify(outcome) : inWords(outcome))
process.exitCode = outcome.feasible ? 0 : 2

function asked(): { file: string; wantsJson: boolean } {
  try {
    const args = process.argv.slice(2).filter((arg) => arg !== '--')
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [file] = positionals
    if (file !== undefined && positionals.length === 1) return { file, wantsJson: values.json }
  } catch {
    // An option that does not exist.
  }
  return fail(usage)
}

function read(path: string): Instance {
  let text = ''
  try {
    // Some editors begin a file with a mark of its byte order.
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return fail(`${path} cannot be read.`)
  }
  try {
    const given: unknown = JSON.parse(text)
    const parsed = instanceSchema.safeParse(given)
    if (parsed.success) {
      const known = [...Object.keys(instanceSchema.shape), ...SAID_BESIDES]
      const ignored = Object.keys(Object(given)).filter((field) => !known.includes(field))
      if (ignored.length > 0) console.error(`Not looked at, because no rule has this name: ${ignored.join(', ')}`)
      const { length: sit } = whoSits(parsed.data)
      const { panelSize } = parsed.data
      if (sit >= panelSize)
        return fail(`${path}: ${sit} sit already on a panel of ${panelSize}. No seat is vacant, so nobody is drawn.`)
      return parsed.data
    }
    const faults = parsed.error.issues.map(
      ({ path: place, message }) => `  ${place.join('.') || 'the file'}: ${message}`,
    )
    return fail(`${path} is not an instance of a draw:\n${faults.join('\n')}`)
  } catch (error) {
    return fail(`${path} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
