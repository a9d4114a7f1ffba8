import fc from 'fast-check'

/** A definition's states in a row, each made from a recipe; `lane` says other lanes run beside, so nothing may fail. */
export type Recipe =
  | { kind: 'pass'; value: number }
  | { kind: 'choice'; value: number }
  | { kind: 'wait'; seconds: number }
  | { kind: 'call'; fails: number; attempts: number; caught: boolean; direct: boolean }
  | { kind: 'token'; answer: 'success' | 'failure' | 'silence' | 'heartbeat'; caught: boolean }
  | { kind: 'parallel'; branches: Recipe[][] }
  | { kind: 'map'; items: number; concurrency: number; inner: Recipe[] }
  | { kind: 'child'; sync: boolean }
  | { kind: 'fail' }

const seconds = fc.integer({ min: 0, max: 100_000 })
const value = fc.integer({ min: 0, max: 9 })

/** States that always succeed. */
const safe: fc.Arbitrary<Recipe> = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), value }),
  fc.record({ kind: fc.constant('choice' as const), value }),
  fc.record({ kind: fc.constant('wait' as const), seconds }),
  fc.record({
    kind: fc.constant('call' as const),
    fails: fc.constant(0),
    attempts: fc.constant(0),
    caught: fc.constant(false),
    direct: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('token' as const),
    answer: fc.constantFrom('success' as const, 'heartbeat' as const),
    caught: fc.constant(false),
  }),
)

const chain = (one: fc.Arbitrary<Recipe>): fc.Arbitrary<Recipe[]> => fc.array(one, { minLength: 1, maxLength: 3 })

const risky: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 5, arbitrary: safe },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('call' as const),
      fails: fc.integer({ min: 0, max: 3 }),
      attempts: fc.integer({ min: 0, max: 3 }),
      caught: fc.boolean(),
      direct: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('token' as const),
      answer: fc.constantFrom('success' as const, 'failure' as const, 'silence' as const, 'heartbeat' as const),
      caught: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('child' as const), sync: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'fail' as const }) },
)

const forks: fc.Arbitrary<Recipe> = fc.oneof(
  fc.record({
    kind: fc.constant('parallel' as const),
    branches: fc.oneof(
      fc.array(chain(safe), { minLength: 2, maxLength: 3 }),
      chain(risky).map((only) => [only]),
    ),
  }),
  fc.record({
    kind: fc.constant('map' as const),
    items: fc.integer({ min: 0, max: 4 }),
    concurrency: fc.constantFrom(0, 2),
    inner: chain(safe),
  }),
  fc.record({
    kind: fc.constant('map' as const),
    items: fc.integer({ min: 0, max: 4 }),
    concurrency: fc.constant(1),
    inner: chain(risky),
  }),
)

export const recipes: fc.Arbitrary<Recipe[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: risky }, { weight: 2, arbitrary: forks }),
  { minLength: 1, maxLength: 4 },
)

/** Whether lanes run beside each other, so that their events may come in another order. */
export function interleaves(chain: Recipe[]): boolean {
  return chain.some(
    (recipe) =>
      (recipe.kind === 'parallel' && (recipe.branches.length > 1 || recipe.branches.some(interleaves))) ||
      (recipe.kind === 'map' && (recipe.concurrency !== 1 || interleaves(recipe.inner))),
  )
}

const lambda = 'arn:aws:states:::lambda:invoke'
export const childArn = 'arn:aws:states:us-east-1:111111111111:stateMachine:child'

export function definitionOf(chain: Recipe[]): object {
  return { QueryLanguage: 'JSONata', ...scopeOf(chain, { next: 0 }) }
}

interface Scope {
  StartAt: string
  States: Record<string, object>
}

function scopeOf(chain: Recipe[], names: { next: number }): Scope {
  const states: Record<string, object> = {}
  const own = chain.map((recipe) => `${recipe.kind} ${++names.next}`)
  for (const [index, recipe] of chain.entries()) {
    const name = String(own[index])
    const following = own[index + 1]
    const onward = following === undefined || recipe.kind === 'fail' ? { End: true } : { Next: following }
    Object.assign(states, stateOf(recipe, name, onward, names))
    if (recipe.kind === 'fail') break
  }
  return { StartAt: String(own[0]), States: states }
}

