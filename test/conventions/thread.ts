import { posix } from 'node:path'
import { readWorkflow, statesOf } from '../../cdk/workflow-files.ts'
import { type Definition, kebabOf, pascalOf } from '../../workflows/names.ts'
import type { Tree } from './tree.ts'

export interface Workflow {
  name: string
  text: string
  steps: string[]
  states: [string, Record<string, unknown>][]
}

export function workflowsOf(tree: Tree): Workflow[] {
  return [...tree]
    .filter(([path]) => /^workflows\/[^/]+\.asl\.json$/.test(path))
    .map(([path, text]) => {
      const name = posix.basename(path, '.asl.json')
      const steps = readWorkflow(name, text, []).steps.map((step) => step.name)
      return { name, text, steps, states: statesOf(JSON.parse(text) as Definition) }
    })
}

const callsAFunction = (state: Record<string, unknown>) => String(state['Resource']).includes('lambda:invoke')
const functionOf = (state: Record<string, unknown>) =>
  (state['Arguments'] as { FunctionName?: unknown } | undefined)?.FunctionName

/** State ↔ file ↔ substitution ↔ the name that the step says of itself, and no file without a state. */
export function brokenThreads(tree: Tree): string[] {
  const workflows = workflowsOf(tree)
  const fromStates = workflows.flatMap(({ name: workflow, states }) =>
    states
      .filter(([, state]) => callsAFunction(state))
      .flatMap(([sentence, state]) => {
        const kebab = kebabOf(sentence)
        const file = `functions/steps/${workflow}/${kebab}.ts`
        const text = tree.get(file)
        const open = `$\{${pascalOf(kebab)}}`
        return [
          ...(text === undefined ? [`“${sentence}” has no file ${file}`] : []),
          ...(functionOf(state) === open ? [] : [`“${sentence}” of ${workflow} does not call ${open}`]),
          ...(text === undefined || nameIn(text) === kebab ? [] : [`${file} calls itself ${nameIn(text)}`]),
        ]
      }),
  )
  const expected = new Set(
    workflows.flatMap(({ name, steps }) => steps.map((step) => `functions/steps/${name}/${step}.ts`)),
  )
  const strays = [...tree.keys()].filter((path) => /^functions\/steps\/[^/]+\//.test(path) && !expected.has(path))
  return [...fromStates, ...strays.map((path) => `${path} belongs to no state`)]
}

const nameIn = (text: string): string | undefined => /export const handler = \w+\(\s*'([^']+)'/.exec(text)?.[1]

/** Every name of a state is a sentence that begins with a capital, and stands once in its file. */
export const badNames = (tree: Tree): string[] =>
  workflowsOf(tree).flatMap(({ name: workflow, text, states }) =>
    states.flatMap(([sentence]) => {
      // JSON takes the last of two equal keys in silence.
      const times = text.split(`${JSON.stringify(sentence)}: {`).length - 1
      return [
        ...(/^\p{Lu}.*\S$/u.test(sentence) ? [] : [`“${sentence}” of ${workflow} does not begin with a capital`]),
        ...(times === 1 ? [] : [`“${sentence}” stands ${times} times in ${workflow}`]),
      ]
    }),
  )

const clock = '{% $states.input.waitSeconds %}'

/**
 * Every wait is the same little loop (design §2): Attend → a Choice → Ask → Attend. Ask sleeps as long as Attend says, its
 * timeout is the alarm clock, and both speak of the same waits.
 */
export function brokenLoops(tree: Tree): string[] {
  return workflowsOf(tree).flatMap(({ name: workflow, states }) => {
    const byName = new Map(states)
    const stepOf = (sentence: string) => tree.get(`functions/steps/${workflow}/${kebabOf(sentence)}.ts`) ?? ''
    return states
      .filter(([, state]) => String(state['Resource']).endsWith('.waitForTaskToken'))
      .flatMap(([ask, state]) => {
        const attend = String(state['Next'])
        const choice = byName.get(String(byName.get(attend)?.['Next']))
        const [asked, attended] = [waitsIn(stepOf(ask), 'asking'), waitsIn(stepOf(attend), 'attending')]
        const faults = [
          [state['TimeoutSeconds'] === clock, 'does not sleep as long as Attend says'],
          [catches(state, 'States.Timeout') === attend, 'is not woken by its timeout to attend again'],
          [catches(state, 'RecordGrew') === attend, 'does not attend again when the record has grown'],
          [attended !== undefined, `does not go on to Attend: “${attend}” is not attending`],
          [asked === attended, `asks for ${asked}, and “${attend}” attends to ${attended}`],
          [
            choice?.['Type'] === 'Choice' && JSON.stringify(choice).includes(JSON.stringify(ask)),
            'is not chosen after Attend',
          ],
          [retriesItsFaults(state), 'does not try again what failed for a moment, and nothing else'],
        ] as const
        return faults.filter(([holds]) => !holds).map(([, fault]) => `“${ask}” of ${workflow} ${fault}`)
      })
  })
}

const waitsIn = (text: string, kind: 'asking' | 'attending'): string | undefined =>
  new RegExp(`${kind}\\(\\s*'[^']+',\\s*(\\[[^\\]]*\\])`).exec(text)?.[1]

interface Handling {
  ErrorEquals: string[]
  Next?: string
  MaxAttempts?: number
}
const handlings = (state: Record<string, unknown>, field: 'Catch' | 'Retry') => (state[field] ?? []) as Handling[]
const catches = (state: Record<string, unknown>, error: string) =>
  handlings(state, 'Catch').find(({ ErrorEquals }) => ErrorEquals.includes(error))?.Next
/** `States.TaskFailed` is everything but `States.Timeout`, the alarm clock; a grown record is attended to at once. */
const retriesItsFaults = (state: Record<string, unknown>) => {
  const [grew, failed, ...others] = handlings(state, 'Retry')
  return (
    String(grew?.ErrorEquals) === 'RecordGrew' &&
    grew?.MaxAttempts === 0 &&
    String(failed?.ErrorEquals) === 'States.TaskFailed' &&
    others.length === 0
  )
}

/** Every Task may fail for a moment, and none may hang. */
export const carelessTasks = (tree: Tree): string[] =>
  workflowsOf(tree).flatMap(({ name: workflow, states }) =>
    states
      .filter(([, state]) => state['Type'] === 'Task')
      .flatMap(([sentence, state]) => [
        ...(handlings(state, 'Retry').length > 0 ? [] : [`“${sentence}” of ${workflow} retries nothing`]),
        ...(state['TimeoutSeconds'] === undefined ? [`“${sentence}” of ${workflow} has no timeout`] : []),
      ]),
  )
