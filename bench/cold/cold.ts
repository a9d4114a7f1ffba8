import { bundle } from '../../cdk/bundle/bundle.ts'
import { api, consumer, type FunctionFile, functionFiles, stepFile, sweep } from '../../cdk/function-files.ts'
import { type Calls, callsOf } from '../../cdk/permissions/calls.ts'
import type { Benchmark, Figure, Size } from '../bench.ts'
import { counted, median, spread } from '../statistics.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { ratios } from '../timed.ts'
import { bytesOf } from './bundles.ts'
import { firstAnswers } from './first-answers.ts'
import { processorTime } from './processor-time.ts'

/** How often each function is loaded; in the smallest run one step, of which the first answer is measured too. */
const sizes: Record<Size, { times: number; functions: FunctionFile[] }> = {
  full: { times: 5, functions: functionFiles() },
  tiny: { times: 1, functions: [api, consumer, sweep, stepFile('nomination', 'attend-to-the-nominations')] },
}

/** The SDK's clients, each in a file that only exports it, and the calls by which a function uses it. */
const clients: Record<string, (call: string) => boolean> = {
  dynamodb: () => true,
  stepfunctions: (call) => ['SendTaskSuccessCommand', 'StartExecutionCommand'].includes(call),
  documents: (call) => call.startsWith('documents.'),
  mail: (call) => call.startsWith('mail.'),
  keys: (call) => call.startsWith('tenderKeys.'),
}

export const cold: Benchmark = {
  name: 'cold',
  says: 'loading the bundle of each function in a fresh process, against only the AWS SDK clients that it uses',
  run: (size) =>
    inTemporaryFolder(async (folder) => {
      const { times, functions } = sizes[size]
      const only = Object.keys(clients).map((name) => ({ name: `only-${name}`, file: `bench/cold/clients/${name}.ts` }))
      await bundle(functions, folder)
      await bundle(only, folder, [])
      const calls = callsOf(functions)
      const found: Load[] = []
      for (const { name } of functions) found.push(await load(folder, name, used(calls.get(name)), times))
      const steps = found.filter(({ name }) => name.includes('--'))
      return [
        ...found.filter((one) => !steps.includes(one)).flatMap((one) => figuresOf(one.name, [one])),
        ...figuresOf(`${steps.length} steps`, steps),
        ...(await firstAnswers(folder, size, times)),
      ]
    }),
}

const used = (calls: Calls = new Set()): string[] =>
  Object.keys(clients).filter((name) => [...calls].some((call) => clients[name]?.(call)))

interface Load {
  name: string
  bytes: number
  bytesOfClients: number
  against: number[]
}

async function load(folder: string, name: string, usedClients: string[], times: number): Promise<Load> {
  const files = usedClients.map((client) => `only-${client}`)
  return {
    name,
    bytes: bytesOf(folder, [name]),
    bytesOfClients: bytesOf(folder, files),
    against: await ratios(
      times,
      () => loading(folder, [name]),
      () => loading(folder, files),
    ),
  }
}

const loading = (folder: string, names: string[]): Promise<number> =>
  processorTime(folder, names.map((name) => `await import('./${name}.mjs')`).join(';'), { AWS_REGION: 'eu-west-2' })

function figuresOf(name: string, loads: Load[]): Figure[] {
  const bytes = loads.map((one) => one.bytes)
  return [
    { what: `${name}: bytes loaded`, unit: 'bytes', ...(bytes.length > 1 ? spread(bytes) : counted(bytes[0] ?? 0)) },
    {
      what: `${name}: bytes, of the clients alone`,
      unit: '×',
      ...spread(loads.map((one) => one.bytes / one.bytesOfClients)),
    },
    {
      what: `${name}: time to load, of the clients alone`,
      unit: '×',
      ...spread(loads.length > 1 ? loads.map(({ against }) => median(against)) : (loads[0]?.against ?? [])),
      reach: { most: 2 },
    },
  ]
}
