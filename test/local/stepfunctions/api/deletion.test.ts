import * as sfn from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig, roleArn } from '../rig.ts'
import { waiting } from './definitions.ts'

test('a deleted machine’s executions end at their next step, and it is gone with the last one', async () => {
  await using rig = await Rig.open()
  const stateMachineArn = await rig.create('m', waiting)
  const arn = await rig.start(stateMachineArn)
  await rig.stepFunctions.idle()
  const deletion = new sfn.DeleteStateMachineCommand({ stateMachineArn })
  const description = new sfn.DescribeStateMachineCommand({ stateMachineArn })
  await rig.client.send(deletion)
  await rig.client.send(deletion)
  expect((await rig.client.send(description)).status).toBe('DELETING')
  expect((await rig.describe(arn)).status).toBe('RUNNING')
  const deleting = { name: 'StateMachineDeleting' }
  await expect(rig.start(stateMachineArn)).rejects.toMatchObject(deleting)
  await expect(rig.create('m', waiting)).rejects.toMatchObject(deleting)
  await expect(rig.client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, roleArn }))).rejects.toMatchObject(
    deleting,
  )
  await rig.pass(100)
  expect(await rig.describe(arn)).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'State machine m has been deleted.',
  })
  await expect(rig.client.send(description)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' })
})

test('a machine is not deleted by the ARN of a version or an alias', async () => {
  await using rig = await Rig.open()
  const stateMachineArn = await rig.create('m', waiting)
  for (const qualifier of ['1', 'live']) {
    await expect(
      rig.client.send(new sfn.DeleteStateMachineCommand({ stateMachineArn: `${stateMachineArn}:${qualifier}` })),
    ).rejects.toMatchObject({ name: 'ValidationException' })
  }
  await rig.start(stateMachineArn)
})

test('a machine made under a name that was given up runs its own definition', async () => {
  await using rig = await Rig.open()
  const made = async (said: string) =>
    rig.create('m', { StartAt: 'P', States: { P: { Type: 'Pass', Output: said, End: true } } })
  const stateMachineArn = await made('first')
  await rig.start(stateMachineArn, {}, 'run')
  await rig.stepFunctions.idle()
  await rig.client.send(new sfn.DeleteStateMachineCommand({ stateMachineArn }))
  // Of the second nothing remains: it never ran.
  await made('second')
  await expect(rig.start(stateMachineArn, {}, 'run')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
  await rig.client.send(new sfn.DeleteStateMachineCommand({ stateMachineArn }))
  await made('third')
  const arn = await rig.start(stateMachineArn, {}, 'another')
  await rig.stepFunctions.idle()
  expect((await rig.describe(arn)).output).toBe('"third"')
})
