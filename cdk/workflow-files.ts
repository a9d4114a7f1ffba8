import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Definition, kebabOf, placeholdersOf, stateMachineName, stepsOf } from '../workflows/names.ts'

const folder = new URL('../workflows/', import.meta.url)

export interface WorkflowFile {
  name: string
  /** The file as it is, with its `${Name}`s open. */
  text: string
  /** What is derived from the file: the functions its states call, and the workflows it starts. */
  steps: Step[]
  starts: string[]
}

export interface Step {
  /** The state's sentence in kebab: also the name of its file. */
  name: string
  /** How long the state gives the function, where it says so as a number. */
  timeoutSeconds?: number
}

/** Every stage: what is deployed is what lies in `workflows/`. */
export function workflowFiles(): WorkflowFile[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.asl.json'))
    .map((file) => basename(file, '.asl.json'))
    .sort()
  return names.map((name) => readWorkflow(name, readFileSync(new URL(`${name}.asl.json`, folder), 'utf8'), names))
}

/** @param names of all workflows, those that this one may start */
export function readWorkflow(name: string, text: string, names: string[]): WorkflowFile {
  const definition = JSON.parse(text) as Definition
  const open = placeholdersOf(text)
  const timeouts = new Map(
    statesOf(definition).map(([sentence, state]) => [kebabOf(sentence), state['TimeoutSeconds']]),
  )
  return {
    name,
    text,
    steps: stepsOf(definition).map((step) => {
      const timeoutSeconds = timeouts.get(step)
      return { name: step, ...(typeof timeoutSeconds === 'number' && { timeoutSeconds }) }
    }),
    starts: names.filter((other) => open.includes(stateMachineName(other))),
  }
}

/** Every state by its sentence, also those within Parallel and Map. */
export function statesOf({ States }: Definition): [string, Record<string, unknown>][] {
  return Object.entries(States).flatMap(([sentence, state]) => [
    [sentence, { ...state }] as [string, Record<string, unknown>],
    ...(state.Branches ?? []).flatMap(statesOf),
    ...(state.ItemProcessor ? statesOf(state.ItemProcessor) : []),
  ])
}
