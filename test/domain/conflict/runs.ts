/** How often a property is tried: from a fixed seed, or with LONG=1 from a fresh one and longer. */
export const runs = (quick: number, long: number) =>
  process.env['LONG'] ? { numRuns: long } : { seed: 20_260_615, numRuns: quick }
