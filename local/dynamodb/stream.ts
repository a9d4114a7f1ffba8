import { setTimeout as sleep } from 'node:timers/promises'
import { followStream, type StreamOptions } from './follow.ts'

/** What the Lambda service does with a stream: every record, in order, at least once, to one handler. */
export interface StreamReader {
  /** Resolves when everything committed before the call was handled; rejects when the handler keeps failing. */
  drained(): Promise<void>
  /** Look now: something was written. */
  wake(): void
  /** Records handled since this process began. */
  handled(): number
  /** Ends after the batch in flight. */
  close(): Promise<void>
}

const busyMs = 20
const idleMs = 100
const slowestRetryMs = 5_000
/** How many failures in a row `drained` tolerates before it tells those waiting; the retries continue. */
const patience = 8

export async function readStream(options: StreamOptions): Promise<StreamReader> {
  const { log } = options
  const follower = await followStream(options)
  const closing = new AbortController()
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = []
  let look = new AbortController()
  let failures = 0

  async function rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: AbortSignal.any([look.signal, closing.signal]) }).catch(() => undefined)
    if (look.signal.aborted) look = new AbortController()
  }

  function succeeded(): void {
    if (failures > 0) log('The stream consumer works again.')
    failures = 0
  }

  async function failed(error: unknown): Promise<void> {
    failures += 1
    follower.rewind()
    const why = error instanceof Error ? error.message : String(error)
    const retryMs = Math.min(50 * 2 ** (failures - 1), slowestRetryMs)
    log(`The stream consumer failed (time ${failures}: ${why}); it tries again in ${retryMs} ms.`)
    if (failures >= patience) {
      const stuck = new Error(`The stream consumer has failed ${failures} times in a row: ${why}`)
      for (const waiter of waiting.splice(0)) waiter.reject(stuck)
    }
    await sleep(retryMs, undefined, { signal: closing.signal }).catch(() => undefined)
  }

  async function run(): Promise<void> {
    let idle = busyMs
    while (!closing.signal.aborted) {
      // Whoever asked before this round began is answered by it; whoever asks meanwhile, by the next.
      const asked = waiting.length
      try {
        const any = await follower.round()
        succeeded()
        idle = any ? busyMs : Math.min(idle * 1.5, idleMs)
        if (any) continue
        for (const waiter of waiting.splice(0, asked)) waiter.resolve()
        if (waiting.length === 0) await rest(idle)
      } catch (error) {
        await failed(error)
      }
    }
    for (const waiter of waiting.splice(0)) waiter.reject(new Error('The stream reader was closed.'))
  }

  const running = run()
  return {
    drained() {
      if (closing.signal.aborted) return Promise.reject(new Error('The stream reader was closed.'))
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        look.abort()
      })
    },
    wake: () => look.abort(),
    handled: follower.handled,
    async close() {
      closing.abort()
      await running
    },
  }
}
