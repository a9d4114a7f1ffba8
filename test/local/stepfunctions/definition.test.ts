import { ValidateStateMachineDefinitionCommand } from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig, roleArn } from './rig.ts'

const one = (state: object): object => ({ QueryLanguage: 'JSONata', StartAt: 'A', States: { A: state } })
const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'f' }, End: true }
const map = { Type: 'Map', ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true }

/** What is refused, and where the complaint says it is. */
const refused: [about: string, definition: object, complaint: string][] = [
  ['no states', { QueryLanguage: 'JSONata', StartAt: 'A' }, 'These fields are required: [States] at /'],
  ['nothing at all', {}, 'These fields are required: [StartAt, States] at /'],
  [
    'JSONPath, in one sentence',
    {
      StartAt: 'A',
      States: { A: { Type: 'Pass', ResultPath: '$.x', Next: 'B' }, B: { Type: 'Pass', InputPath: '$', End: true } },
    },
    "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: JSONPath is not supported: only states with QueryLanguage 'JSONata' are at /States/A/QueryLanguage'",
  ],
  [
    'JSONPath inside',
    one({
      ...map,
      ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true } } },
    }),
    '/States/A/ItemProcessor/States/P/QueryLanguage',
  ],
  ['a JSONPath field', one({ Type: 'Pass', Parameters: {}, End: true }), '/States/A/Parameters'],
  [
    'an unknown field',
    one({ Type: 'Pass', Outptu: 1, End: true }),
    "Field 'Outptu' is not supported at /States/A/Outptu",
  ],
  ['no branches', one({ Type: 'Parallel', Branches: [], End: true }), 'one branch is required at /States/A/Branches'],
  ['another version of the language', { ...one({ Type: 'Succeed' }), Version: '9' }, '/Version'],
  ['half an expression', one({ Type: 'Pass', Output: { a: '{% 1' }, End: true }), '/States/A/Output/a'],
  [
    'a condition that is a number',
    one({ Type: 'Choice', Choices: [{ Condition: 5, Next: 'A' }] }),
    '/States/A/Choices[0]/Condition',
  ],
  [
    'a condition that is a word',
    one({ Type: 'Choice', Choices: [{ Condition: 'yes', Next: 'A' }] }),
    '/States/A/Choices[0]/Condition',
  ],
  [
    'a circle that no way leads to',
    {
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: {
        A: { Type: 'Succeed' },
        B: { Type: 'Pass', Next: 'C' },
        C: { Type: 'Pass', Next: 'B' },
      },
    },
    'State "B" is not reachable. at /States/B',
  ],
  ['an unknown type', one({ Type: 'Sleep', End: true }), '/States/A/Type'],
  ['no end', one({ Type: 'Pass' }), 'one of [Next, End] at /States/A'],
  [
    'a way to nowhere',
    one({ Type: 'Pass', Next: 'B' }),
    "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Next",
  ],
  [
    'a state no way leads to',
    { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Succeed' }, B: { Type: 'Succeed' } } },
    'State "B" is not reachable. at /States/B',
  ],
  [
    'a name twice',
    one({ Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: { Type: 'Succeed' } } }], End: true }),
    'DUPLICATE_STATE_NAME',
  ],
  [
    'an expression that is none',
    one({ Type: 'Pass', Output: { a: ['{% 1 + %}'] }, End: true }),
    '/States/A/Output/a[0]',
  ],
  ['a service not covered', one({ ...task, Resource: 'arn:aws:states:::sqs:sendMessage' }), '/States/A/Resource'],
  ['an SDK call', one({ ...task, Resource: 'arn:aws:states:::aws-sdk:s3:getObject' }), '/States/A/Resource'],
  ['an activity', one({ ...task, Resource: 'arn:aws:states:us-east-1:111111111111:activity:a' }), '/States/A/Resource'],
  [
    'a fire-and-forget call',
    one({ ...task, Arguments: { FunctionName: 'f', InvocationType: 'Event' } }),
    '/States/A/Arguments/InvocationType',
  ],
  ['a call of no function', one({ ...task, Arguments: {} }), '[FunctionName] at /States/A/Arguments'],
  ['credentials without a role', one({ ...task, Credentials: {} }), '[RoleArn] at /States/A/Credentials'],
  [
    'a distributed Map',
    one({ ...map, ItemProcessor: { ...map.ItemProcessor, ProcessorConfig: { Mode: 'DISTRIBUTED' } } }),
    '/States/A/ItemProcessor/ProcessorConfig/Mode',
  ],
  ['an item reader', one({ ...map, ItemReader: {} }), '/States/A/ItemReader'],
  [
    'a Wait for two things',
    one({ Type: 'Wait', Seconds: 1, Timestamp: '2030-01-01T00:00:00Z', End: true }),
    'exactly one of [Seconds, Timestamp] at /States/A',
  ],
  ['a Timestamp that is none', one({ Type: 'Wait', Timestamp: 'soon', End: true }), '/States/A/Timestamp'],
  ['a timeout of nothing', one({ ...task, TimeoutSeconds: 0 }), '/States/A/TimeoutSeconds'],
  [
    'a heartbeat beyond the timeout',
    one({ ...task, TimeoutSeconds: 10, HeartbeatSeconds: 10 }),
    '/States/A/HeartbeatSeconds',
  ],
  [
    'States.ALL with others',
    one({ ...task, Retry: [{ ErrorEquals: ['States.ALL', 'E'] }] }),
    '/States/A/Retry[0]/ErrorEquals',
  ],
  [
    'a negative retry',
    one({ ...task, Retry: [{ ErrorEquals: ['E'], MaxAttempts: -1 }] }),
    '/States/A/Retry[0]/MaxAttempts',
  ],
  ['a choice without choices', one({ Type: 'Choice', Choices: [], Default: 'A' }), '/States/A/Choices'],
  ['a variable that is AWS’s', one({ Type: 'Pass', Assign: { states: 1 }, End: true }), '/States/A/Assign/states'],
  ['Catch on a Pass', one({ Type: 'Pass', Catch: [], End: true }), '/States/A/Catch'],
]

