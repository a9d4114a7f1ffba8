/** What must be quiet before the locality is. */
export interface Activity {
  /** Resolves when nothing is under way. */
  quiet(): Promise<void>
  /** Grows with every piece of work, so that work which came and went between two looks is noticed. */
  done(): number
}

/** Resolves when everything was quiet twice in a row with no work in between: each may give the others work. */
export function settling(parts: Activity[]): () => Promise<void> {
  return async () => {
    let before = Number.NaN
    for (;;) {
      for (const part of parts) await part.quiet()
      const done = parts.reduce((sum, part) => sum + part.done(), 0)
      if (done === before) return
      before = done
    }
  }
}
