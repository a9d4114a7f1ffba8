import * as sfn from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig } from '../rig.ts'
import { prefix, waiting } from './definitions.ts'

test('starting twice by one name is starting once, while it runs and the input is the same', async () => {
  await using rig = await Rig.open()
  const machine = await rig.create('m', waiting)
  const first = await rig.start(machine, { a: 1, b: 2 }, 'one')
  expect(await rig.start(machine, { a: 1, b: 2 }, 'one')).toBe(first)
  await expect(rig.start(machine, { a: 2 }, 'one')).rejects.toMatchObject({
    name: 'ExecutionAlreadyExists',
    message: `Execution Already Exists: '${prefix}execution:m:one'`,
  })
  await rig.pass(100)
  await expect(rig.start(machine, { a: 1, b: 2 }, 'one')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
  const { executions } = await rig.client.send(new sfn.ListExecutionsCommand({ stateMachineArn: machine }))
  expect(executions?.length).toBe(1)
})

test('executions are listed newest first, by status, in pages', async () => {
  await using rig = await Rig.open()
  const stateMachineArn = await rig.create('m', waiting)
  const started: string[] = []
  for (let n = 0; n < 7; n++) started.unshift(await rig.start(stateMachineArn, {}, `e${n}`))
  await rig.stepFunctions.idle()
  await rig.client.send(new sfn.StopExecutionCommand({ executionArn: started[3] }))
  const list = async (input: Partial<sfn.ListExecutionsInput>): Promise<sfn.ListExecutionsOutput> =>
    rig.client.send(new sfn.ListExecutionsCommand({ stateMachineArn, ...input }))
  const pages: string[][] = []
  let nextToken: string | undefined
  do {
    const page = await list({ maxResults: 3, ...(nextToken && { nextToken }) })
    pages.push((page.executions ?? []).map((execution) => String(execution.executionArn)))
    nextToken = page.nextToken
  } while (nextToken)
  expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
  expect(pages.flat()).toEqual(started)
  const aborted = await list({ statusFilter: 'ABORTED' })
  expect(aborted.executions?.map((execution) => execution.executionArn)).toEqual([started[3]])
  await expect(list({ nextToken: 'made up' })).rejects.toMatchObject({ name: 'InvalidToken' })
  await expect(list({ statusFilter: 'DONE' as never })).rejects.toMatchObject({ name: 'ValidationException' })
  await expect(list({ stateMachineArn: 'nonsense' })).rejects.toMatchObject({
    name: 'InvalidArn',
    message: "Invalid Arn: 'Invalid ARN prefix: nonsense'",
  })
})

test('history comes in pages, backwards, and without its data', async () => {
  await using rig = await Rig.open()
  const executionArn = await rig.run(
    { StartAt: 'P', States: { P: { Type: 'Pass', Assign: { secret: 1 }, Next: 'S' }, S: { Type: 'Succeed' } } },
    { secret: 2 },
  )
  const ids = async (reverseOrder: boolean): Promise<number[][]> => {
    const pages: number[][] = []
    let nextToken: string | undefined
    do {
      const page = await rig.client.send(
        new sfn.GetExecutionHistoryCommand({
          executionArn,
          maxResults: 4,
          reverseOrder,
          ...(nextToken && { nextToken }),
        }),
      )
      pages.push((page.events ?? []).map((event) => Number(event.id)))
      nextToken = page.nextToken
    } while (nextToken)
    return pages
  }
  expect(await ids(false)).toEqual([
    [1, 2, 3, 4],
    [5, 6],
  ])
  expect(await ids(true)).toEqual([
    [6, 5, 4, 3],
    [2, 1],
  ])
  const bare = await rig.client.send(new sfn.GetExecutionHistoryCommand({ executionArn, includeExecutionData: false }))
  expect(JSON.stringify(bare.events)).not.toContain('secret')
  expect(bare.events?.[1]?.stateEnteredEventDetails?.name).toBe('P')
  const metadata = await rig.client.send(
    new sfn.DescribeExecutionCommand({ executionArn, includedData: 'METADATA_ONLY' }),
  )
  expect([metadata.input, metadata.output, metadata.inputDetails?.included]).toEqual([undefined, undefined, false])
})
