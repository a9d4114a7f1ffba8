import { rmSync } from 'node:fs'
import { StatementSync } from 'node:sqlite'
import { RedriveExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStepFunctions } from '../../../local/stepfunctions/step-functions.ts'
import { HandClock, newFolder, patiently, Rig } from './rig.ts'

const { run } = StatementSync.prototype
let folder = ''

beforeEach(() => {
  folder = newFolder()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

afterEach(() => {
  StatementSync.prototype.run = run
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** From the first statement of which this holds, nothing is written any more: as if the process had ended there. */
function dieBefore(holds: (sql: string) => boolean): void {
  let dead = false
  StatementSync.prototype.run = function (...values) {
    dead ||= holds(this.sourceSQL)
    if (dead) throw Object.assign(new Error('The process has ended'), { code: 'ERR_SQLITE_ERROR' })
    return Reflect.apply(run, this, values)
  }
}

async function opened(): Promise<Rig> {
  StatementSync.prototype.run = run
  return Rig.open({}, { folder, clock: new HandClock() })
}

const nap = { StartAt: 'Nap', States: { Nap: { Type: 'Wait', Seconds: 60, End: true } } }

test('a process that dies right after a stop has not forgotten the execution that was waited for', async () => {
  const first = await opened()
  const StateMachineArn = await first.create('child', nap)
  const start = {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Arguments: { StateMachineArn, Name: 'the-child' },
    End: true,
  }
  const arn = await first.run({ StartAt: 'Start', States: { Start: start } })
  let commits = 0
  dieBefore((sql) => sql.startsWith('BEGIN') && ++commits > 1)
  await first.client.send(new StopExecutionCommand({ executionArn: arn }))
  await first.stop()

  await using second = await opened()
  await second.stepFunctions.idle()
  expect((await second.describe(arn)).status).toBe('ABORTED')
  const child = StateMachineArn.replace('stateMachine', 'execution').concat(':the-child')
  const { status, cause } = await second.describe(child)
  expect([status, cause]).toEqual(['ABORTED', expect.stringContaining(arn)])
  // Redriven, it is nobody's to stop any more.
  await second.client.send(new RedriveExecutionCommand({ executionArn: child }))
  await second.stop()
  await using third = await opened()
  await third.stepFunctions.idle()
  expect((await third.describe(child)).status).toBe('RUNNING')
})

test('a step that ends the process each time it is taken is not taken for ever', async () => {
  const first = await opened()
  const arn = await first.run(nap)
  const other = await first.run(nap)
  dieBefore((sql) => sql.startsWith('BEGIN'))
  await first.client.send(new StopExecutionCommand({ executionArn: other })).catch(() => undefined)
  await first.stop()
  for (let death = 1; death <= 3; death++) {
    const rig = await opened()
    await rig.stepFunctions.idle()
    expect((await rig.describe(arn)).status).toBe('RUNNING')
    dieBefore((sql) => sql.startsWith('BEGIN'))
    await rig.pass(60)
    await rig.stop()
  }
  await using last = await opened()
  await last.stepFunctions.idle()
  expect(await last.describe(arn)).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'Step Functions ended 3 times while it took the same step of this execution.',
  })
  await last.pass(60)
  expect((await last.describe(other)).status).toBe('SUCCEEDED')
})

test('closing gives up the calls under way; they are made again at the next opening', async () => {
  const made: AbortSignal[] = []
  const opening = (): ReturnType<typeof openStepFunctions> =>
    openStepFunctions({
      folder,
      clock: Date,
      invoke: (_name, _payload, { signal }) => {
        made.push(signal)
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      },
    })
  const rig = await opened()
  const Resource = 'arn:aws:lambda:us-east-1:111111111111:function:f'
  const stateMachineArn = await rig.create('calling', {
    StartAt: 'T',
    States: { T: { Type: 'Task', Resource, End: true, TimeoutSeconds: 5 } },
  })
  await rig.stop()
  const headers = { 'x-amz-target': 'AWSStepFunctions.StartExecution' }
  const body = JSON.stringify({ stateMachineArn })
  const first = opening()
  await first.fetch(new Request('http://local/', { method: 'POST', headers, body }))
  await expect.poll(() => made.length, patiently).toBe(1)
  await first.close()
  expect(made[0]?.aborted).toBe(true)
  const second = opening()
  await expect.poll(() => made.length, patiently).toBe(2)
  await second.close()
})
