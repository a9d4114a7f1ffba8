import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Instance, instanceSchema } from '../../domain/panel-draw/instance/instance.ts'
import { whoSits } from '../../domain/panel-draw/instance/selection.ts'
import { type EveryStep, Unsolved } from '../../domain/panel-draw/unsolved.ts'
import { saidTwice } from '../../domain/record/said-twice.ts'
import { highsSolver } from '../../functions/runtime/highs-solver.ts'
import { inWords } from './in-words.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

// `npm run draw -- INSTANCE.json [-- --json] [--seconds N]`: everybody's chance. Exit 0: drawn; 1: not understood; 2: no panel is
// possible; 3: it could not be worked out in the time that it was given.

/** How many seconds a draw may take by default: hundreds of people with five or six quotas take a few. */
const SECONDS = 120

const usage = `npm run draw -- INSTANCE.json [-- --json] [--seconds N]

  INSTANCE.json  panelSize; pool: rows of attributes, with a count; quotas: category, feature, min, max;
                 atMostOnePer, fairBetween: an attribute each; sitting: rows of who sits already;
                 apart: pairs of rows, numbered from 0
  --json         the same as one JSON object
  --seconds N    how long it may take, ${SECONDS} if you do not say: nothing is drawn by less than the whole answer`

const PANELS = 1_000

/** In seconds. */
const TELLS_EVERY = 10

/** Fields of published examples that say where they are from. */
const SAID_BESIDES = ['source', 'expected']

const { file, wantsJson, seconds } = asked()
const outcome = await worked(read(file))
if (outcome) {
  console.log(wantsJson ? JSON.stringify(outcome) : inWords(outcome))
  process.exitCode = outcome.feasible ? 0 : 2
}

async function worked(instance: Instance): Promise<Outcome | undefined> {
  try {
    return outcomeOf(instance, await highsSolver(), PANELS, patience(seconds))
  } catch (error) {
    if (!(error instanceof Unsolved)) throw error
    console.error(`The fairest lottery was not found. ${error.message}`)
    process.exitCode = 3
    return undefined
  }
}

/** Says now and then that it still searches, and ends the search when its time is over. */
function patience(most: number): EveryStep {
  const begun = performance.now()
  let told = 0
  let steps = 0
  return () => {
    steps += 1
    const passed = (performance.now() - begun) / 1_000
    if (passed > most)
      throw new Unsolved(
        `It takes longer than the ${most} seconds that it was given (${steps} steps of its searches). Nothing is drawn by less than the whole answer: give it more time with --seconds, fewer limits and pairs that sit apart, or a smaller panel.`,
      )
    if (passed - told < TELLS_EVERY) return
    told = passed
    console.error(`Still searching after ${Math.round(passed)} of ${most} seconds: ${steps} steps.`)
  }
}

function asked(): { file: string; wantsJson: boolean; seconds: number } {
  try {
    const args = process.argv.slice(2).filter((arg) => arg !== '--')
    const options = {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: String(SECONDS) },
    } as const
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [file] = positionals
    const seconds = Number(values.seconds)
    if (file !== undefined && positionals.length === 1 && seconds > 0) return { file, wantsJson: values.json, seconds }
  } catch {
    // An option that does not exist.
  }
  return fail(usage)
}

function read(path: string): Instance {
  const text = textOf(path)
  const given = jsonIn(text, path)
  const twice = saidTwice(text)
  if (twice.length > 0)
    return fail(`${path} says ${twice.map((key) => `“${key}”`).join(', ')} twice in one place: say it once.`)
  const known = Object.keys(instanceSchema.shape)
  const parsed = instanceSchema.safeParse(only(known, given))
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path: place, message }) => `  ${place.join('.') || 'the file'}: ${message}`,
    )
    return fail(`${path} is not an instance of a draw:\n${faults.join('\n')}`)
  }
  const ignored = Object.keys(Object(given)).filter((field) => ![...known, ...SAID_BESIDES].includes(field))
  if (ignored.length > 0) console.error(`Not looked at, because no rule has this name: ${ignored.join(', ')}`)
  const { length: sit } = whoSits(parsed.data)
  const { panelSize } = parsed.data
  if (sit >= panelSize)
    return fail(`${path}: ${sit} sit already on a panel of ${panelSize}. No seat is vacant, so nobody is drawn.`)
  return parsed.data
}

function textOf(path: string): string {
  try {
    // Some editors begin a file with a byte order mark.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return fail(`${path} cannot be read.`)
  }
}

function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return fail(`${path} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

function only(fields: readonly string[], given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  return Object.fromEntries(Object.entries(given).filter(([field]) => fields.includes(field)))
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
