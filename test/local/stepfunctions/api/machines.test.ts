import * as sfn from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig, roleArn } from '../rig.ts'
import { pass, prefix, text, waiting } from './definitions.ts'

test('creating again with the same definition is creating once', async () => {
  await using rig = await Rig.open()
  const machine = await rig.create('m', pass)
  expect(await rig.create('m', pass)).toBe(machine)
  await expect(rig.create('m', waiting)).rejects.toMatchObject({
    name: 'StateMachineAlreadyExists',
    message: `State Machine Already Exists: '${machine}'`,
  })
})

test.each(['with space', 'a/b', 'a:b', 'a*', 'ü?', 'tab\t', '<x>'])('%j is no name', async (name) => {
  await using rig = await Rig.open()
  await expect(rig.create(name, pass)).rejects.toMatchObject({
    name: 'InvalidName',
    message: `Invalid Name: '${name}'`,
  })
})

test('a name has at most 80 characters', async () => {
  await using rig = await Rig.open()
  await rig.create('n'.repeat(80), pass)
  await expect(rig.create('n'.repeat(81), pass)).rejects.toMatchObject({
    name: 'ValidationException',
    message: `1 validation error detected: Value '${'n'.repeat(81)}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80`,
  })
})

test('an update is for the executions that start after it', async () => {
  await using rig = await Rig.open()
  const stateMachineArn = await rig.create('m', waiting)
  const before = await rig.start(stateMachineArn)
  const same = await rig.client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, definition: text(waiting) }))
  expect(same.revisionId).toBeUndefined()
  const { revisionId } = await rig.client.send(
    new sfn.UpdateStateMachineCommand({ stateMachineArn, definition: text(pass) }),
  )
  expect(revisionId).toBeTruthy()
  const after = await rig.start(stateMachineArn)
  await rig.stepFunctions.idle()
  expect((await rig.describe(before)).status).toBe('RUNNING')
  expect((await rig.describe(after)).status).toBe('SUCCEEDED')
  const described = await rig.client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }))
  expect(described).toMatchObject({ definition: text(pass), revisionId, roleArn, status: 'ACTIVE', type: 'STANDARD' })
  const running = await rig.client.send(new sfn.DescribeStateMachineForExecutionCommand({ executionArn: before }))
  expect(running.definition).toBe(text(waiting))
  await expect(rig.client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn }))).rejects.toMatchObject({
    name: 'MissingRequiredParameter',
  })
  await expect(
    rig.client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn: `${prefix}stateMachine:none`, roleArn })),
  ).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' })
})

test('an update must say what to update', async () => {
  await using rig = await Rig.open()
  const stateMachineArn = await rig.create('m', pass)
  const message =
    'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified'
  for (const input of [{}, { publish: true }]) {
    await expect(
      rig.client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, ...input })),
    ).rejects.toMatchObject({ name: 'MissingRequiredParameter', message })
  }
  const same = { level: 'OFF' as const, includeExecutionData: false }
  const updated = await rig.client.send(
    new sfn.UpdateStateMachineCommand({ stateMachineArn, loggingConfiguration: same }),
  )
  expect(updated.revisionId).toBeUndefined()
})

test('a definition is not told to who asks for metadata only; what is no definition is told in AWS’s words', async () => {
  await using rig = await Rig.open()
  const stateMachineArn = await rig.create('m', pass)
  const executionArn = await rig.start(stateMachineArn)
  const told = [
    await rig.client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn, includedData: 'METADATA_ONLY' })),
    await rig.client.send(
      new sfn.DescribeStateMachineForExecutionCommand({ executionArn, includedData: 'METADATA_ONLY' }),
    ),
  ]
  expect(told.map(({ definition }) => definition)).toEqual(['{}', '{}'])
  await expect(
    rig.client.send(new sfn.DescribeStateMachineForExecutionCommand({ executionArn: 'nonsense' })),
  ).rejects.toMatchObject({ name: 'InvalidArn' })
  const validated = await rig.client.send(
    new sfn.ValidateStateMachineDefinitionCommand({ definition: 'no definition' }),
  )
  expect(validated.diagnostics).toEqual([
    expect.objectContaining({
      code: 'INVALID_JSON_DESCRIPTION',
      message: expect.stringContaining("Unrecognized token 'no': was expecting"),
    }),
  ])
  await expect(
    rig.client.send(new sfn.ValidateStateMachineDefinitionCommand({ definition: '{}', severity: 'LOUD' as never })),
  ).rejects.toMatchObject({ name: 'ValidationException' })
})

test('state machines are listed in pages', async () => {
  await using rig = await Rig.open()
  for (const name of ['c', 'a', 'b']) await rig.create(name, pass)
  const first = await rig.client.send(new sfn.ListStateMachinesCommand({ maxResults: 2 }))
  const second = await rig.client.send(new sfn.ListStateMachinesCommand({ maxResults: 2, nextToken: first.nextToken }))
  const names = [...(first.stateMachines ?? []), ...(second.stateMachines ?? [])].map((machine) => machine.name)
  expect(names).toEqual(['a', 'b', 'c'])
  expect(second.nextToken).toBeUndefined()
})

test('ARNs are of the region a request is signed for, or of the one given', async () => {
  await using signed = await Rig.open()
  expect(await signed.create('m', pass)).toContain(':us-east-1:')
  await using given = await Rig.open({}, { region: 'eu-west-2', account: '222222222222' })
  expect(await given.create('m', pass)).toBe('arn:aws:states:eu-west-2:222222222222:stateMachine:m')
})
