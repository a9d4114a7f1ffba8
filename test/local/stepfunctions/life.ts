import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CreateStateMachineCommand,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn'
import { type HandClock, Rig, roleArn } from './rig.ts'

interface Question {
  token: string
  answer: 'success' | 'failure' | 'silence' | 'heartbeat'
}

/**
 * Lives one execution through to its end from wherever the folder stands: starts it, answers its tokens, moves the
 * clock. Everything done depends on the folder alone, so a process that was killed can be followed by another.
 */
export async function live(folder: string, clock: HandClock, definition: object): Promise<Rig> {
  const questions = join(folder, 'questions.log')
  const functions = {
    work: ({ fails, retry, from }: { fails: number; retry: number; from: string }) => {
      appendFileSync(join(folder, 'calls.log'), `${from}\n`)
      if (retry < fails) throw Object.assign(new Error(`attempt ${retry}`), { name: 'Flaky' })
      return { from, retry }
    },
    ask: (question: Question) => {
      appendFileSync(join(folder, 'calls.log'), 'ask\n')
      appendFileSync(questions, `${JSON.stringify(question)}\n`)
      return {}
    },
  }
  // Before anything is taken up: time does not go back by a restart.
  clock.time = Math.max(clock.time, lastTime(folder) ?? 0)
  const rig = await Rig.open(functions, { folder, clock })
  await create(rig.client, 'child', {
    QueryLanguage: 'JSONata',
    StartAt: 'Nap',
    States: { Nap: { Type: 'Wait', Seconds: 60, Next: 'Say' }, Say: { Type: 'Pass', Output: 'slept', End: true } },
  })
  const machine = await create(rig.client, 'main', definition)
  const { executions = [] } = await rig.client.send(new ListExecutionsCommand({ stateMachineArn: machine }))
  if (executions.length === 0) await rig.start(machine, { begin: true }, 'the-one')
  for (;;) {
    await rig.stepFunctions.idle()
    if (await answerOne(rig, questions)) continue
    const due = rig.stepFunctions.nextDueAt()
    if (due === undefined) return rig
    clock.time = Math.max(clock.time, due)
    appendFileSync(join(folder, 'clock.log'), `${clock.time}\n`)
    rig.stepFunctions.clockMoved()
  }
}

async function create(client: SFNClient, name: string, definition: object): Promise<string> {
  const made = await client.send(
    new CreateStateMachineCommand({ name, definition: JSON.stringify(definition), roleArn }),
  )
  return String(made.stateMachineArn)
}

/** Answers the first question that still stands, in the order they were asked. */
async function answerOne(rig: Rig, file: string): Promise<boolean> {
  for (const { token: taskToken, answer } of read(file)) {
    if (answer === 'silence') continue
    try {
      if (answer === 'failure') {
        await rig.client.send(new SendTaskFailureCommand({ taskToken, error: 'Refused', cause: 'by the test' }))
      } else {
        if (answer === 'heartbeat') await rig.client.send(new SendTaskHeartbeatCommand({ taskToken }))
        await rig.client.send(new SendTaskSuccessCommand({ taskToken, output: '"answered"' }))
      }
      return true
    } catch (error) {
      if ((error as Error).name !== 'TaskTimedOut') throw error
    }
  }
  return false
}

function read(file: string): Question[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Question]
      } catch {
        return []
      }
    })
}

function lastTime(folder: string): number | undefined {
  const file = join(folder, 'clock.log')
  if (!existsSync(file)) return undefined
  return Math.max(...readFileSync(file, 'utf8').split('\n').map(Number))
}
