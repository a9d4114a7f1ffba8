import { demo } from '../../local/demo/demo.ts'
import { parts } from '../../local/demo/parts.ts'
import { Play } from '../../local/demo/play.ts'
import { playQuestions } from '../../local/demo/questions.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import type { Benchmark, Figure, Reach, Size } from '../bench.ts'
import { type ObservedLocality, withLocality } from '../observed-locality.ts'
import { counted, quantile, spread } from '../statistics.ts'
import { tableEndpoint } from '../table-endpoint.ts'
import { timed } from '../timed.ts'
import { type BareTable, bareTable } from './bare.ts'
import { lookAtEverything } from './looks.ts'
import { manage } from './management.ts'
import { type TimedRequest, timingRequests } from './timed-requests.ts'

/**
 * How many whole cases are played, and how often each view is looked at and each management command given. One case more is played
 * before: the bare writes run in code that V8 has long compiled, and so shall the commands. (`cold` measures what is not.)
 */
const sizes: Record<Size, { warming: number; cases: number; times: number }> = {
  full: { warming: 1, cases: 2, times: 25 },
  tiny: { warming: 0, cases: 0, times: 2 },
}

/** Fewer samples than this have no 95th of a hundred worth telling. */
const enough = 20

/** A request to the API beside its bare reads or writes, in milliseconds. */
interface Pair {
  whole: number
  bare: number
  /** Of a command, its bare reads and writes together. */
  bareOfAll: number
}

export const command: Benchmark = {
  name: 'command',
  says: 'each command over HTTP against a bare write of the same items, each view against bare queries of the same',
  run: (size) =>
    withLocality(async (locality) => {
      const { warming, cases, times } = sizes[size]
      for (let number = 0; number < warming; number += 1) await demo(locality.url, () => {})
      const bare = await bareTable(await tableEndpoint())
      const found = { commands: new Map<string, Pair[]>(), views: new Map<string, Pair[]>() }
      await timingRequests(
        locality,
        async (request) => {
          if (request.status >= 400 || request.requests.length === 0) return
          const kind = request.requests.some((one) => one.kind === 'write') ? 'commands' : 'views'
          const pairs = found[kind].get(request.operation) ?? []
          pairs.push({ whole: request.milliseconds, ...(await bareTimes(bare, kind, request)) })
          found[kind].set(request.operation, pairs)
        },
        () => play(locality, cases, times),
      )
      return [
        ...figuresOf('command', found.commands, { most: 3 }),
        {
          what: 'every command, of its bare reads and write together, p50',
          unit: '×',
          ...spread([...found.commands.values()].flat().map(({ whole, bareOfAll }) => whole / bareOfAll)),
        },
        ...figuresOf('view', found.views, { most: 2.5 }),
      ]
    }),
}

/** The bare writes of a command, or the bare reads of a view. */
async function bareTimes(bare: BareTable, kind: 'commands' | 'views', { requests }: TimedRequest) {
  const reading = await timed(() => bare.read(requests.filter((one) => one.kind === 'read')))
  if (kind === 'views') return { bare: reading, bareOfAll: reading }
  const writing = await timed(() => bare.write(requests.filter((one) => one.kind === 'write')))
  return { bare: writing, bareOfAll: reading + writing }
}

async function play(locality: ObservedLocality, cases: number, times: number): Promise<void> {
  for (let number = 0; number < cases; number += 1) {
    const { summary } = await demo(locality.url, () => {})
    const ended = await Play.at(locality.url, () => {})
    ended.caseId = String(summary['caseId'])
    await lookAtEverything(ended, times)
    await ask(locality)
  }
  const open = await Play.at(locality.url, () => {})
  await playSubmission(open)
  await manage(open, times)
  await lookAtEverything(open, times)
}

/** Questions that no document goes with: the demo has none. */
async function ask({ url }: ObservedLocality): Promise<void> {
  const asked = await Play.at(url, () => {})
  for (const { stage, part } of parts) {
    if (stage === 'tender') break
    await part(asked)
  }
  await playQuestions(asked)
}

function figuresOf(what: string, found: Map<string, Pair[]>, reach: Reach): Figure[] {
  return [
    ...percentiles(`every ${what}`, [...found.values()].flat(), reach),
    ...[...found]
      .sort(([one], [other]) => one.localeCompare(other))
      .flatMap(([name, pairs]) => percentiles(name, pairs, reach)),
  ]
}

/** The median of the single ratios; and, of many, the slow ones of the whole over the slow ones of the bare. */
function percentiles(what: string, pairs: Pair[], reach: Reach): Figure[] {
  const p50 = { what: `${what}, p50`, unit: '×', ...spread(pairs.map(({ whole, bare }) => whole / bare)), reach }
  if (pairs.length < enough) return [p50]
  const slow = (times: number[]) => quantile(times, 0.95)
  const p95 = slow(pairs.map(({ whole }) => whole)) / slow(pairs.map(({ bare }) => bare))
  return [p50, { what: `${what}, p95`, unit: '×', ...counted(p95), samples: pairs.length, reach }]
}
