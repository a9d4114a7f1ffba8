import * as sfn from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig, roleArn } from '../rig.ts'
import { pass, text } from './definitions.ts'

test('what is not offered says so', async () => {
  await using rig = await Rig.open()
  const stateMachineArn = await rig.create('m', pass)
  await expect(rig.client.send(new sfn.StartSyncExecutionCommand({ stateMachineArn }))).rejects.toMatchObject({
    name: 'StateMachineTypeNotSupported',
  })
  await expect(rig.client.send(new sfn.CreateActivityCommand({ name: 'a' }))).rejects.toThrow(
    "operation 'CreateActivity'",
  )
  await expect(
    rig.client.send(new sfn.CreateStateMachineCommand({ name: 'x', definition: text(pass), roleArn, type: 'EXPRESS' })),
  ).rejects.toMatchObject({ name: 'StateMachineTypeNotSupported' })
})

test('all that a page asks for wrongly is said at once', async () => {
  await using rig = await Rig.open()
  const nextToken = 'x'.repeat(1_025)
  await expect(
    rig.client.send(new sfn.ListStateMachinesCommand({ maxResults: 1_001, nextToken })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message: `2 validation errors detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000; Value '${nextToken}' at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to 1024`,
  })
})

test.each([
  ['InvalidArn', { roleArn: 'abc' }],
  ['SerializationException', { tags: 'x' }],
  ['SerializationException', { tags: [null] }],
  ['SerializationException', { tracingConfiguration: 5 }],
  ['SerializationException', { loggingConfiguration: 'ALL' }],
  ['ValidationException', { loggingConfiguration: { level: 'NOPE' } }],
])('%s: %j', async (error, fields) => {
  await using rig = await Rig.open()
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'S', States: { S: { Type: 'Succeed' } } })
  const response = await rig.stepFunctions.fetch(
    new Request('http://local/', {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSStepFunctions.CreateStateMachine' },
      body: JSON.stringify({ name: 'm', definition, roleArn, ...fields }),
    }),
  )
  expect([response.status, ((await response.json()) as { __type: string }).__type]).toEqual([400, error])
})
