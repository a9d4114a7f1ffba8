import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../local/free-port.ts'
import type { Benchmark } from '../bench.ts'
import { openCrowd } from '../engine/crowd.ts'
import { spread } from '../statistics.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { ratios } from '../timed.ts'

const serve = fileURLToPath(new URL('../../local/stepfunctions/serve.ts', import.meta.url))

const sizes = { full: { executions: 10_000, times: 9 }, tiny: { executions: 100, times: 2 } }

export const resume: Benchmark = {
  name: 'resume',
  says: 'from kill -9 to ready: the local Step Functions with waiting executions, against an empty start',
  run: (size) =>
    inTemporaryFolder(async (folder) => {
      const { executions, times } = sizes[size]
      const [crowded, empty] = [join(folder, 'crowded'), join(folder, 'empty')]
      await (await openCrowd(crowded, executions)).kill()
      // Every start but the first is one after a kill, of the empty one too.
      const found = await ratios(
        times,
        () => untilReady(crowded),
        () => untilReady(empty),
      )
      return [
        {
          what: `start with ${executions.toLocaleString('en-GB')} waiting, of an empty one`,
          unit: '×',
          ...spread(found),
          reach: { most: 5 },
        },
      ]
    }),
}

/** Starts the server on the folder, asks it something, and kills it. @returns how long until it answered, in milliseconds */
async function untilReady(folder: string): Promise<number> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, [serve, '--data', folder, '--port', String(port), '--region', 'eu-west-2'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const listening = once(child.stdout, 'data')
  if ((await Promise.race([listening, gone.then(() => undefined)])) === undefined)
    throw new Error('The server ended before it was ready.')
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSStepFunctions.ListStateMachines', 'content-type': 'application/x-amz-json-1.0' },
    body: '{}',
  })
  await answer.text()
  const took = performance.now() - begun
  child.kill('SIGKILL')
  await gone
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
  return took
}
