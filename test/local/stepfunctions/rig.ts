import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { serveLocally } from '../../../local/stepfunctions/http-server.ts'
import {
  openStepFunctions,
  type StepFunctions,
  type StepFunctionsOptions,
} from '../../../local/stepfunctions/step-functions.ts'

export const roleArn = 'arn:aws:iam::111111111111:role/test'

/** A clock that stands still until it is moved. */
export class HandClock {
  time = Date.parse('2026-01-05T09:00:00.000Z')
  now(): number {
    return this.time
  }
}

/** For what happens by itself: soon, but on a busy machine not at once. */
export const patiently = { timeout: 20_000, interval: 20 }

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'stepfunctions-'))
}

export type Functions = Record<string, (payload: never) => unknown>

/** Step Functions on a folder, with a client to it, a clock to move and functions to call. */
export class Rig {
  readonly folder: string
  readonly clock: HandClock
  readonly stepFunctions: StepFunctions
  readonly calls: { name: string; payload: unknown; attempt: number }[] = []
  readonly client: SFNClient
  readonly #server: Server

  private constructor(folder: string, clock: HandClock, stepFunctions: StepFunctions, server: Server) {
    this.folder = folder
    this.clock = clock
    this.stepFunctions = stepFunctions
    this.#server = server
    this.client = clientFor((server.address() as AddressInfo).port)
  }

  static async open(
    functions: Functions = {},
    options: Partial<StepFunctionsOptions> & { clock?: HandClock } = {},
  ): Promise<Rig> {
    const folder = options.folder ?? newFolder()
    const clock = options.clock ?? new HandClock()
    const calls: Rig['calls'] = []
    const stepFunctions = openStepFunctions({
      random: () => 0.5,
      invoke: async (name, payload, { attempt }) => {
        calls.push({ name, payload, attempt })
        const called = functions[name]
        if (!called) throw new Error(`No function ${name}`)
        return called(payload as never)
      },
      ...options,
      folder,
      clock,
    })
    const rig = new Rig(folder, clock, stepFunctions, await serveLocally(stepFunctions.fetch, 0))
    rig.calls.push(...calls)
    Object.defineProperty(rig, 'calls', { value: calls })
    return rig
  }

  async create(name: string, definition: object | string): Promise<string> {
    const text =
      typeof definition === 'string' ? definition : JSON.stringify({ QueryLanguage: 'JSONata', ...definition })
    const made = await this.client.send(new CreateStateMachineCommand({ name, definition: text, roleArn }))
    return String(made.stateMachineArn)
  }

  async start(stateMachineArn: string, input: unknown = {}, name?: string): Promise<string> {
    const started = await this.client.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), ...(name && { name }) }),
    )
    return String(started.executionArn)
  }

  /** Creates, starts and waits until nothing happens without the clock moving. */
  async run(definition: object, input: unknown = {}): Promise<string> {
    const arn = await this.start(await this.create(`machine-${++machines}`, definition), input)
    await this.stepFunctions.idle()
    return arn
  }

  /** Moves the clock on and lets what is due happen. */
  async pass(seconds: number): Promise<void> {
    this.clock.time += seconds * 1_000
    this.stepFunctions.clockMoved()
    await this.stepFunctions.idle()
  }

  /** Moves the clock from timer to timer until there is none left. */
  async passAll(most = 1_000): Promise<void> {
    await this.stepFunctions.idle()
    for (let count = 0; count < most; count++) {
      const due = this.stepFunctions.nextDueAt()
      if (due === undefined) return
      await this.pass(Math.max(due - this.clock.time, 0) / 1_000)
    }
  }

  describe(executionArn: string): Promise<DescribeExecutionOutput> {
    return this.client.send(new DescribeExecutionCommand({ executionArn }))
  }

  async history(executionArn: string): Promise<HistoryEvent[]> {
    const events: HistoryEvent[] = []
    let nextToken: string | undefined
    do {
      const page = await this.client.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 1_000, ...(nextToken && { nextToken }) }),
      )
      events.push(...(page.events ?? []))
      nextToken = page.nextToken
    } while (nextToken)
    return events
  }

  async types(executionArn: string): Promise<string[]> {
    return (await this.history(executionArn)).map((event) => String(event.type))
  }

  /** Stops without deleting, as for opening again. */
  async stop(): Promise<void> {
    this.client.destroy()
    this.#server.close()
    this.#server.closeAllConnections()
    await this.stepFunctions.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

let machines = 0

export function clientFor(port: number): SFNClient {
  return new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    disableHostPrefix: true,
  })
}
