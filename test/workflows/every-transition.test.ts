import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stateMachineArn } from '../../local/account.ts'
import { openStepFunctions, type StepFunctions } from '../../local/stepfunctions/step-functions.ts'
import { readWorkflows } from '../../local/workflows.ts'
import { functionName, kebabOf } from '../../workflows/names.ts'
import { type Asl, pictureOf, type Transition } from '../../workflows/pictures/picture.ts'

/**
 * Every transition of every shipped workflow is taken on the local Step Functions: each is a test of its own, so the
 * run's report is the list. The functions are played by what the way to the transition needs of them; what they really
 * decide is tested in their own tests and in the journeys.
 */

const workflows = await readWorkflows('workflows')
const definitions = new Map(workflows.map(({ name, definition }) => [name, JSON.parse(definition) as Asl]))
const start = Date.parse('2026-01-05T09:00:00.000Z')

/** One way out of a state; an error that is caught together with others is a way of its own. */
interface Way extends Transition {
  error?: string
}

const waysOf = (asl: Asl): Way[] =>
  pictureOf(asl).transitions.flatMap((transition): Way[] =>
    transition.kind === 'catch' || transition.kind === 'timeout'
      ? (transition.label ?? '').split(', ').map((error) => ({ ...transition, error }))
      : [transition],
  )

/** By what a way is taken: `choice answered`, `catch CaseMovedOn`, `next`. */
const told = ({ kind, error, label }: Way): string => [kind, error ?? label].filter((word) => word).join(' ')

/** The shortest way from the start that ends with this transition. */
function wayTo(asl: Asl, target: Way): Way[] {
  const ways = waysOf(asl)
  let paths: Way[][] = ways.filter(({ from }) => from === asl.StartAt).map((way) => [way])
  if (target.from === asl.StartAt) return [target]
  const seen = new Set([asl.StartAt])
  while (paths.length > 0) {
    const found = paths.find((path) => path.at(-1)?.to === target.from)
    if (found) return [...found, target]
    paths = paths.flatMap((path) => {
      const last = path.at(-1)?.to ?? ''
      if (seen.has(last)) return []
      seen.add(last)
      return ways.filter(({ from }) => from === last).map((way) => [...path, way])
    })
  }
  throw new Error(`No way leads to ${target.from}.`)
}

/** What a choice reads: the field and value that make it go this way. */
function answerFor(asl: Asl, way: Way | undefined): Record<string, unknown> {
  if (!way) return {}
  const rule = asl.States[way.from]?.Choices?.find(
    ({ Next, Condition }) => Next === way.to && Condition.includes(way.label ?? ''),
  )
  const [, field, value] = /\$states\.input\.(\w+) = '([^']*)'/.exec(rule?.Condition ?? '') ?? []
  return field && way.kind === 'choice' ? { [field]: value } : { verdict: 'left' }
}

let folder = ''
let clock = start
let sfn: StepFunctions
/** How each function answers, by its name. */
let answers = new Map<string, () => unknown>()
const tokens = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  sfn = openStepFunctions({
    folder,
    clock: { now: () => clock },
    random: () => 0,
    invoke: async (name, payload) => {
      const { taskToken, caseId } = payload as { taskToken?: string; caseId: string }
      if (taskToken) tokens.set(caseId, taskToken)
      return answers.get(name)?.() ?? {}
    },
  })
  for (const { name, definition } of workflows)
    await call('CreateStateMachine', { name, definition, roleArn: 'arn:aws:iam::111111111111:role/test' })
})

afterAll(async () => {
  await sfn.close()
  await rm(folder, { recursive: true, force: true })
})

