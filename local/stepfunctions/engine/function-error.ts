/** A function's own failure, with the payload Lambda gives for it; its errorType is the error's name in the history. */
export class FunctionError extends Error {
  readonly payload: unknown

  constructor(payload: unknown) {
    super('The function failed')
    this.name = 'FunctionError'
    this.payload = payload
  }

  /** The failure in the history's terms, whatever was thrown. */
  static outcome(thrown: unknown): { error: string; cause: string } {
    if (thrown instanceof ServiceError) return { error: thrown.name, cause: thrown.message }
    if (thrown instanceof FunctionError) {
      const { payload } = thrown
      const type =
        typeof payload === 'object' && payload !== null ? (payload as { errorType?: unknown }).errorType : undefined
      // Errors that Lambda's runtime could not name (Developer Guide, "Handle transient Lambda service exceptions").
      return { error: typeof type === 'string' ? type : 'Lambda.Unknown', cause: JSON.stringify(payload) }
    }
    const error = thrown instanceof Error ? thrown.name : 'Error'
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return { error, cause: JSON.stringify({ errorType: error, errorMessage: message }) }
  }
}

/** A failure of the Lambda service, not of the function: `Lambda.TooManyRequestsException` and the like. */
export class ServiceError extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}
