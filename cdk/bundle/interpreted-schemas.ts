import { config } from 'zod'

/**
 * Each bundle begins with this. Zod compiles a function for every object schema when it first parses with it: that took a step a
 * sixth of its first answer, and a process has to parse the same dozens of times before it gains by it (docs/performance.md).
 */
config({ jitless: true })