async function call<T = Record<string, unknown>>(action: string, body: unknown): Promise<T> {
  const request = new Request('http://127.0.0.1/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${action}` },
    body: JSON.stringify(body),
  })
  const answer = await sfn.fetch(request)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${action}: ${text}`)
  return JSON.parse(text) as T
}

describe.each([...definitions])('%s', (workflow, asl) => {
  const ways = waysOf(asl)

  test('every way is told by its own words', () => {
    const titles = ways.map((way) => `${way.from} → ${way.to} (${told(way)})`)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.join()).not.toContain('undefined')
    for (const { kind, error, label } of ways) {
      if (kind === 'catch' || kind === 'timeout') expect(error).toMatch(/\w/)
      if (kind === 'choice') expect(label).toMatch(/\w/)
    }
  })

  test('every state is reached by some transition', () => {
    const reached = new Set([asl.StartAt, ...ways.map(({ to }) => to)])
    expect(Object.keys(asl.States).filter((state) => !reached.has(state))).toEqual([])
  })

  test.each(ways.map((way, index) => ({ ...way, index, by: told(way) })))(
    '$from → $to ($by)',
    async ({ index, by: _, ...target }) => {
      const way = wayTo(asl, target)
      const caseId = `${workflow}-${index}`
      await walk(workflow, asl, way, caseId)
      expect(await transitionsTaken(workflow, caseId)).toContainEqual([target.from, target.to])
    },
  )
})

const asks = [...definitions].flatMap(([workflow, asl]) =>
  waysOf(asl)
    .filter(({ from, kind }) => kind === 'next' && asl.States[from]?.Resource?.endsWith('.waitForTaskToken'))
    .map((way) => ({ workflow, asl, way, ask: way.from })),
)

test.each(asks)('“$ask” of $workflow: its function fails twice for a moment, and the case goes on', async (given) => {
  const { workflow, asl, way, ask } = given
  const caseId = `${workflow}-${kebabOf(ask)}`
  await walk(workflow, asl, wayTo(asl, way), caseId, 2)
  expect(await transitionsTaken(workflow, caseId)).toContainEqual([ask, way.to])
})

/** Runs an execution along a way, playing everybody in it. @param faults how often the last function fails for a moment */
async function walk(workflow: string, asl: Asl, way: Way[], caseId: string, faults = 0): Promise<void> {
  const next = nextStage(asl, way.at(-1)?.from ?? '')
  const childName = `${caseId}-child-1`
  answers = new Map()
  // A stage that was started already, for another reason: its name is taken. It is over before the way begins.
  if (way.some(({ error }) => error === 'StepFunctions.ExecutionAlreadyExistsException')) {
    await call('StartExecution', { stateMachineArn: stateMachineArn(next), name: childName, input: '{"other":true}' })
    await sfn.idle()
  }
  way.forEach((step, index) => {
    const state = asl.States[step.from]
    const fails = index === way.length - 1 ? faults : 0
    const most = way.filter(({ from }) => from === step.from).length + fails
    if (state?.Resource?.includes('lambda:invoke')) {
      let calls = 0
      answers.set(functionName(workflow, kebabOf(step.from)), () => {
        calls += 1
        // A way that leads back would be gone round until the history is full.
        if (calls > most) throw Object.assign(new Error('The way ends here.'), { name: 'TheWayEnds' })
        if (calls <= fails) throw Object.assign(new Error('A dropped connection.'), { name: 'TimeoutError' })
        if (step.kind === 'catch') throw Object.assign(new Error('as the test plays it'), { name: step.error })
        if (step.error && step.error !== 'States.Timeout')
          throw Object.assign(new Error('as the test plays it'), { name: step.error })
        return {
          ...{ waitSeconds: 60, until: new Date(clock + 60_000).toISOString(), saw: 1 },
          ...{ caseId, stage: 'child', attempt: 1 },
          ...answerFor(asl, way[index + 1]),
        }
      })
    }
  })
  await call('StartExecution', {
    stateMachineArn: stateMachineArn(workflow),
    name: caseId,
    input: JSON.stringify({ caseId, stage: workflow, attempt: 1 }),
  })
  for (const step of way) {
    await sfn.idle()
    if (asl.States[step.from]?.Type === 'Wait') {
      clock += 61_000
      sfn.clockMoved()
    }
    if (!asl.States[step.from]?.Resource?.endsWith('.waitForTaskToken')) continue
    if (step.error === 'States.Timeout') {
      clock += 61_000
      sfn.clockMoved()
    } else if (!step.error) {
      await call('SendTaskSuccess', { taskToken: tokens.get(caseId), output: '{}' })
    }
  }
  await sfn.idle()
}

/** The stage that a state hands over to. */
function nextStage(asl: Asl, state: string): string {
  const arn = (asl.States[state]?.Arguments as { StateMachineArn?: string } | undefined)?.StateMachineArn ?? ''
  return arn.split(':').at(-1) ?? ''
}

async function transitionsTaken(workflow: string, name: string): Promise<[string, string][]> {
  const executionArn = stateMachineArn(workflow).replace('stateMachine', 'execution').concat(`:${name}`)
  const { events } = await call<{ events: { stateEnteredEventDetails?: { name: string } }[] }>('GetExecutionHistory', {
    executionArn,
    maxResults: 1000,
  })
  const entered = events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [])
  return entered.slice(1).map((to, index) => [entered[index] ?? '', to])
}
