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
    "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/A/ItemProcessor/States/P'",
  ],
  [
    'a JSONPath field',
    one({ Type: 'Pass', Parameters: {}, End: true }),
    "The QueryLanguage is set to 'JSONata', but field 'Parameters' is only supported for the 'JSONPath' QueryLanguage at /States/A'",
  ],
  [
    'a language of states inside',
    one({ ...map, ItemProcessor: { ...map.ItemProcessor, QueryLanguage: 'JSONata' } }),
    "Field 'QueryLanguage' is not supported at /States/A/ItemProcessor'",
  ],
  [
    'an unknown language',
    { ...one({ Type: 'Succeed' }), QueryLanguage: 'jsonata' },
    'Value should be one of the following: [JSONPath, JSONata] at /QueryLanguage',
  ],
  ['a language that is a number', { ...one({ Type: 'Succeed' }), QueryLanguage: 5 }, 'Expected value of type [STRING]'],
  [
    'a circle',
    one({ Type: 'Pass', Next: 'A' }),
    "Invalid State Machine Definition: 'MISSING_END_STATE: Workflow has no terminal state at null'",
  ],
  [
    'a way to nowhere and no end',
    one({ Type: 'Pass', Next: 'B' }),
    "'MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Next, MISSING_END_STATE: Workflow has no terminal state at null'",
  ],
  [
    'a beginning that is not there',
    { ...one({ Type: 'Succeed' }), StartAt: 'N' },
    "'MISSING_TRANSITION_TARGET: Missing 'Next' target: N at /StartAt, MISSING_TRANSITION_TARGET: State \"A\" is not reachable. at /States/A'",
  ],
  [
    'a variable of the scope around',
    {
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'M' },
        M: {
          ...map,
          ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', Assign: { x: 2 }, End: true } } },
          Assign: { free: 1 },
        },
      },
    },
    "The variable name 'x' was already defined in a parent scope. at /States/M/ItemProcessor/States/P/Assign/x",
  ],
  [
    'an expression that ends too soon',
    one({ Type: 'Pass', Output: { a: '{% 1 + %}' }, End: true }),
    "'INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output/a'",
  ],
  [
    'a name of nothing',
    one({ Type: 'Pass', Output: '{% $map($states.input.list[price > 3], function($x) { phone }) %}', End: true }),
    "'UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at /States/A/Output'",
  ],
  [
    'the root of nothing',
    one({ Type: 'Pass', Output: '{% $$ %}', End: true }),
    "'UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' is not supported. at /States/A/Output'",
  ],
  [
    'an error where none is caught',
    one({ Type: 'Pass', Output: '{% $states.errorOutput.Cause %}', End: true }),
    "'UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.errorOutput' does not exist. at /States/A/Output'",
  ],
  [
    'a result before there is one',
    one({ ...task, Arguments: { FunctionName: 'f', Payload: '{% $states.result %}' } }),
    "Field '$states.result' does not exist. at /States/A/Arguments/Payload'",
  ],
  ['a negative concurrency', one({ ...map, MaxConcurrency: -1 }), 'Minimum value is 0 at /States/A/MaxConcurrency'],
  [
    'more than all failures',
    one({ ...map, ToleratedFailurePercentage: 101 }),
    'Maximum value is 100.0 at /States/A/ToleratedFailurePercentage',
  ],
  [
    'a small t in a Timestamp',
    one({ Type: 'Wait', Timestamp: '2030-01-01t00:00:00Z', End: true }),
    '/States/A/Timestamp',
  ],
  ['an unknown field', one({ Type: 'Pass', Outptu: 1, End: true }), "Field 'Outptu' is not supported at /States/A'"],
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
  ['an item reader', one({ ...map, ItemReader: {} }), "Field 'ItemReader' is not supported at /States/A"],
  [
    'a Wait for two things',
    one({ Type: 'Wait', Seconds: 1, Timestamp: '2030-01-01T00:00:00Z', End: true }),
    'There should only be one of the following fields: [Seconds, Timestamp] at /States/A',
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
  ['Catch on a Pass', one({ Type: 'Pass', Catch: [], End: true }), "Field 'Catch' is not supported at /States/A"],
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
