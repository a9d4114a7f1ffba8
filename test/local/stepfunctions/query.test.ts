import { expect, test } from 'vitest'
import { Rig } from './rig.ts'

/** Each expression with what it gives, or with a part of the cause it fails with. */
const expressions: [expression: string, result: unknown][] = [
  ['$states.input.n + 1', 8],
  ['$exists($neverAssigned)', false],
  ['$range(1, 9, 2)', [1, 3, 5, 7, 9]],
  ['$range(9, 1, -4)', [9, 5, 1]],
  ['$range(1, 9, 9)', 1],
  ['$range(-1.7, 2.9, 1)', [-1, 0, 1, 2]],
  ['$range(5, 1, 1)', /returned nothing/],
  ['$range(1, 5, 0)', /returned nothing/],
  ['$range(1, 5)', /returned nothing/],
  ['$range(1, 5, null)', /T0410: Argument 3 of function "range" does not match function signature$/],
  ['$partition([1, 2, 3, 4, 5], 2.9)', [[1, 2], [3, 4], [5]]],
  ['$partition([1, 2, 3])', [[1, 2, 3]]],
  ['$partition([], 2)', /returned nothing/],
  ['$partition([1], -1)', /D3137: Second argument must be zero or greater$/],
  ['$partition(1, 2)', /T0412: Argument 1 of function "partition" must be an array of undefined$/],
  ['$parse(\'{"a": [1]}\').a', [1]],
  ['$hash("text", "MD5")', '1cb251ec0d568de6a929b520c4aed8d1'],
  ['$hash("text", "SHA-256")', '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1'],
  ['$hash("text", "sha-256")', /D3137: Hash algorithm 'sha-256' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5$/],
  ['$hash("text")', /returned nothing/],
  ['$random(42)', 0.7275636800328681],
  ['$random(0.9)', 0.730967787376657],
  ['$random() < 1', true],
  ['[1/0, -1/0, 0/0]', ['Infinity', '-Infinity', 'NaN']],
  ['$decodeUrlComponent("a+b%20c%E6")', 'a b c\ufffd'],
  ['$decodeUrlComponent("%zz")', /D3140: /],
  [`1${'+1'.repeat(99)}`, 100],
  [`1${'+1'.repeat(100)}`, /: Stack overflow error: Check for non-terminating recursive function\. /],
  ['[1..873782] ~> $count()', 873_782],
  ['[1..873783] ~> $count()', /: Expression evaluation memory limit exceeded: Check for excessive memory usage$/],
  ['$length($uuid())', 36],
  ['$distinct([1, "1", {"a": 1, "b": [2]}, {"b": [2], "a": 1}, 1])', [1, '1', { a: 1, b: [2] }]],
  ['$states.input.same ~> $distinct', [3]],
  ['$distinct($states.input.o.p)', 1],
  ['$states.input.list[$ > 1]', [2, 3]],
  ['$sum($states.input.list)', 6],
  ['$map($states.input.list, function($v) { $v * 2 })', [2, 4, 6]],
  ['$replace("a.b.c", ".", "-")', 'a-b-c'],
  ['$replace("a1b22", /[0-9]+/, "#")', 'a#b#'],
  ['$match("ab12", /([a-z]+)([0-9]+)/).groups', ['ab', '12']],
  ['$join(["a", "b"], "-")', 'a-b'],
  ['$pad("x", -3, "-")', '--x'],
  ['$string({"a": [1, null]})', '{"a":[1,null]}'],
  ['$string(1.5)', '1.5'],
  ['($x := 5; $x * $states.input.n)', 35],
  ['$states.input.word & "!"', 'hi!'],
  ['$fromMillis(0)', '1970-01-01T00:00:00.000Z'],
  ['{"constructor": 1}.constructor', 1],
  ['[{"toString": [1]}, {"toString": 2}].toString', [1, 2]],
  ['$states.input.constructor', /returned nothing/],
  ['$lookup($states.input, "__proto__")', /returned nothing/],
  ['$states.input.toString()', /T1006: Attempted to invoke a non-function/],
  ["$states.input.__proto__.__defineGetter__('code', constructor)", /returned nothing/],
  ['($f := function($x) { $x.constructor.constructor }; $f($states.input))', /returned nothing/],
  ['$eval("1+1")', /threw an error during evaluation\. T1006: Attempted to invoke a non-function/],
  ['1 + "1"', /threw an error during evaluation\. T2002: /],
  ['$parse("no")', /threw an error during evaluation\. D3137: Invalid JSON$/],
  ['$parse("1e400")', /D3137: Invalid JSON$/],
  ['$states.input.none', /returned nothing \(undefined\)\.$/],
  ['function($x) { $x }', / returned an unsupported result type\.$/],
]

