import { parseArgs } from 'node:util'
import type { SourceKind } from '../domain/panel-draw/source-of.ts'
import { CannotStart } from './cannot-start.ts'

export interface Settings {
  port: number
  dataDir: string
  fresh: boolean
  /** Do not ask before deleting. */
  yes: boolean
}

const loopback = ['127.0.0.1', 'localhost']

/** PORT, DATA_DIR and HOST, `--fresh` and `--yes`. @throws CannotStart for what makes no sense */
export function settings(args: string[], environment: Record<string, string | undefined>): Settings {
  const { PORT: port = '8080', DATA_DIR: dataDir = '.local', HOST: host = '127.0.0.1' } = environment
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new CannotStart(`PORT is ${JSON.stringify(port)}; it must be a number from 0 to 65535.`)
  }
  if (dataDir.trim() === '') throw new CannotStart('DATA_DIR is empty; name a folder.')
  if (!loopback.includes(host)) {
    throw new CannotStart(
      `HOST is ${JSON.stringify(host)}, but the one-machine locality has no passwords and serves 127.0.0.1 only.`,
    )
  }
  return { port: Number(port), dataDir, ...flags(args) }
}

function flags(args: string[]): Pick<Settings, 'fresh' | 'yes'> {
  try {
    const { values } = parseArgs({ args, options: { fresh: { type: 'boolean' }, yes: { type: 'boolean' } } })
    return { fresh: values.fresh ?? false, yes: values.yes ?? false }
  } catch {
    throw new CannotStart(`The only options are --fresh and --yes, not ${args.join(' ')}.`)
  }
}

const sources: readonly SourceKind[] = ['commit-reveal', 'public-numbers', 'drand-quicknet']

/**
 * RANDOMNESS: where the draws of cases accepted here take theirs from. One machine may have no network, and its clock is
 * moved forward, past rounds of drand that do not exist yet: so the practices make it among them, unless it says otherwise.
 *
 * @throws CannotStart for what makes no sense
 */
export function randomnessHere(wanted: string | undefined): SourceKind {
  const found = sources.find((source) => source === (wanted ?? sources[0]))
  if (!found) throw new CannotStart(`RANDOMNESS is ${JSON.stringify(wanted)}; it must be one of ${sources.join(', ')}.`)
  return found
}
