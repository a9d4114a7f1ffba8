import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/closing-line.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', new ClosingLine()],
    globalSetup: ['test/journeys/lived-cases.ts'],
    // The long counts take as long as they take.
    testTimeout: process.env['LONG'] ? 1_800_000 : 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // One line per slow test is enough; the steps' own logs are for those who ask.
    silent: 'passed-only',
    env: { POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'SILENT' },
  },
})
