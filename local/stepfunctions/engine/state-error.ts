/** A state's failure, as Retry and Catch see it: AWS's error name and the cause in words. */
export class StateError extends Error {
  readonly error: string | undefined
  readonly causeText: string | undefined
  /** Set for a failed query: the field it stands in, for the EvaluationFailed event. */
  readonly location: string | undefined

  /** A name that rules may know it by beside its own. */
  alias: string | undefined
  /** Made by a branch or an iteration: the fork around it fails of it. */
  ofBranch = false
  /** The iteration that could not begin: its ItemSelector failed. */
  iteration: number | undefined

  constructor(error: string | undefined, cause: string | undefined, location?: string) {
    super(`${error ?? 'no error name'}: ${cause ?? 'no cause given'}`)
    this.error = error
    this.causeText = cause
    this.location = location
  }
}