test.each(refused)('%s is refused, and the field is named', async (_about, definition, complaint) => {
  await using rig = await Rig.open()
  const text = JSON.stringify(definition)
  await expect(rig.create('m', text)).rejects.toMatchObject({ name: 'InvalidDefinition' })
  await expect(rig.create('m', text)).rejects.toThrow(complaint)
  const { result, diagnostics } = await rig.client.send(new ValidateStateMachineDefinitionCommand({ definition: text }))
  expect(result).toBe('FAIL')
  expect(diagnostics?.length).toBeGreaterThan(0)
})

test('a good definition has no diagnostics', async () => {
  await using rig = await Rig.open()
  const definition = JSON.stringify(one({ ...task, Comment: roleArn }))
  expect(await rig.client.send(new ValidateStateMachineDefinitionCommand({ definition }))).toMatchObject({
    result: 'OK',
    diagnostics: [],
  })
})

test('states that are JSONata each by itself are taken', async () => {
  await using rig = await Rig.open()
  await rig.create(
    'm',
    JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', QueryLanguage: 'JSONata', End: true } } }),
  )
})

test('credentials are told in the history, by expression too', async () => {
  await using rig = await Rig.open({ f: () => 1 })
  const credentials = { Credentials: { RoleArn: "{% 'arn:aws:iam::222222222222:role/' & $states.input %}" } }
  const arn = await rig.run(one({ ...task, ...credentials }), 'other')
  expect((await rig.history(arn)).find((event) => event.type === 'TaskScheduled')).toMatchObject({
    taskScheduledEventDetails: { taskCredentials: { roleArn: 'arn:aws:iam::222222222222:role/other' } },
  })
  expect((await rig.describe(arn)).status).toBe('SUCCEEDED')
})
