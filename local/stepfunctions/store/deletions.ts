import type { ExecutionStore } from './execution-store.ts'
import type { MachineStore } from './machine-store.ts'

/**
 * State machines that were deleted while executions of them were running: each is there until the last of these has
 * ended, at its next step (API reference, DeleteStateMachine).
 */
export class Deletions {
  readonly #machines: MachineStore
  readonly #executions: ExecutionStore
  readonly #begun: Set<string>

  constructor(machines: MachineStore, executions: ExecutionStore) {
    this.#machines = machines
    this.#executions = executions
    this.#begun = new Set(machines.deleting().map(({ arn }) => arn))
    for (const machine of this.#begun) this.closed(machine)
  }

  has(machine: string): boolean {
    return this.#begun.has(machine)
  }

  begin(machine: string): void {
    if (this.#executions.isRunning(machine)) {
      this.#machines.markDeleting(machine)
      this.#begun.add(machine)
    } else this.#end(machine)
  }

  /** An execution of the machine has closed. */
  closed(machine: string): void {
    if (this.has(machine) && !this.#executions.isRunning(machine)) this.#end(machine)
  }

  #end(machine: string): void {
    this.#executions.commit(() => this.#machines.deleteMachine(machine))
    this.#begun.delete(machine)
  }
}
