import { stages } from '../domain/case/case.ts'

/** One name, said everywhere (design §1): the state's sentence gives the file, the substitution and the function. */

/** "Draw the panel" → `draw-the-panel`, its file under `functions/steps/<workflow>/`. */
export function kebabOf(sentence: string): string {
  return sentence
    .normalize('NFKD')
    .replaceAll(/['’]|\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** `draw-the-panel` → `DrawThePanel`, its substitution. */
export function pascalOf(kebab: string): string {
  return kebab
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/** The substitution by which a stage hands over to another: `nomination` → `NominationStateMachine`. */
export function stateMachineName(workflow: string): string {
  return `${pascalOf(workflow)}StateMachine`
}

/** `panel-formation--draw-the-panel`: the function of a state, where all functions share one list. */
export function functionName(workflow: string, step: string): string {
  return `${workflow}--${step}`
}

/** Every workflow: one for each stage, and the substitution beside them. */
export const workflows = [...stages, 'substitution'] as const
export type Workflow = (typeof workflows)[number]

/** The parts of an Amazon States Language file that names are derived from. */
export interface Definition {
  States: Record<string, State>
}

interface State {
  Type: string
  Resource?: string | undefined
  Branches?: Definition[] | undefined
  ItemProcessor?: Definition | undefined
}

/** The states that call a function, in the order of the file, also those within Parallel and Map: as kebab names. */
export function stepsOf(definition: Definition): string[] {
  const steps = Object.entries(definition.States).flatMap(([sentence, state]) => [
    ...(callsFunction(state) ? [kebabOf(sentence)] : []),
    ...(state.Branches ?? []).flatMap(stepsOf),
    ...(state.ItemProcessor ? stepsOf(state.ItemProcessor) : []),
  ])
  return [...new Set(steps)]
}

function callsFunction(state: State): boolean {
  return state.Type === 'Task' && /^arn:aws:states:::lambda:invoke(\.waitForTaskToken)?$/.test(state.Resource ?? '')
}

/** Where things are: names on one machine, ARNs (or CDK's tokens for them) in AWS. */
export interface Places {
  functionOf(workflow: string, step: string): string
  stateMachineOf(workflow: string): string
}

/** What each `${Name}` in the definition of `workflow` stands for. */
export function substitutionsOf(
  workflow: string,
  definition: Definition,
  workflows: readonly string[],
  places: Places,
): Record<string, string> {
  return Object.fromEntries([
    ...stepsOf(definition).map((step) => [pascalOf(step), places.functionOf(workflow, step)]),
    ...workflows.map((other) => [stateMachineName(other), places.stateMachineOf(other)]),
  ])
}

const placeholder = /\$\{([A-Za-z][A-Za-z0-9]*)\}/g

/** The names that a definition's text leaves open, each once. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''))]
}

/** @throws Error naming the first `${Name}` that stands for nothing */
export function substitute(text: string, substitutions: Record<string, string>): string {
  return text.replaceAll(placeholder, (_all, name: string) => {
    const value = substitutions[name]
    if (value === undefined) throw new Error(`$\{${name}} names neither a state of this workflow nor a workflow`)
    return value
  })
}
