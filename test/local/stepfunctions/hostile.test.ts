import { request } from 'node:http'
import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serveLocally } from '../../../local/stepfunctions/http-server.ts'
import { patiently, Rig } from './rig.ts'

const long = process.env['LONG'] === '1'
const output = (expression: string): object => ({
  StartAt: 'A',
  States: { A: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } },
})

describe('JSONata that would run for ever or fill the memory ends as a query error', () => {
  const twenty = (grow: string): string =>
    `($g := function($x, $n) { $n = 0 ? $x : $g(${grow}, $n - 1) }; $g($states.input, 40))`
  test.each([
    ['a loop that never ends', '($f := function($x) { $f($x + 1) }; $f(1))'],
    ['a recursion that never ends', '($f := function($x) { 1 + $f($x) }; $f(1))'],
    ['two functions that call each other', '($f := function($x) { $g($x) }; $g := function($x) { $f($x) }; $f(1))'],
    ['a string doubled and doubled', twenty('$string($x) & $string($x)')],
    ['an array doubled and doubled', twenty('$append($x, $x)')],
    ['an object that holds itself twice, and again', twenty('{"a": $x, "b": $x}')],
    ['descendants of that', `$count(${twenty('{"a": $x, "b": $x}')}.**)`],
    ['the text of that', `$length($string(${twenty('{"a": $x, "b": $x}')}))`],
    ['a huge padding', '$pad("x", 1000000000)'],
    ['a huge range', '[1..9999999]'],
    ['a huge $range', '$range(1, 1000000000, 1)'],
    ['ranges in ranges', '[1..100000].[1..100000]'],
    ['a huge replacement', '$replace($pad("a", 1000000, "a"), "a", $pad("b", 1000000, "b"))'],
    ['a huge join', '$join([1..100000].("x"), $pad("y", 1000000, "y"))'],
    ['each compared with each', '$distinct([1..1000000][$ in [1..1000000]])'],
    ['a regular expression that backtracks for ever', '$match($pad("", 60, "a") & "!", /^(a+)+$/)'],
    ['a sort that compares for ever', '$sort([1..100000], function($l, $r) { $count([1..10000]) > 0 })'],
  ])('%s', async (_name, expression) => {
    await using rig = await Rig.open()
    const begun = performance.now()
    const arn = await rig.run(output(expression), { some: 'input' })
    const { status, error, cause } = await rig.describe(arn)
    expect([status, error]).toEqual(['FAILED', 'States.QueryEvaluationError'])
    expect(cause).toMatch(
      /^An error occurred while executing the state 'A' \(entered at the event id #2\)\. The JSONata expression/,
    )
    expect(performance.now() - begun).toBeLessThan(15_000)
    // And everything else goes on.
    const next = await rig.run(output('$sum([1..10].($ * 2))'))
    expect((await rig.describe(next)).output).toBe('110')
  })

  test('what cannot be interrupted ends the same way, and lets every other execution pass', async () => {
    await using rig = await Rig.open()
    const numbers = Array.from({ length: 100_000 }, (_, index) => index % 10)
    const sorting = await rig.start(await rig.create('sorting', output('$sort($states.input)[0]')), numbers)
    const items = ['[Y][M][D]', '[Y][D][M]', '[D][M][Y]']
    const dates = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Output: `{% $toMillis($pad("1", 100000, "1") & "a", $states.input) %}`, End: true },
      },
    }
    const map = { Type: 'Map', Items: items, ItemProcessor: dates, ToleratedFailurePercentage: 100, End: true }
    const hog = await rig.start(await rig.create('hog', { StartAt: 'M', States: { M: map } }))
    const small = await rig.start(await rig.create('small', output('1 + 1')))
    const pattern = await rig.start(await rig.create('pattern', output('$match("ab", /b/).match')))
    await expect.poll(async () => (await rig.describe(small)).output, patiently).toBe('2')
    expect((await rig.describe(hog)).status).toBe('RUNNING')
    await expect.poll(async () => (await rig.describe(pattern)).output, patiently).toBe('"b"')
    // It waited for the sort and for one item, not for all of them.
    expect((await rig.describe(hog)).status).toBe('RUNNING')
    expect((await rig.describe(sorting)).error).toBe('States.QueryEvaluationError')
  })

  test('a query error is caught like any other', async () => {
    await using rig = await Rig.open({ f: () => 1 })
    const arn = await rig.run({
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: 'f', Payload: '{% ($f := function($x) { $f($x) }; $f(1)) %}' },
          Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'caught', Next: 'B' }],
          End: true,
        },
        B: { Type: 'Succeed' },
      },
    })
    expect((await rig.describe(arn)).output).toBe('"caught"')
    expect(rig.calls).toEqual([])
  })
})

