import * as sfn from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig, roleArn } from './rig.ts'

const pass = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }
const waiting = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 100, End: true } } }
const text = (definition: object): string => JSON.stringify({ QueryLanguage: 'JSONata', ...definition })
const prefix = 'arn:aws:states:us-east-1:111111111111:'

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

test('state machines are listed in pages', async () => {
  await using rig = await Rig.open()
  for (const name of ['c', 'a', 'b']) await rig.create(name, pass)
  const first = await rig.client.send(new sfn.ListStateMachinesCommand({ maxResults: 2 }))
  const second = await rig.client.send(new sfn.ListStateMachinesCommand({ maxResults: 2, nextToken: first.nextToken }))
  const names = [...(first.stateMachines ?? []), ...(second.stateMachines ?? [])].map((machine) => machine.name)
  expect(names).toEqual(['a', 'b', 'c'])
  expect(second.nextToken).toBeUndefined()
})

test('tags are kept', async () => {
  await using rig = await Rig.open()
  const resourceArn = await rig.create('m', pass)
  await rig.client.send(
    new sfn.TagResourceCommand({
      resourceArn,
      tags: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
    }),
  )
  await rig.client.send(new sfn.UntagResourceCommand({ resourceArn, tagKeys: ['a'] }))
  const { tags } = await rig.client.send(new sfn.ListTagsForResourceCommand({ resourceArn }))
  expect(tags).toEqual([{ key: 'b', value: '2' }])
})

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

test('ARNs are of the region a request is signed for, or of the one given', async () => {
  await using signed = await Rig.open()
  expect(await signed.create('m', pass)).toContain(':us-east-1:')
  await using given = await Rig.open({}, { region: 'eu-west-2', account: '222222222222' })
  expect(await given.create('m', pass)).toBe('arn:aws:states:eu-west-2:222222222222:stateMachine:m')
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

test('a machine is made with at most 50 tags', async () => {
  await using rig = await Rig.open()
  const tags = Array.from({ length: 51 }, (_, number) => ({ key: `key ${number}`, value: '' }))
  const asked = { name: 'm', definition: text(pass), roleArn }
  await rig.client.send(new sfn.CreateStateMachineCommand({ ...asked, tags: tags.slice(1) }))
  await expect(rig.client.send(new sfn.CreateStateMachineCommand({ ...asked, name: 'n', tags }))).rejects.toMatchObject(
    { name: 'TooManyTags' },
  )
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
