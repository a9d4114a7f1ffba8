/** An error of the Step Functions API, by AWS's name. */
export class ApiError extends Error {
  readonly details: Record<string, unknown>

  constructor(name: string, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.name = name
    this.details = details
  }
}
