import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { functionName } from '../workflows/names.ts'
import { CannotStart } from './cannot-start.ts'
import { ServiceError } from './stepfunctions/step-functions.ts'
import type { WorkflowFile } from './workflows.ts'

export type StepHandler = (payload: unknown) => Promise<unknown>

/** The functions of all workflows by name, imported from `<folder>/<workflow>/<state-name>.ts`. */
export async function loadFunctions(folder: string, workflows: WorkflowFile[]): Promise<Map<string, StepHandler>> {
  const functions = new Map<string, StepHandler>()
  for (const { name: workflow, steps } of workflows) {
    for (const step of steps) {
      functions.set(functionName(workflow, step), await loadStep(folder, workflow, step))
    }
  }
  return functions
}

async function loadStep(folder: string, workflow: string, step: string): Promise<StepHandler> {
  const path = join(folder, workflow, `${step}.ts`)
  const state = `the state "${step.replaceAll('-', ' ')}" of workflows/${workflow}.asl.json`
  if (!existsSync(path)) throw new CannotStart(`There is no function for ${state}: ${path} is missing.`)
  const module: unknown = await import(pathToFileURL(path).href)
  const handler = typeof module === 'object' && module !== null && 'handler' in module ? module.handler : undefined
  if (typeof handler !== 'function') throw new CannotStart(`The function for ${state} exports no handler: ${path}.`)
  return async (payload) => handler(payload)
}

/** Calls by name, or by the ARN of a function or of one of its versions. */
export function invoking(functions: Map<string, StepHandler>): {
  invoke: (functionNameOrArn: string, payload: unknown) => Promise<unknown>
  invocations: () => number
} {
  let invocations = 0
  return {
    async invoke(functionNameOrArn, payload) {
      const name = functionNameOrArn.replace(/^(arn:[^:]*:lambda:[^:]*:[^:]*:function:)/, '').replace(/:[^:]*$/, '')
      const handler = functions.get(name)
      if (!handler) throw new ServiceError('Lambda.ResourceNotFoundException', `Function not found: ${name}`)
      invocations += 1
      // What crosses to a function and back is JSON, in AWS and here.
      const result = await handler(throughJson(payload))
      return throughJson(result)
    },
    invocations: () => invocations,
  }
}

function throughJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
