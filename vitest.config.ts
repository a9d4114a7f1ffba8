import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/closing-line.ts'

/** What is pure leaves nothing behind: its test files share their worker and what it has loaded, which halves their time. */
const pure = ['test/{access,domain,workflows}/**/*.test.ts']
/** So do these. What is made for one of them is given to it, or made anew by the next. */
const service = ['test/{functions,local/stepfunctions,web/features}/**/*.test.ts']
/** But for those that put something else in the place of a module. */
const mocking = ['test/functions/api/command.test.ts', 'test/functions/events/register-news.test.ts']

// What is compiled is kept for the next process: workers, and programs that tests start.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/node')

export default defineConfig({
  test: {
    // Node runs the sources as they are, here as anywhere else.
    experimental: { viteModuleRunner: false },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'service',
          include: service,
          exclude: mocking,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'mocking', include: mocking } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...pure, ...service],
          globalSetup: ['test/journeys/lived-cases.ts'],
        },
      },
    ],
    reporters: ['default', new ClosingLine()],
    // The long counts take as long as they take; the others seconds, and on a busy machine no test ends red for being slow.
    testTimeout: process.env['LONG'] ? 1_800_000 : 180_000,
    hookTimeout: 180_000,
    // Journeys and browsers wait much of their time: more than the processors of a small machine.
    maxWorkers: 4,
    // One line per slow test is enough; the steps' own logs are for those who ask.
    silent: 'passed-only',
    env: { POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'SILENT' },
  },
})
