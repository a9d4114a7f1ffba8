import { FunctionError } from '../../../local/stepfunctions/step-functions.ts'

/** A recording of real AWS, as ../shared/asl-cases/README.md describes it. */
export interface RecordedCase {
  name: string
  kind: 'execution' | 'api'
  category: string
  requires: string[]
  stateMachineName: string
  definition: object
  definitionJsonata?: object
  definitionJsonataLambdaToken?: object
  childStateMachines?: { name: string; definition: object; definitionJsonata?: object }[]
  stubs?: Stub[]
  tokenActions?: TokenAction[]
  runs?: RecordedRun[]
  steps?: RecordedStep[]
}

export interface RecordedRun {
  input: unknown
  executionName: string
  expectedStatus: string
}

export interface TokenAction {
  waitSeconds?: number
  call: 'SendTaskSuccess' | 'SendTaskFailure' | 'SendTaskHeartbeat'
  output?: string
  error?: string
  cause?: string
}

export interface RecordedStep {
  op?: string
  await?: string
  params?: Record<string, unknown>
  definitionJsonata?: string
  clientSideError?: string
}

export interface Stub {
  kind: string
  functionName?: string
  behaviour?: 'echo' | 'error' | 'sleep' | 'constant' | 'big'
  errorPayload?: unknown
  value?: unknown
}

export interface Comparator {
  compareExecution(recorded: unknown, actual: unknown, level: string): string[]
  compareStep(step: unknown, actual: unknown): string[]
}

/** What a stubbed function does. */
export function stubbed(stub: Stub): (payload: unknown) => unknown {
  switch (stub.behaviour) {
    case 'error':
      return () => {
        throw new FunctionError(stub.errorPayload)
      }
    case 'constant':
      return () => stub.value
    case 'big':
      return () => 'x'.repeat(300_000)
    default:
      return (payload) => payload
  }
}
