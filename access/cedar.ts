import { setFlagsFromString } from 'node:v8'

/**
 * Cedar, which V8 compiles once: anew, and better, only what has run for a very long time (docs/decisions/0046). A module keeps the
 * budget that it was made with, so that the solver has V8's own.
 */
const compiledAnewAfter = (bytesRun: number) => setFlagsFromString(`--wasm-tiering-budget=${bytesRun}`)

/** V8's default (`node --v8-options`), which test/access holds to. */
export const BUDGET_OF_V8 = 13_000_000

compiledAnewAfter(2_000_000_000)
export const cedar = await import('@cedar-policy/cedar-wasm/nodejs')
compiledAnewAfter(BUDGET_OF_V8)