test.each(expressions)('%s', async (expression, result) => {
  await using rig = await Rig.open()
  const arn = await rig.run(
    { StartAt: 'P', States: { P: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } } },
    { n: 7, list: [1, 2, 3], same: [3, 3], o: [{ p: 1 }, { p: 1 }], word: 'hi' },
  )
  const { output, cause } = await rig.describe(arn)
  if (result instanceof RegExp) expect(cause).toMatch(result)
  else expect(cause ?? JSON.parse(String(output))).toEqual(result)
})

test('the cause names the field by its path', async () => {
  await using rig = await Rig.open()
  const fields: [state: object, location: string][] = [
    [{ Output: { a: { b: '{% $none %}' } } }, 'Output/a/b'],
    [{ Output: [1, '{% $none %}'] }, 'Output[1]'],
    [{ Assign: { v: { w: '{% $none %}' } } }, 'Assign/v/w'],
  ]
  for (const [fields_, location] of fields) {
    const arn = await rig.run({ StartAt: 'P', States: { P: { Type: 'Pass', End: true, ...fields_ } } })
    const failed = (await rig.history(arn)).find((event) => event.type === 'EvaluationFailed')
    expect(failed?.evaluationFailedEventDetails).toMatchObject({
      location,
      state: 'P',
      error: 'States.QueryEvaluationError',
    })
    expect(failed?.evaluationFailedEventDetails?.cause).toContain(
      `specified for the field '${location}' returned nothing`,
    )
  }
})

test('a Choice names its rule, and wants true or false', async () => {
  await using rig = await Rig.open()
  const choosing = (rule: object): object => ({
    StartAt: 'C',
    States: { C: { Type: 'Choice', Choices: [{ Next: 'S', ...rule }], Default: 'S' }, S: { Type: 'Succeed' } },
  })
  const wrong = await rig.run(choosing({ Condition: "{% 'yes' %}" }))
  expect((await rig.describe(wrong)).cause).toContain(
    "The JSONata expression ''yes'' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: \"yes\"",
  )
  const output = await rig.run(choosing({ Condition: true, Output: '{% $none %}' }))
  expect((await rig.describe(output)).cause).toContain("for the field 'Choices[0]/Output' returned nothing")
})

test('a Choice that leads nowhere fails', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({
    StartAt: 'C',
    States: { C: { Type: 'Choice', Choices: [{ Condition: false, Next: 'S' }] }, S: { Type: 'Succeed' } },
  })
  expect((await rig.describe(arn)).cause).toBe(
    "An error occurred while executing the state 'C' (entered at the event id #2). Failed to transition out of the state. The state does not point to a next state.",
  )
})

test('the context is AWS’s', async () => {
  const seen: unknown[] = []
  await using rig = await Rig.open({ f: (payload: unknown) => void seen.push(payload) })
  const arn = await rig.run(
    {
      StartAt: 'P',
      States: {
        P: { Type: 'Pass', Output: '{% $states.context %}', Next: 'T' },
        T: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: 'f', Payload: '{% $states.context.State %}' },
          Output: '{% $states.input %}',
          End: true,
        },
      },
    },
    { given: 1 },
  )
  const { output, name, stateMachineArn } = await rig.describe(arn)
  expect(JSON.parse(String(output))).toEqual({
    Execution: {
      Id: arn,
      Input: { given: 1 },
      Name: name,
      RoleArn: 'arn:aws:iam::111111111111:role/test',
      StartTime: '2026-01-05T09:00:00.000Z',
      RedriveCount: 0,
    },
    StateMachine: { Id: stateMachineArn, Name: stateMachineArn?.split(':').at(-1) },
    State: { Name: 'P', EnteredTime: '2026-01-05T09:00:00.000Z' },
  })
  expect(seen).toEqual([{ Name: 'T', EnteredTime: '2026-01-05T09:00:00.000Z', RetryCount: 0 }])
})
