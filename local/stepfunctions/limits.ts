/** AWS's published quotas (Step Functions Developer Guide, "Service quotas") and this engine's own bounds. */
export const limits = {
  /** Input, output, result or variables of one state, in bytes of UTF-8. */
  stateData: 262_144,
  definition: 1_048_576,
  historyEvents: 25_000,
  /** Of all variables of an execution, in bytes ("Passing data between states with variables", limits). */
  variables: 10 * 1_048_576,
  name: 80,
  taskToken: 2_048,
  nextToken: 1_024,
  /** Of ListExecutions. */
  executionsToken: 3_096,
  error: 256,
  cause: 32_768,
  description: 256,
  pageSize: 1_000,
  /** AWS takes at most 1,000 published versions and 100 aliases of one machine. */
  versions: 1_000,
  aliases: 100,
  tags: 50,
  /** Seconds; also what AWS uses when no timeout is given. */
  timeoutSeconds: 99_999_999,
  /** AWS runs at most 40 iterations of an inline Map at once. */
  mapConcurrency: 40,
  redrivableMs: 14 * 24 * 3_600_000,
  /** Own bounds, where AWS publishes none. */
  historyPageLength: 4 * 1_048_576,
  requestBytes: 16 * 1_048_576,
  definitionDepth: 100,
  /** So often may the process die of a step before the step's execution is given up. */
  fatalSteps: 3,
} as const

/** Bounds on one JSONata evaluation; past them the state fails with States.QueryEvaluationError. */
export const queryLimits = {
  milliseconds: 500,
  steps: 2_000_000,
  /** AWS's own, as are the next two: 1+1+… of 101 terms, an array of 873,783 and a text of 2^23 are refused. */
  depth: 100,
  /** Of an array. */
  items: 873_782,
  /** Characters of a text. */
  text: 8 * 873_782,
  /** Of the thread that evaluates what may take much. */
  memoryMb: 256,
} as const

/** What may be evaluated in the engine's own thread; past it the evaluation is made in a thread apart. */
export const queryLimitsHere = {
  ...queryLimits,
  milliseconds: 50,
  steps: 2_000,
  /** Characters of the expression, and parts of all that it can see: together they bound what one operator can cost. */
  expression: 1_000,
  parts: 10_000,
} as const
