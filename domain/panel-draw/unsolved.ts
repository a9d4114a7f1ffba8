/**
 * A draw that could not be worked out: the time for it was used up, or a search met its limit of steps. Nothing is drawn by
 * anything less than the whole answer; its message tells the programme manager what was too much.
 */
export class Unsolved extends Error {
  override readonly name = 'Unsolved'
}

/** Called at each step of a search: throws `Unsolved` where the time for it is used up. Without it, a search takes what it takes. */
export type EveryStep = () => void
