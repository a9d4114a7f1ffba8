/** The locality refuses to start, or to go on: the message is one sentence for the person at the terminal. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
