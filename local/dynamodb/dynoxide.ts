import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import { dynoxideBinary } from './binary.ts'
import { hiddenAddress } from './hidden-address.ts'
import { databaseIn, endOrphan, forgetChild, rememberChild } from './orphan.ts'
import { endWithThisProcess } from './watchdog.ts'

export interface Dynoxide {
  endpoint: string
  /** Of the child that runs now; it changes when a dead one is replaced. */
  pid(): number
  close(): Promise<void>
}

/** How often a dynoxide that dies is replaced within a minute before the locality gives up. */
const replacements = 5

/** How many addresses are tried at the start: dynoxide refuses a port on which anybody listens at any address of the machine. */
const addresses = 5

/**
 * dynoxide as a child on a loopback address of its own, its SQLite file in `folder`. A child that dies is replaced on the same
 * address (its file survives `kill -9`, and the SDK's retries bridge the gap), and each time that is said; `gaveUp` is called
 * when it keeps dying.
 */
export async function startDynoxide(options: {
  folder: string
  log: (line: string) => void
  gaveUp: (why: CannotStart) => void
  address?: () => Promise<{ host: string; port: number }>
}): Promise<Dynoxide> {
  const { folder, log, address = hiddenAddress } = options
  const databasePath = databaseIn(folder)
  const binary = dynoxideBinary()
  await mkdir(folder, { recursive: true })
  await endOrphan(folder)
  const deaths: number[] = []
  let closing = false
  let at = await address()
  let child = await startSomewhere()

  async function startSomewhere(): Promise<ChildProcess> {
    for (let tried = 1; ; tried++) {
      try {
        return await start()
      } catch (error) {
        const taken = error instanceof CannotStart && error.message.includes('is already in use')
        if (!taken || tried === addresses) throw error
        at = await address()
      }
    }
  }

  async function start(): Promise<ChildProcess> {
    const started = spawn(binary, ['serve', '--host', at.host, '--port', String(at.port), '--db-path', databasePath], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // A terminal sends Ctrl-C to the whole process group; the child must outlive the last request of the parent.
      detached: true,
    })
    let lastWords = ''
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-500)
    })
    const ended = new Promise<string>((resolve) => {
      started.once('error', (error) => resolve(error.message))
      started.once('exit', (code, signal) => resolve(`${signal ?? `exit ${code}`}${lastLine(lastWords)}`))
    })
    // Written at once: if this process were killed before, it would leave a child that nobody knows of.
    if (started.pid !== undefined) {
      const callOff = endWithThisProcess(started.pid)
      ended.then(callOff)
      await rememberChild(folder, started.pid)
    }
    const waiting = new AbortController()
    const end = await Promise.race([ended, answers(endpointAt(at), waiting.signal)])
    waiting.abort()
    if (end !== true) throw new CannotStart(`DynamoDB (dynoxide) did not start: ${end}.`)
    ended.then((why) => died(why))
    return started
  }

  async function died(why: string): Promise<void> {
    if (closing) return
    const now = Date.now()
    deaths.push(now)
    log(`DynamoDB (dynoxide) ended unexpectedly (${why}); starting it again on the same file.`)
    if (deaths.filter((at) => at > now - 60_000).length > replacements) {
      options.gaveUp(new CannotStart(`DynamoDB (dynoxide) keeps ending (${why}), so the locality cannot go on.`))
      return
    }
    try {
      const replacement = await start()
      if (closing) await end(replacement)
      else child = replacement
    } catch (error) {
      options.gaveUp(error instanceof CannotStart ? error : new CannotStart(String(error)))
    }
  }

  return {
    endpoint: endpointAt(at),
    pid: () => child.pid ?? -1,
    async close() {
      closing = true
      await end(child)
      await forgetChild(folder)
    },
  }
}

function endpointAt({ host, port }: { host: string; port: number }): string {
  return `http://${host}:${port}`
}

async function answers(endpoint: string, signal: AbortSignal): Promise<true | string> {
  for (const began = Date.now(); Date.now() - began < 10_000 && !signal.aborted; ) {
    // Another program may hold the port: the child then exits, which the caller sees first or on the next request.
    const text = await fetch(endpoint).then(
      (response) => response.text(),
      () => '',
    )
    if (text.startsWith('healthy: dynamodb')) return true
    await sleep(5)
  }
  return 'it did not answer within 10 seconds'
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 3_000)
  await ended
  clearTimeout(patience)
}

function lastLine(text: string): string {
  const line = text.trim().split('\n').at(-1)?.trim()
  return line && !line.startsWith('Dynoxide listening') ? `: ${line}` : ''
}
