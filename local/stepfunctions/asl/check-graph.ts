import type { Raw } from './check-fields.ts'
import type { Diagnostics } from './diagnostics.ts'

/** The ways between the states of one scope. */
export class Graph {
  readonly #states: Record<string, unknown>
  readonly #found: Diagnostics
  /** Where each state leads to; the scope itself, under the empty name, to its first. */
  readonly #ways = new Map<string, Set<string>>()

  constructor(states: Record<string, unknown>, found: Diagnostics) {
    this.#states = states
    this.#found = found
  }

  go(from: string, target: unknown, at: string): void {
    const targets = this.#ways.get(from) ?? new Set()
    this.#ways.set(from, targets.add(String(target)))
    if (typeof target === 'string' && !Object.hasOwn(this.#states, target)) {
      this.#found.add('MISSING_TRANSITION_TARGET', `Missing 'Next' target: ${target}`, at)
    }
  }

  /** Says which states no way leads to. Of a workflow that cannot end AWS says that alone, and only of the outermost scope. */
  check(at: string): void {
    if (at === '' && !Object.values(this.#states).some(isTerminal)) {
      return void this.#found.add('MISSING_END_STATE', 'Workflow has no terminal state', undefined)
    }
    const reached = this.#reachable()
    for (const name of Object.keys(this.#states).filter((each) => !reached.has(each))) {
      this.#found.add('MISSING_TRANSITION_TARGET', `State "${name}" is not reachable.`, `${at}/States/${name}`)
    }
  }

  #reachable(): Set<string> {
    const reached = new Set(this.#ways.get(''))
    // A set that grows is gone through to its end.
    for (const state of reached) for (const target of this.#ways.get(state) ?? []) reached.add(target)
    return reached
  }
}

/** What has neither an end nor a way on has been complained of for that. */
function isTerminal(state: unknown): boolean {
  const { Type: type, Next: next, End: end } = (state ?? {}) as Raw & { Type?: unknown; Next?: unknown; End?: unknown }
  if (type === 'Succeed' || type === 'Fail' || end === true) return true
  return type !== 'Choice' && next === undefined
}
