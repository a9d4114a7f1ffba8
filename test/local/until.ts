/** Waits for a condition that another process brings about. */
export async function until(holds: () => boolean, what: string, patienceMs = 10_000): Promise<void> {
  for (const began = performance.now(); performance.now() - began < patienceMs; ) {
    if (holds()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`Waited ${patienceMs / 1000} seconds in vain: ${what}`)
}
