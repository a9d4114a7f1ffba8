import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { handler } from '../../../functions/events/sweep.ts'
import { audiences } from '../../../functions/store/audiences.ts'
import { keys } from '../../../functions/store/keys.ts'
import { mailWorld } from './mail-world.ts'

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
