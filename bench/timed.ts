/** How long the work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Measures two things in turn, so that what else the machine does falls on both. @returns the first over the second */
export async function ratios(
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<number[]> {
  const found: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first changes from round to round.
    if (round % 2 === 0) {
      const first = await one()
      found.push(first / (await other()))
    } else {
      const second = await other()
      found.push((await one()) / second)
    }
  }
  return found
}
