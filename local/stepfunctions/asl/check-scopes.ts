import type { Definition, Scope, State } from './definition.ts'
import type { Diagnostics } from './diagnostics.ts'

/**
 * Says which variables a branch or an iteration assigns that were assigned on a way into its state: it may read, but
 * not assign them. (What is assigned only after the state is free: measured for github.com/iwamot/sfnx, docs/design.md.)
 */
export function checkScopes(definition: Definition, found: Diagnostics): void {
  checkScope(definition, '', new Set(), found)
}

function checkScope(scope: Scope, at: string, outer: ReadonlySet<string>, found: Diagnostics): void {
  for (const [name, state] of Object.entries(scope.States)) {
    const here = `${at}/States/${name}`
    for (const { assigned, where } of waysOf(state)) {
      for (const variable of assigned.filter((each) => outer.has(each))) {
        const problem = `The variable name '${variable}' was already defined in a parent scope.`
        found.add('DUPLICATE_VARIABLE_NAME', problem, `${here}${where}/Assign/${variable}`)
      }
    }
    const inner = innerScopes(state)
    if (inner.length === 0) continue
    const around = new Set([...outer, ...assignedBefore(scope, name)])
    for (const [each, where] of inner) checkScope(each, `${here}${where}`, around, found)
  }
}

interface Way {
  target: string | undefined
  assigned: string[]
  /** The rule within the state: `/Catch[0]`. */
  where: string
}

/** Where a state may lead, with the variables assigned on each way. */
function waysOf(state: State): Way[] {
  const assigned = 'Assign' in state ? Object.keys(state.Assign ?? {}) : []
  const target = state.Type === 'Choice' ? state.Default : 'Next' in state ? state.Next : undefined
  const rules = [
    ...(state.Type === 'Choice' ? state.Choices.map((rule, index) => [rule, `/Choices[${index}]`] as const) : []),
    ...('Catch' in state ? (state.Catch ?? []).map((rule, index) => [rule, `/Catch[${index}]`] as const) : []),
  ]
  return [
    { target, assigned, where: '' },
    ...rules.map(([rule, where]) => ({ target: rule.Next, assigned: Object.keys(rule.Assign ?? {}), where })),
  ]
}

/** What is assigned on any way that leads, also over other states, to a state. */
function assignedBefore(scope: Scope, name: string): string[] {
  const ways = Object.entries(scope.States).flatMap(([from, state]) => waysOf(state).map((way) => ({ from, ...way })))
  const reaching = new Set([name])
  // A set that grows is gone through to its end.
  for (const state of reaching) for (const { from, target } of ways) if (target === state) reaching.add(from)
  return ways.filter(({ target }) => target !== undefined && reaching.has(target)).flatMap(({ assigned }) => assigned)
}

function innerScopes(state: State): [scope: Scope, where: string][] {
  if (state.Type === 'Map') return [[state.ItemProcessor, '/ItemProcessor']]
  return state.Type === 'Parallel' ? state.Branches.map((branch, index) => [branch, `/Branches[${index}]`]) : []
}
