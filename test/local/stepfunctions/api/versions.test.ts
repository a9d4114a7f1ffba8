import * as sfn from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig } from '../rig.ts'
import { pass, prefix, text, waiting } from './definitions.ts'

test('versions stay as they were published; an alias leads to them', async () => {
  await using rig = await Rig.open({}, { random: () => 0.95 })
  const stateMachineArn = await rig.create('m', pass)
  const publish = (description?: string): Promise<sfn.PublishStateMachineVersionOutput> =>
    rig.client.send(new sfn.PublishStateMachineVersionCommand({ stateMachineArn, ...(description && { description }) }))
  const first = await publish('the first')
  expect(first.stateMachineVersionArn).toBe(`${stateMachineArn}:1`)
  expect((await publish()).stateMachineVersionArn).toBe(`${stateMachineArn}:1`)
  const updated = await rig.client.send(
    new sfn.UpdateStateMachineCommand({
      stateMachineArn,
      definition: text(waiting),
      publish: true,
      versionDescription: 'second',
    }),
  )
  expect(updated.stateMachineVersionArn).toBe(`${stateMachineArn}:2`)
  const { stateMachineVersions } = await rig.client.send(new sfn.ListStateMachineVersionsCommand({ stateMachineArn }))
  expect(stateMachineVersions?.map((version) => version.stateMachineVersionArn)).toEqual([
    `${stateMachineArn}:2`,
    `${stateMachineArn}:1`,
  ])
  const described = await rig.client.send(
    new sfn.DescribeStateMachineCommand({ stateMachineArn: `${stateMachineArn}:1` }),
  )
  expect(described).toMatchObject({ definition: text(pass), description: 'the first' })

  const routes = (one: number, two: number): sfn.RoutingConfigurationListItem[] => [
    { stateMachineVersionArn: `${stateMachineArn}:1`, weight: one },
    { stateMachineVersionArn: `${stateMachineArn}:2`, weight: two },
  ]
  const alias = await rig.client.send(
    new sfn.CreateStateMachineAliasCommand({ name: 'live', routingConfiguration: routes(90, 10) }),
  )
  const stateMachineAliasArn = String(alias.stateMachineAliasArn)
  expect(stateMachineAliasArn).toBe(`${stateMachineArn}:live`)
  const arn = await rig.start(stateMachineAliasArn)
  await rig.stepFunctions.idle()
  expect(await rig.describe(arn)).toMatchObject({
    status: 'RUNNING',
    stateMachineArn,
    stateMachineAliasArn,
    stateMachineVersionArn: `${stateMachineArn}:2`,
  })
  await rig.client.send(
    new sfn.UpdateStateMachineAliasCommand({ stateMachineAliasArn, routingConfiguration: routes(100, 0) }),
  )
  const other = await rig.start(stateMachineAliasArn)
  await rig.stepFunctions.idle()
  expect((await rig.describe(other)).stateMachineVersionArn).toBe(`${stateMachineArn}:1`)
  const byAlias = await rig.client.send(new sfn.ListExecutionsCommand({ stateMachineArn: stateMachineAliasArn }))
  expect(byAlias.executions?.length).toBe(2)
  const byVersion = await rig.client.send(new sfn.ListExecutionsCommand({ stateMachineArn: `${stateMachineArn}:1` }))
  expect(byVersion.executions?.map((execution) => execution.executionArn)).toEqual([other])

  const deleting = new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn: `${stateMachineArn}:1` })
  await expect(rig.client.send(deleting)).rejects.toMatchObject({ name: 'ConflictException' })
  await rig.client.send(new sfn.DeleteStateMachineAliasCommand({ stateMachineAliasArn }))
  await rig.client.send(deleting)
  const left = await rig.client.send(new sfn.ListStateMachineVersionsCommand({ stateMachineArn }))
  expect(left.stateMachineVersions?.length).toBe(1)
  await expect(rig.start(`${stateMachineArn}:1`)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' })
  await expect(
    rig.client.send(new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn })),
  ).rejects.toMatchObject({ name: 'ResourceNotFound' })
})

test.each([
  [[], 'greater than or equal to 1'],
  [[['m:1', 99]], 'Sum of routing configuration weights must equal 100. Received: [99]'],
  [
    [
      ['m:1', 50],
      ['m:1', 50],
    ],
    'must contain distinct state machine version ARNs',
  ],
  [[['m:7', 100]], 'must contain state machine version ARNs'],
  [
    [
      ['m:1', 50],
      ['n:1', 50],
    ],
    'versions of one state machine',
  ],
] as [[string, number][], string][])('an alias with the routes %j is refused', async (routes, message) => {
  await using rig = await Rig.open()
  for (const name of ['m', 'n']) {
    const stateMachineArn = await rig.create(name, pass)
    await rig.client.send(new sfn.PublishStateMachineVersionCommand({ stateMachineArn }))
  }
  const routingConfiguration = routes.map(([version, weight]) => ({
    stateMachineVersionArn: `${prefix}stateMachine:${version}`,
    weight,
  }))
  await expect(
    rig.client.send(new sfn.CreateStateMachineAliasCommand({ name: 'a', routingConfiguration })),
  ).rejects.toThrow(message)
})

test('aliases are listed as they were made, in pages; deleting one that is not there is no error', async () => {
  await using rig = await Rig.open()
  const stateMachineArn = await rig.create('m', pass)
  const { stateMachineVersionArn } = await rig.client.send(
    new sfn.PublishStateMachineVersionCommand({ stateMachineArn }),
  )
  for (const name of ['late', 'early', 'middle']) {
    const routingConfiguration = [{ stateMachineVersionArn, weight: 100 }]
    await rig.client.send(new sfn.CreateStateMachineAliasCommand({ name, routingConfiguration }))
    rig.clock.time += 1_000
  }
  const list = (input: object): Promise<sfn.ListStateMachineAliasesOutput> =>
    rig.client.send(new sfn.ListStateMachineAliasesCommand({ stateMachineArn, maxResults: 2, ...input }))
  const first = await list({})
  const second = await list({ nextToken: first.nextToken })
  const arns = [first, second].map(({ stateMachineAliases = [] }) =>
    stateMachineAliases.map((alias) => alias.stateMachineAliasArn?.split(':').at(-1)),
  )
  expect(arns).toEqual([['late', 'early'], ['middle']])
  const gone = { stateMachineAliasArn: `${stateMachineArn}:middle` }
  await rig.client.send(new sfn.DeleteStateMachineAliasCommand(gone))
  await rig.client.send(new sfn.DeleteStateMachineAliasCommand(gone))
  expect((await list({})).stateMachineAliases?.length).toBe(2)
})