describe('definitions that are too much are refused', () => {
  test.each([
    [
      'longer than 1 MiB',
      JSON.stringify({ QueryLanguage: 'JSONata', Comment: 'x'.repeat(1_100_000) }),
      'ValidationException',
    ],
    ['JSON nested 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'InvalidDefinition'],
    [
      'a value nested 5,000 deep',
      `{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Output":${'['.repeat(5_000)}${']'.repeat(5_000)}}}}`,
      'InvalidDefinition',
    ],
    [
      'an expression nested 20,000 deep',
      JSON.stringify({ QueryLanguage: 'JSONata', ...output(`${'('.repeat(20_000)}1${')'.repeat(20_000)}`) }),
      'InvalidDefinition',
    ],
    ['no JSON', '{"StartAt": ', 'InvalidDefinition'],
    ['no object', '42', 'InvalidDefinition'],
  ])('%s', async (_name, definition, error) => {
    await using rig = await Rig.open()
    await expect(rig.create('m', definition)).rejects.toMatchObject({ name: error })
  })

  test('a definition of just under 1 MiB is taken', async () => {
    await using rig = await Rig.open()
    const states: Record<string, object> = {}
    for (let n = 0; n < 9_000; n++) {
      states[`state number ${n}`] = {
        Type: 'Pass',
        Output: `{% $states.input & "${n % 10}" %}`,
        Next: `state number ${n + 1}`,
      }
    }
    states['state number 9000'] = { Type: 'Succeed' }
    const definition = { QueryLanguage: 'JSONata', StartAt: 'state number 0', States: states }
    expect(JSON.stringify(definition).length).toBeGreaterThan(850_000)
    await rig.create('long', definition)
  })

  test('Parallel states 200 deep', async () => {
    await using rig = await Rig.open()
    let scope: object = { StartAt: 'p0', States: { p0: { Type: 'Pass', End: true } } }
    for (let n = 1; n < 200; n++) {
      scope = { StartAt: `p${n}`, States: { [`p${n}`]: { Type: 'Parallel', Branches: [scope], End: true } } }
    }
    await expect(rig.create('deep', scope)).rejects.toThrow('nest too deeply')
  })
})

describe('requests that are no good are answered, and the next one is served', () => {
  test('100 MB of input', async () => {
    await using rig = await Rig.open()
    const server = await serveLocally(rig.stepFunctions.fetch, 0)
    const { port } = server.address() as { port: number }
    const answer = await new Promise<{ status: number | undefined; body: string } | 'reset'>((resolve, reject) => {
      const sending = request(
        { port, method: 'POST', host: '127.0.0.1', headers: { 'x-amz-target': 'AWSStepFunctions.StartExecution' } },
        (response) => {
          let body = ''
          response.on('data', (chunk: Buffer) => {
            body += chunk
          })
          response.on('end', () => resolve({ status: response.statusCode, body }))
        },
      )
      sending.on('error', (error: NodeJS.ErrnoException) => {
        // The answer comes before all was sent, and the connection closes: both are right.
        if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error)
        else resolve('reset')
      })
      const megabyte = Buffer.alloc(1_048_576, 'x')
      for (let n = 0; n < 100; n++) sending.write(megabyte)
      sending.end()
    })
    if (answer !== 'reset')
      expect(answer).toEqual({ status: 400, body: expect.stringContaining('RequestEntityTooLargeException') })
    const next = await fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AWSStepFunctions.ListStateMachines' },
      body: '{}',
    })
    expect([next.status, await next.json()]).toEqual([200, { stateMachines: [] }])
    server.closeAllConnections()
    server.close()
  })

  test('inputs over 256 KiB, nested too deeply, or no JSON', async () => {
    await using rig = await Rig.open()
    const arn = await rig.create('m', output('1'))
    await expect(rig.start(arn, 'x'.repeat(262_200))).rejects.toMatchObject({ name: 'InvalidExecutionInput' })
    let deep: unknown = 1
    for (let n = 0; n < 3_000; n++) deep = [deep]
    await expect(rig.start(arn, deep)).rejects.toMatchObject({ name: 'InvalidExecutionInput' })
  })

  test('broken JSON, unknown operations, unknown targets', async () => {
    await using rig = await Rig.open()
    const send = async (target: string, body: string): Promise<[number, string]> => {
      const response = await rig.stepFunctions.fetch(
        new Request('http://local/', { method: 'POST', body, headers: { 'x-amz-target': target } }),
      )
      return [response.status, ((await response.json()) as { __type: string }).__type]
    }
    expect(await send('AWSStepFunctions.ListStateMachines', '{"maxResults": ')).toEqual([400, 'SerializationException'])
    expect(await send('AWSStepFunctions.ListStateMachines', '[]')).toEqual([400, 'SerializationException'])
    expect(await send('AWSStepFunctions.constructor', '{}')).toEqual([400, 'UnknownOperationException'])
    expect(await send('', '{}')).toEqual([400, 'UnknownOperationException'])
    expect(await send('AWSStepFunctions.StartExecution', '{}')).toEqual([400, 'ValidationException'])
    expect(await send('AWSStepFunctions.StartExecution', '{"stateMachineArn": 7}')).toEqual([
      400,
      'SerializationException',
    ])
  })

  test('any request at all is answered with AWS’s kind of error, not a fault', async () => {
    await using rig = await Rig.open()
    const operations = [
      'CreateStateMachine',
      'StartExecution',
      'ListExecutions',
      'SendTaskSuccess',
      'GetExecutionHistory',
      'CreateStateMachineAlias',
      'ValidateStateMachineDefinition',
    ]
    const fields = [
      'name',
      'definition',
      'roleArn',
      'stateMachineArn',
      'executionArn',
      'input',
      'taskToken',
      'output',
      'nextToken',
      'maxResults',
      'routingConfiguration',
      'publish',
      'type',
    ]
    const request = fc.record({
      operation: fc.constantFrom(...operations),
      body: fc.dictionary(
        fc.constantFrom(...fields),
        fc.oneof(fc.jsonValue(), fc.constant('arn:aws:states:us-east-1:111111111111:stateMachine:m')),
      ),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ operation, body }) => {
        const headers = { 'x-amz-target': `AWSStepFunctions.${operation}` }
        const response = await rig.stepFunctions.fetch(
          new Request('http://local/', { method: 'POST', body: JSON.stringify(body), headers }),
        )
        expect(response.status).toBeLessThan(500)
      }),
      { numRuns: long ? 20_000 : 250, ...(long ? {} : { seed: 4 }) },
    )
  })

  test('forged tokens', async () => {
    const tokens: string[] = []
    await using rig = await Rig.open({ ask: ({ token }: { token: string }) => tokens.push(token) })
    const arn = await rig.run({
      StartAt: 'Ask',
      States: {
        Ask: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
          End: true,
        },
      },
    })
    const token = String(tokens[0])
    const forged = fc.oneof(
      fc.string({ minLength: 1, maxLength: 2_048 }),
      fc.base64String({ minLength: 4, maxLength: 400 }),
      fc
        .tuple(fc.nat({ max: token.length - 1 }), fc.constantFrom('A', 'b', '0', '/'))
        .map(([at, letter]) => token.slice(0, at) + letter + token.slice(at + 1)),
      fc
        .nat({ max: token.length - 1 })
        .filter((length) => length > 0)
        .map((length) => token.slice(0, length)),
    )
    await fc.assert(
      fc.asyncProperty(
        forged.filter((text) => text !== token),
        async (taskToken) => {
          await expect(rig.client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toMatchObject({
            name: 'InvalidToken',
          })
        },
      ),
      { numRuns: long ? 5_000 : 50, ...(long ? {} : { seed: 4 }) },
    )
    await expect(
      rig.client.send(new SendTaskSuccessCommand({ taskToken: 'x'.repeat(2_049), output: '1' })),
    ).rejects.toMatchObject({ name: 'ValidationException' })
    expect((await rig.describe(arn)).status).toBe('RUNNING')
    await rig.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '"well"' }))
    await rig.stepFunctions.idle()
    expect((await rig.describe(arn)).output).toBe('"well"')
  })
})

