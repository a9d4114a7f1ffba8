/** Why something was not done. The code is for machines (HTTP status, `ErrorEquals`); the sentence is for the person. */
export const refusalCodes = [
  'Invalid', // what was sent does not fit; every fault is listed
  'NotFound', // it does not exist, or the person may not know of it
  'NotSignedIn',
  'NotAllowed', // this person may not do this
  'WrongStage', // the case is not where this can be done
  'CasePaused',
  'CaseEnded',
  'CaseMovedOn', // a step of an execution that the record has left behind
  'TooEarly',
  'DeclareFirst', // it waits for the person to declare whether they have an interest in whom the tenders name
  'DeclareInterests', // … to declare their interests, or to declare them anew
  'TooLate', // the deadline has passed
  'AlreadyDone', // it was done before and cannot be done twice
  'Stale', // somebody changed it since it was read
  'NoQuorum',
  'NoPanelPossible', // the constraints cannot be met by this pool
  'Busy', // too many at once: try again
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** One thing wrong with what was sent: where (a path into it) and what to do about it. */
export interface Fault {
  path: (string | number)[]
  message: string
}

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly faults: Fault[]

  /** @param sentence what happened, why, and what to do */
  constructor(code: RefusalCode, sentence: string, faults: Fault[] = []) {
    super(sentence)
    this.name = code
    this.code = code
    this.faults = faults
  }
}

/** A refusal unless `condition` holds. */
export function refuseUnless(condition: unknown, code: RefusalCode, sentence: string): asserts condition {
  if (!condition) throw new Refusal(code, sentence)
}
