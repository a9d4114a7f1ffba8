/** What a Task's Resource asks for. */
export type Integration =
  | { kind: 'lambda'; service: 'lambda' | 'function'; resource: string; token: boolean }
  | { kind: 'execution'; resource: string; wait: 'none' | 'sync' | 'sync:2' | 'token' }

const optimised: Record<string, Integration> = {
  'lambda:invoke': { kind: 'lambda', service: 'lambda', resource: 'invoke', token: false },
  'lambda:invoke.waitForTaskToken': {
    kind: 'lambda',
    service: 'lambda',
    resource: 'invoke.waitForTaskToken',
    token: true,
  },
  'states:startExecution': { kind: 'execution', resource: 'startExecution', wait: 'none' },
  'states:startExecution.sync': { kind: 'execution', resource: 'startExecution.sync', wait: 'sync' },
  'states:startExecution.sync:2': { kind: 'execution', resource: 'startExecution.sync:2', wait: 'sync:2' },
  'states:startExecution.waitForTaskToken': {
    kind: 'execution',
    resource: 'startExecution.waitForTaskToken',
    wait: 'token',
  },
}

/** The integration, or undefined when this engine does not cover the Resource. */
export function integrationOf(resource: string): Integration | undefined {
  const prefix = /^arn:aws(?:-[a-z-]+)?:states:::(.+)$/.exec(resource)
  if (prefix?.[1]) return optimised[prefix[1]]
  if (functionInArn(resource) === undefined) return undefined
  return { kind: 'lambda', service: 'function', resource, token: false }
}

interface LambdaFunction {
  name: string
  /** The version or alias. */
  qualifier: string | undefined
}

/** The function in a Lambda function's full ARN. */
function functionInArn(text: string): LambdaFunction | undefined {
  return named(/^arn:aws(?:-[a-z-]+)?:lambda:[a-z0-9-]+:\d{12}:function:([\w-]+)(?::([\w$-]+))?$/.exec(text))
}

/** The function in what Lambda takes as FunctionName: a name, a partial or a full ARN, with or without a version. */
export function functionIn(text: string): LambdaFunction {
  const found = functionInArn(text) ?? named(/^(?:\d{12}:function:)?([^:]+)(?::([\w$-]+))?$/.exec(text))
  return found ?? { name: text, qualifier: undefined }
}

function named(parts: RegExpExecArray | null): LambdaFunction | undefined {
  return parts?.[1] === undefined ? undefined : { name: parts[1], qualifier: parts[2] }
}

/** The fields of a task's Arguments, the required one first; undefined where Arguments are the function's input. */
export function argumentsOf(integration: Integration): readonly string[] | undefined {
  if (integration.kind === 'execution') return ['StateMachineArn', 'Input', 'Name', 'TraceHeader']
  return integration.service === 'lambda' ? ['FunctionName', 'Payload', 'Qualifier'] : undefined
}
