import { ExecutionAlreadyExists, type SFNClient } from '@aws-sdk/client-sfn'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { handler } from '../../../functions/events/sweep.ts'
import { audiences } from '../../../functions/store/audiences.ts'
import { keys } from '../../../functions/store/keys.ts'
import { openTheWait } from '../../../functions/store/wait-store.ts'
import { mailWorld, caseId as theirs } from './mail-world.ts'

test('sweeps ten cases at once, and one that cannot be read keeps no other waiting', async () => {
  const { deps } = await mailWorld()
  const { client, name } = deps.table
  const lost = Array.from({ length: 24 }, (_, index) => `c${String(index).padStart(12, '0')}`)
  for (const caseId of lost)
    await client.send(
      new PutCommand({
        TableName: name,
        Item: { ...keys.row(audiences.board, `open#2026#${caseId}`), body: { caseId } },
      }),
    )
  let [reading, most] = [0, 0]
  const send = client.send.bind(client)
  Object.assign(client, {
    send: async (command: { input?: { ExpressionAttributeValues?: Record<string, unknown> } }) => {
      const ofCase = String(command.input?.ExpressionAttributeValues?.[':pk']).startsWith('CASE#')
      if (ofCase) reading += 1
      most = Math.max(most, reading)
      return send(command as never).finally(() => {
        if (ofCase) reading -= 1
      })
    },
  })
  await expect(handler()).rejects.toThrow('24 failures in the daily sweep of 25 cases.')
  expect(most).toBe(10)
})

test('an execution that is not running is said each day, until somebody acts; one that runs, or sleeps, is not', async () => {
  const { deps, open, theCase, at } = await mailWorld()
  await open()
  let status = 'FAILED'
  const asked: unknown[] = []
  const send = async (command: { input: { name?: string; executionArn?: string } }) => {
    if (command.input.name) throw new ExecutionAlreadyExists({ message: 'It had this name.', $metadata: {} })
    asked.push(command.input.executionArn)
    return { status }
  }
  deps.workflows = {
    client: async () => ({ send }) as unknown as SFNClient,
    arnOf: (workflow) => `arn:aws:states:eu-west-2:1:stateMachine:${workflow}`,
  }
  for (const day of ['06', '07']) {
    at(`2026-01-${day}T05:00:00.000Z`)
    await expect(handler()).rejects.toThrow('1 failures in the daily sweep of 1 cases.')
  }
  expect(asked).toEqual(Array(2).fill(`arn:aws:states:eu-west-2:1:execution:nomination:${theirs}-nomination-2`))
  status = 'RUNNING'
  expect(await handler()).toEqual({ cases: 1 })
  status = 'ABORTED'
  const wait = { attempt: 2, waits: ['nominations' as const], until: '2026-01-09T00:00:00.000Z', token: 'a-token' }
  await openTheWait(deps, theirs, (await theCase()).head.sequence, wait)
  expect(await handler()).toEqual({ cases: 1 })
  at('2026-01-10T05:00:00.000Z')
  await expect(handler()).rejects.toThrow('1 failures')
})
