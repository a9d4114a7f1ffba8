import { join } from 'node:path'
import jsonata from 'jsonata'
import { loadFunctions, type StepHandler } from '../../../local/functions.ts'
import { root } from '../../../local/product.ts'
import { readWorkflows, type WorkflowFile } from '../../../local/workflows.ts'

interface State {
  Type: string
  Resource?: string
  Arguments?: Record<string, unknown>
  Output?: unknown
  Next?: string
  Default?: string
  Choices?: { Condition: string; Next: string }[]
  Catch?: { ErrorEquals: string[]; Next: string }[]
}
interface Asl {
  StartAt: string
  States: Record<string, State>
}
type Input = Record<string, unknown>

/** What an execution came to: it waits until then, it handed over, or it is over. */
export type Ending = { waitsUntil: string } | { starts: { workflow: string; input: Input } } | 'over'

/**
 * The shipped workflows, run from the top with the shipped steps, one state after another, in this process. Nothing is kept
 * between two runs: a stage that is entered again goes through its steps from the top, and each does nothing where the record
 * says that it is done. The journeys run them on the real engine.
 *
 * @param stepsOf other steps by the functions' names, where the shipped ones are not to be run
 */
export async function workflowsByHand(
  stepsOf = (files: WorkflowFile[]) => loadFunctions(join(root, 'functions', 'steps'), files),
): Promise<(workflow: string, input: Input) => Promise<Ending>> {
  const files = await readWorkflows(join(root, 'workflows'))
  const steps = await stepsOf(files)
  const definitions = new Map(files.map(({ name, definition }) => [name, JSON.parse(definition) as Asl]))
  return (workflow, input) => {
    const asl = definitions.get(workflow)
    if (!asl) throw new Error(`There is no workflow ${workflow}.`)
    return run(asl, steps, input)
  }
}

async function run({ StartAt, States }: Asl, steps: Map<string, StepHandler>, execution: Input): Promise<Ending> {
  let name = StartAt
  let input = execution
  for (let turns = 0; turns < 500; turns += 1) {
    const state = States[name]
    if (!state) throw new Error(`There is no state “${name}”.`)
    const given = { input, context: { Execution: { Input: execution }, Task: { Token: 'a-token' } } }
    switch (state.Type) {
      case 'Succeed':
      case 'Fail':
        return 'over'
      case 'Pass':
        input = ((await evaluated(state.Output, given)) ?? input) as Input
        name = state.Next ?? ''
        break
      case 'Choice': {
        let next = state.Default ?? ''
        for (const { Condition, Next } of state.Choices ?? [])
          if ((await evaluated(Condition, given)) === true) {
            next = Next
            break
          }
        name = next
        break
      }
      case 'Task': {
        const parameters = (await evaluated(state.Arguments, given)) as Input
        if (state.Resource?.endsWith('states:startExecution')) {
          const workflow = String(parameters['StateMachineArn']).split(':').at(-1) ?? ''
          return { starts: { workflow, input: parameters['Input'] as Input } }
        }
        try {
          const handler = steps.get(String(parameters['FunctionName']))
          if (!handler) throw new Error(`There is no function ${parameters['FunctionName']}.`)
          const result = throughJson(await handler(throughJson(parameters['Payload'])))
          if (state.Resource?.endsWith('.waitForTaskToken')) return { waitsUntil: String(input['until']) }
          input = (
            state.Output === undefined
              ? result
              : await evaluated(state.Output, { ...given, result: { Payload: result } })
          ) as Input
          name = state.Next ?? ''
        } catch (error) {
          const caught = state.Catch?.find(({ ErrorEquals }) =>
            ErrorEquals.some((one) => one === 'States.ALL' || one === (error as Error).name),
          )
          if (!caught) throw error
          name = caught.Next
        }
        break
      }
      default:
        throw new Error(`A state of the type ${state.Type} is not run by hand: teach it in workflows-by-hand.ts.`)
    }
    if (name === '') return 'over'
  }
  throw new Error('A workflow goes round without end.')
}

const compiled = new Map<string, jsonata.Expression>()

/** A template: strings between `{%` and `%}` are JSONata. */
async function evaluated(template: unknown, states: object): Promise<unknown> {
  if (typeof template === 'string') {
    const [, text] = /^\{%([\s\S]*)%\}$/.exec(template) ?? []
    if (text === undefined) return template
    const expression = compiled.get(text) ?? jsonata(text)
    compiled.set(text, expression)
    return throughJson(await expression.evaluate(undefined, { states }))
  }
  if (Array.isArray(template)) return Promise.all(template.map((one) => evaluated(one, states)))
  if (typeof template !== 'object' || template === null) return template
  const entries = Object.entries(template).map(async ([key, value]) => [key, await evaluated(value, states)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

const throughJson = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))