function stateOf(recipe: Recipe, name: string, onward: object, names: { next: number }): Record<string, object> {
  switch (recipe.kind) {
    case 'pass':
      return {
        [name]: {
          Type: 'Pass',
          Assign: { [ownVariable(name, 'last')]: recipe.value },
          Output: { was: name, n: recipe.value },
          ...onward,
        },
      }
    case 'choice': {
      const high = ownVariable(name, 'high')
      return {
        [name]: {
          Type: 'Choice',
          Choices: [{ Condition: `{% ${recipe.value} > 4 %}`, Next: `${name} high`, Assign: { [high]: true } }],
          Default: `${name} low`,
        },
        [`${name} high`]: { Type: 'Pass', Output: `{% $exists($${high}) %}`, ...onward },
        [`${name} low`]: { Type: 'Pass', Output: `{% $exists($${high}) %}`, ...onward },
      }
    }
    case 'wait':
      return { [name]: { Type: 'Wait', Seconds: recipe.seconds, ...onward } }
    case 'call':
      return callState(recipe, name, onward)
    case 'token':
      return {
        [name]: {
          Type: 'Task',
          Resource: `${lambda}.waitForTaskToken`,
          TimeoutSeconds: 5_000,
          HeartbeatSeconds: 3_000,
          Arguments: {
            FunctionName: 'ask',
            Payload: { token: '{% $states.context.Task.Token %}', answer: recipe.answer },
          },
          ...catching(recipe.caught, name),
          ...onward,
        },
        ...caught(recipe.caught, name, onward),
      }
    case 'parallel':
      return {
        [name]: { Type: 'Parallel', Branches: recipe.branches.map((branch) => scopeOf(branch, names)), ...onward },
      }
    case 'map':
      return {
        [name]: {
          Type: 'Map',
          Items: Array.from({ length: recipe.items }, (_, index) => index * 10),
          MaxConcurrency: recipe.concurrency,
          ItemProcessor: scopeOf(recipe.inner, names),
          ...onward,
        },
      }
    case 'child':
      return {
        [name]: {
          Type: 'Task',
          Resource: `arn:aws:states:::states:startExecution${recipe.sync ? '.sync:2' : ''}`,
          Arguments: {
            StateMachineArn: childArn,
            // The same name each time the state is entered anew, so that starting twice would show.
            Name: `{% 'child-' & $substring($hash($states.context.Execution.Name & $states.context.State.Name & $string($states.input), 'SHA-256'), 0, 20) %}`,
            Input: { from: name },
          },
          Output: recipe.sync ? '{% $states.result.Output %}' : 'started',
          Catch: [{ ErrorEquals: ['States.ALL'], Next: `${name} twice` }],
          ...onward,
        },
        [`${name} twice`]: { Type: 'Pass', Output: 'child started before', ...onward },
      }
    case 'fail':
      return { [name]: { Type: 'Fail', Error: 'Random.Failure', Cause: `at ${name}` } }
  }
}

/** A variable of the state's own: what a scope around assigns may not be assigned inside. */
function ownVariable(state: string, what: string): string {
  return `${what}_${state.replace(/\W/g, '_')}`
}

function callState(recipe: Extract<Recipe, { kind: 'call' }>, name: string, onward: object): Record<string, object> {
  const payload = { fails: recipe.fails, retry: '{% $states.context.State.RetryCount %}', from: name }
  return {
    [name]: {
      Type: 'Task',
      ...(recipe.direct
        ? { Resource: 'arn:aws:lambda:us-east-1:111111111111:function:work', Arguments: payload }
        : {
            Resource: lambda,
            Arguments: { FunctionName: 'work', Payload: payload },
            Output: '{% $states.result.Payload %}',
          }),
      Retry: [{ ErrorEquals: ['Flaky'], MaxAttempts: recipe.attempts, IntervalSeconds: 2, BackoffRate: 3 }],
      ...catching(recipe.caught, name),
      ...onward,
    },
    ...caught(recipe.caught, name, onward),
  }
}

function catching(is: boolean, name: string): object {
  return is
    ? {
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: `${name} caught`, Assign: { [ownVariable(name, 'caught')]: name } },
        ],
      }
    : {}
}

function caught(is: boolean, name: string, onward: object): Record<string, object> {
  return is
    ? { [`${name} caught`]: { Type: 'Pass', Output: { caught: `{% $${ownVariable(name, 'caught')} %}` }, ...onward } }
    : {}
}
