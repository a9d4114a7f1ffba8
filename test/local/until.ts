/** Waits for a condition that another process brings about. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (const began = performance.now(); performance.now() - began < 10_000; ) {
    if (holds()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`Waited 10 seconds in vain: ${what}`)
}
