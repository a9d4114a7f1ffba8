/** Something that acts at instants of the local clock: the Step Functions, the daily sweep. */
export interface Timers {
  /** When the next one is due, in milliseconds since 1970. */
  nextDueAt(): number | undefined
  /** The clock was moved: act on what is due now. */
  clockMoved(): void
}
