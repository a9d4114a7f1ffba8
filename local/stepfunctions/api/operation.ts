import type { Engine } from '../engine/engine.ts'
import type { Deletions } from '../store/deletions.ts'
import type { ExecutionStore } from '../store/execution-store.ts'
import type { MachineStore } from '../store/machine-store.ts'
import type { Input } from './input.ts'

/** What an operation works with. */
export interface Desk {
  engine: Engine
  executions: ExecutionStore
  machines: MachineStore
  deletions: Deletions
  now(): number
  account: string
  /** The region a request is for. */
  region: string
}

export type Operation = (input: Input, desk: Desk) => Promise<Answer> | Answer
export type Answer = Record<string, unknown>

/** AWS JSON carries times as seconds. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1_000
}
