import type { Definition, Scope, State } from './definition.ts'

/** A definition with its scopes numbered (0 is the outermost), so that a thread can say where it is by a number. */
export interface Machine {
  definition: Definition
  scopes: Scope[]
  /** The scopes inside a Parallel or Map state. */
  inner: Map<State, number[]>
}

export function machineOf(definition: Definition): Machine {
  const machine: Machine = { definition, scopes: [], inner: new Map() }
  number(machine, definition)
  return machine
}

function number(machine: Machine, scope: Scope): number {
  const own = machine.scopes.push(scope) - 1
  for (const state of Object.values(scope.States)) {
    if (state.Type === 'Parallel') {
      machine.inner.set(
        state,
        state.Branches.map((branch) => number(machine, branch)),
      )
    } else if (state.Type === 'Map') machine.inner.set(state, [number(machine, state.ItemProcessor)])
  }
  return own
}

export function stateAt(machine: Machine, scope: number, name: string): State {
  const state = machine.scopes[scope]?.States[name]
  if (!state) throw new Error(`The definition has no state '${name}' in scope ${scope}`)
  return state
}

export function startOf(machine: Machine, scope: number): string {
  const found = machine.scopes[scope]
  if (!found) throw new Error(`The definition has no scope ${scope}`)
  return found.StartAt
}
