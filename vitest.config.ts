import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/closing-line.ts'

/** What is pure leaves nothing behind: its test files share their worker and what it has loaded, which halves their time. */
const pure = ['test/{access,domain,workflows}/**/*.test.ts']

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: pure,
          globalSetup: ['test/journeys/lived-cases.ts'],
        },
      },
    ],
    reporters: ['default', new ClosingLine()],
    // The long counts take as long as they take; the others seconds, and on a busy machine no test ends red for being slow.
    testTimeout: process.env['LONG'] ? 1_800_000 : 180_000,
    hookTimeout: 180_000,
    // Journeys and browsers wait much of their time: one more than the processors of a small machine.
    maxWorkers: 3,
    // One line per slow test is enough; the steps' own logs are for those who ask.
    silent: 'passed-only',
    env: { POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'SILENT' },
  },
})