test('functions may give anything', async () => {
  const circle: { self?: unknown } = {}
  circle.self = circle
  const results: Record<string, unknown> = { undefined: undefined, big: 'x'.repeat(300_000), circle, bigint: 1n }
  await using rig = await Rig.open({ odd: ({ which }: { which: string }) => results[which] })
  const machine = await rig.create('odd', {
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'odd', Payload: { which: '{% $states.input %}' } },
        Output: '{% $states.result.Payload %}',
        End: true,
      },
    },
  })
  const errors: Record<string, string | undefined> = {}
  for (const which of Object.keys(results)) {
    const arn = await rig.start(machine, which)
    await rig.stepFunctions.idle()
    const { error, output } = await rig.describe(arn)
    errors[which] = error ?? output
  }
  expect(errors).toEqual({
    undefined: 'null',
    big: 'States.DataLimitExceeded',
    circle: 'TypeError',
    bigint: 'TypeError',
  })
})

test('names that mean something to JavaScript are names like others', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run(
    {
      StartAt: 'constructor',
      States: JSON.parse(
        '{"constructor":{"Type":"Pass","Assign":{"toString":1,"valueOf":2},"Next":"__proto__"},"__proto__":{"Type":"Pass","Output":{"__proto__":{"x":"{% $toString + $valueOf %}"}},"End":true}}',
      ),
    },
    JSON.parse('{"__proto__": {"polluted": true}}'),
  )
  const { status, output } = await rig.describe(arn)
  expect([status, output]).toEqual(['SUCCEEDED', '{"__proto__":{"x":3}}'])
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})
