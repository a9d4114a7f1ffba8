import * as sfn from '@aws-sdk/client-sfn'
import { type Comparator, type RecordedCase, type RecordedRun, type RecordedStep, stubbed } from './recorded-case.ts'
import { type Functions, Rig, roleArn } from './rig.ts'

export interface Verdict {
  name: string
  verdict: 'agrees' | 'refused' | 'differs'
  /** At what level it agrees, why it is refused, or what differs. */
  about: string[]
}

/** Plays a recorded case and holds what happens against what AWS did. */
export async function play(recorded: RecordedCase, comparator: Comparator): Promise<Verdict> {
  const tokens: string[] = []
  const functions: Functions = {
    'token-sink': ({ TaskToken }: { TaskToken: string }) => {
      tokens.push(TaskToken)
      return {}
    },
  }
  for (const stub of recorded.stubs ?? []) if (stub.functionName) functions[stub.functionName] = stubbed(stub)
  await using rig = await Rig.open(functions)
  if (recorded.kind === 'api')
    return verdictOf(recorded.name, 'full', await playSteps(rig, recorded.steps ?? [], comparator))
  try {
    for (const child of recorded.childStateMachines ?? []) {
      await create(rig, child.name, child.definitionJsonata ?? child.definition)
    }
    await create(rig, recorded.stateMachineName, definitionOf(recorded))
  } catch (error) {
    if (!(error instanceof sfn.InvalidDefinition)) throw error
    return { name: recorded.name, verdict: 'refused', about: [error.message] }
  }
  // Where the recording used another service, only the course of events can be the same.
  const level = recorded.definitionJsonataLambdaToken ? 'types' : 'full'
  const differences: string[] = []
  for (const run of recorded.runs ?? [recorded as unknown as RecordedRun]) {
    const actual = await playRun(rig, recorded, run, tokens)
    differences.push(
      ...comparator.compareExecution(run.expectedStatus ? { ...recorded, ...run } : recorded, actual, level),
    )
  }
  return verdictOf(recorded.name, level, differences)
}

function verdictOf(name: string, level: string, differences: string[]): Verdict {
  return differences.length === 0
    ? { name, verdict: 'agrees', about: [level] }
    : { name, verdict: 'differs', about: differences }
}

export function definitionOf(recorded: RecordedCase): object {
  return recorded.definitionJsonataLambdaToken ?? recorded.definitionJsonata ?? recorded.definition
}

function create(rig: Rig, name: string, definition: object): Promise<string> {
  return rig.create(name, JSON.stringify(definition))
}

async function playRun(rig: Rig, recorded: RecordedCase, run: RecordedRun, tokens: string[]): Promise<unknown> {
  const machine = `arn:aws:states:us-east-1:111111111111:stateMachine:${recorded.stateMachineName}`
  const arn = await rig.start(machine, run.input, run.executionName)
  await rig.stepFunctions.idle()
  for (const action of recorded.tokenActions ?? []) {
    if (action.waitSeconds) await rig.pass(action.waitSeconds)
    const taskToken = tokens.at(-1)
    if (action.call === 'SendTaskHeartbeat') await rig.client.send(new sfn.SendTaskHeartbeatCommand({ taskToken }))
    else if (action.call === 'SendTaskFailure') {
      await rig.client.send(new sfn.SendTaskFailureCommand({ taskToken, error: action.error, cause: action.cause }))
    } else {
      const output = JSON.stringify((run.input as { Message?: unknown }).Message)
      await rig.client.send(new sfn.SendTaskSuccessCommand({ taskToken, output }))
    }
    await rig.stepFunctions.idle()
  }
  await rig.passAll()
  const { status, output, error, cause } = await rig.describe(arn)
  return { status, output, error, cause, events: await rig.history(arn) }
}

async function playSteps(rig: Rig, steps: RecordedStep[], comparator: Comparator): Promise<string[]> {
  const differences: string[] = []
  let previous: Record<string, unknown> = {}
  for (const [index, step] of steps.entries()) {
    if (step.await) await rig.passAll()
    if (!step.op || step.clientSideError) continue
    const actual = await call(rig, step, previous)
    if ('response' in actual) previous = actual.response
    differences.push(
      ...comparator.compareStep(step, actual).map((difference) => `step ${index} ${step.op}: ${difference}`),
    )
  }
  return differences
}

type Outcome = { response: Record<string, unknown> } | { error: { name: string; message: string } }

async function call(rig: Rig, step: RecordedStep, previous: Record<string, unknown>): Promise<Outcome> {
  const params: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(step.params ?? {})) {
    const special = value as { $from?: string; field?: string; $repeat?: string; times?: number }
    if (special?.$from !== undefined) params[name] = previous[String(special.field)]
    else if (special?.$repeat !== undefined) params[name] = special.$repeat.repeat(special.times ?? 0)
    else params[name] = value
  }
  if (step.definitionJsonata) params['definition'] = step.definitionJsonata
  if (step.op === 'CreateStateMachine') params['roleArn'] ??= roleArn
  const commands = sfn as unknown as Record<string, new (input: unknown) => never>
  const Command = commands[`${step.op}Command`]
  if (!Command) throw new Error(`The client has no ${step.op}`)
  try {
    return { response: (await rig.client.send(new Command(params))) as unknown as Record<string, unknown> }
  } catch (error) {
    const { name, message } = error as Error
    return { error: { name, message } }
  }
}
