import { SFNClient } from '@aws-sdk/client-sfn'
import { getRequestListener } from '@hono/node-server'
import { account, localCredentials, region } from './account.ts'
import { listenOnLoopback } from './loopback-server.ts'
import type { Activity } from './settled.ts'
import { openStepFunctions } from './stepfunctions/step-functions.ts'
import type { Timers } from './timers.ts'

export interface LocalStepFunctions extends Activity, Timers {
  close(): Promise<void>
}

/**
 * A loopback port for the Step Functions, where the SDK's own client finds them. The client is there before they open:
 * opening takes up what the last process left, and its functions need the client.
 */
export async function placeForStepFunctions(): Promise<{
  client: SFNClient
  open(options: {
    folder: string
    clock: { now(): number }
    invoke: (functionName: string, payload: unknown) => Promise<unknown>
  }): LocalStepFunctions
  close(): Promise<void>
}> {
  const server = await listenOnLoopback(0)
  const client = new SFNClient({ endpoint: server.url, region, credentials: localCredentials })
  return {
    client,
    open({ folder, clock, invoke }) {
      let worked = 0
      const stepFunctions = openStepFunctions({
        folder,
        clock,
        region,
        account,
        invoke(functionName, payload) {
          worked += 1
          return invoke(functionName, payload)
        },
      })
      const answer = (request: Request): Promise<Response> => {
        worked += 1
        return stepFunctions.fetch(request)
      }
      server.answerWith(getRequestListener(answer))
      return {
        quiet: () => stepFunctions.idle(),
        done: () => worked,
        nextDueAt: () => stepFunctions.nextDueAt(),
        clockMoved: () => stepFunctions.clockMoved(),
        close: () => stepFunctions.close(),
      }
    },
    async close() {
      client.destroy()
      await server.close()
    },
  }
}
