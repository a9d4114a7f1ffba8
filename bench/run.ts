import { fork } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Benchmark, Figure, Size } from './bench.ts'
import { benchmarks } from './benchmarks.ts'
import { type Result, table, withResults } from './report.ts'

/** `npm run bench [-- NAME…] [-- --json]`: measures, says it, and keeps it in results.json and docs/performance.md. */
const usage = `npm run bench [-- NAME…] [-- --json]

  NAME    ${benchmarks.map(({ name }) => name).join(', ')}; all, where none is named
  --json  ends with the results as one line of JSON
  --tiny  the smallest run of each, which keeps nothing`

const resultsFile = join(import.meta.dirname, 'results.json')
const pageFile = join(import.meta.dirname, '..', 'docs', 'performance.md')

try {
  await bench()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function bench(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, tiny: { type: 'boolean', default: false } },
  })
  const results: Result[] = []
  const failed: string[] = []
  for (const benchmark of chosen(positionals)) {
    const begun = performance.now()
    const figures = await measured(benchmark.name, values.tiny ? 'tiny' : 'full').catch(({ message }: Error) => {
      failed.push(message)
    })
    // The others do not need what this one lacks, such as a browser.
    if (!figures) continue
    const seconds = Math.round((performance.now() - begun) / 1_000)
    console.log(table(benchmark, figures))
    const { name, says } = benchmark
    const [at, node, processors] = [new Date().toISOString(), process.versions.node, availableParallelism()]
    results.push({ name, says, at, node, processors, seconds, figures })
    if (!values.tiny) await keep(results)
  }
  if (values.json) console.log(JSON.stringify(results))
  if (failed.length > 0) throw new Error(failed.join('\n'))
}

/** In a process of its own: what one benchmark did to the heap and the caches is nothing to the next. */
function measured(name: string, size: Size): Promise<Figure[]> {
  const child = fork(join(import.meta.dirname, 'measure.ts'), [name, size])
  return new Promise((resolve, reject) => {
    child.once('message', (figures) => resolve(figures as Figure[]))
    child.once('exit', (code) => reject(new Error(`The benchmark ${name} ended with ${code}.`)))
  })
}

function chosen(names: string[]): Benchmark[] {
  const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
  if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(' or ')}.\n\n${usage}`)
  return benchmarks.filter(({ name }) => names.length === 0 || names.includes(name))
}

/** The last result of each, whichever were run together. */
async function keep(results: Result[]): Promise<void> {
  const kept = JSON.parse(await readFile(resultsFile, 'utf8').catch(() => '[]')) as Result[]
  const all = benchmarks.flatMap(
    ({ name }) => results.find((one) => one.name === name) ?? kept.find((one) => one.name === name) ?? [],
  )
  await writeFile(resultsFile, `${JSON.stringify(all, null, 2)}\n`)
  await writeFile(pageFile, withResults(await readFile(pageFile, 'utf8'), all))
}
