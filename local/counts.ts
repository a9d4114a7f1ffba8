import type { TableRequests } from './dynamodb/counted.ts'

export interface Counts {
  /** State transitions of all executions there are. */
  transitions: number
  /** Calls of step functions since this process began. */
  lambdaInvocations: number
  /** Since this process began. */
  tableRequests: TableRequests
}
