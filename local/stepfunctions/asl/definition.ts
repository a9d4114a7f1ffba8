import type { Json, JsonObject } from '../json.ts'

/** The states of Amazon States Language this engine runs, JSONata only; validate.ts lets no other through. */
export interface Definition extends Scope {
  Comment?: string
  TimeoutSeconds?: number
}

export interface Scope {
  StartAt: string
  States: Record<string, State>
}

export type State =
  | TaskState
  | PassState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState
export type StateType = State['Type']

interface Common {
  Comment?: string
}

interface Outcome {
  Assign?: JsonObject
  Output?: Json
}

interface Onward {
  Next?: string
  End?: boolean
}

export interface Fallible {
  Retry?: Retrier[]
  Catch?: Catcher[]
}

export interface Retrier {
  ErrorEquals: string[]
  IntervalSeconds?: number
  MaxAttempts?: number
  BackoffRate?: number
  MaxDelaySeconds?: number
  JitterStrategy?: 'FULL' | 'NONE'
}

export interface Catcher extends Outcome {
  ErrorEquals: string[]
  Next: string
}

export interface TaskState extends Common, Outcome, Onward, Fallible {
  Type: 'Task'
  Resource: string
  Arguments?: Json
  TimeoutSeconds?: Json
  HeartbeatSeconds?: Json
  /** Roles do not exist here: it is only told in the history. */
  Credentials?: { RoleArn: string }
}

export interface PassState extends Common, Outcome, Onward {
  Type: 'Pass'
}

export interface ChoiceState extends Common, Outcome {
  Type: 'Choice'
  Choices: ChoiceRule[]
  Default?: string
}

export interface ChoiceRule extends Outcome {
  Condition: Json
  Next: string
}

export interface WaitState extends Common, Outcome, Onward {
  Type: 'Wait'
  Seconds?: Json
  Timestamp?: Json
}

export interface SucceedState extends Common {
  Type: 'Succeed'
  Output?: Json
}

export interface FailState extends Common {
  Type: 'Fail'
  Error?: Json
  Cause?: Json
}

export interface ParallelState extends Common, Outcome, Onward, Fallible {
  Type: 'Parallel'
  Branches: Scope[]
  Arguments?: Json
}

export interface MapState extends Common, Outcome, Onward, Fallible {
  Type: 'Map'
  ItemProcessor: Scope & { ProcessorConfig?: { Mode?: 'INLINE' } }
  Items?: Json
  ItemSelector?: Json
  MaxConcurrency?: Json
  ToleratedFailureCount?: Json
  ToleratedFailurePercentage?: Json
}
