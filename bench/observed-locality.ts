import { AsyncLocalStorage } from 'node:async_hooks'
import { deps } from '../functions/runtime/deps.ts'
import { type RunningLocality, startLocality } from '../local/locality.ts'
import { loadProduct } from '../local/product.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

/** Who asked the table: a request of the API (`POST /api/…`), the stream consumer, the sweep, or a step of a workflow. */
export type Origin = `api ${string}` | 'events' | 'sweep' | 'steps'

/** A request to the table, with what it cost. */
export interface TableRequest {
  origin: Origin
  kind: 'read' | 'write'
  /** The same for all requests to the table that one request of the API made. */
  occasion: object
  /** As `QueryCommand`. */
  command: string
  input: object
  units: number
  /** Of what came back, as JSON. */
  bytes: number
}

export interface ObservedLocality extends RunningLocality {
  /** Every request since the beginning, in order; it grows. */
  requests: TableRequest[]
}

const origins = new AsyncLocalStorage<{ origin: Origin }>()

/**
 * A locality in a folder of its own, whose requests to the table are watched. One in a process: the API takes its issuer
 * from the environment when it is imported. Each function keeps what it read for itself, as it does in AWS, where each is a
 * process of its own.
 */
export function withLocality<T>(work: (locality: ObservedLocality) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (dataDir) => {
    const locality = await startLocality({ port: 0, dataDir, log: () => {} }, async () => {
      const product = await loadProduct()
      return {
        ...product,
        app: {
          fetch: (request) =>
            origins.run({ origin: `api ${request.method} ${new URL(request.url).pathname}` }, () =>
              product.app.fetch(request),
            ),
        },
        consume: (event) => origins.run({ origin: 'events' }, () => product.consume(event)),
        sweep: () => origins.run({ origin: 'sweep' }, () => product.sweep()),
      }
    })
    eachItsOwnProcess()
    const requests = watched()
    try {
      return await work(Object.assign(locality, { requests }))
    } finally {
      await locality.close()
    }
  })
}

/** The API, the stream consumer and the sweep keep what they read, each for itself; of a hundred steps hardly one is asked twice. */
function eachItsOwnProcess(): void {
  const given = deps()
  const { client, name } = given.table
  const processes = new Map<string, typeof given.table>()
  const processOf = (who: string): typeof given.table => {
    const known = who === 'steps' ? undefined : processes.get(who)
    const table = known ?? { client, name }
    processes.set(who, table)
    return table
  }
  Object.defineProperty(given, 'table', { get: () => processOf(originNow().split(' ')[0] ?? '') })
}

const originNow = (): Origin => origins.getStore()?.origin ?? 'steps'

const reading = /^(Get|BatchGet|Query)(Item)?Command$/
const writing = /^(Put|Update|Delete|BatchWrite|TransactWrite)(Items?)?Command$/

function watched(): TableRequest[] {
  const requests: TableRequest[] = []
  deps().table.client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName)
      const kind = reading.test(command) ? 'read' : writing.test(command) ? 'write' : undefined
      const result = await next(args)
      if (kind) {
        const { ConsumedCapacity: consumed, ...body } = result.output as { ConsumedCapacity?: Consumed | Consumed[] }
        const units = [consumed ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
        const bytes = JSON.stringify(body).length
        const occasion = origins.getStore() ?? { origin: 'steps' as const }
        requests.push({ occasion, origin: occasion.origin, kind, command, input: args.input, units, bytes })
      }
      return result
    },
    { step: 'initialize', name: 'watchRequests' },
  )
  return requests
}

interface Consumed {
  CapacityUnits?: number
}
