/** What a function gave, where Lambda also says which of its versions answered. */
export class FunctionAnswer {
  readonly payload: unknown
  readonly executedVersion: string | undefined

  constructor(payload: unknown, executedVersion: string | undefined) {
    this.payload = payload
    this.executedVersion = executedVersion
  }

  static of(given: unknown): FunctionAnswer {
    return given instanceof FunctionAnswer ? given : new FunctionAnswer(given, undefined)
  }
}
