import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with `N passed, N failed, N skipped`, counted from the runner's own results. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counted = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state !== 'pending') counted[state] += 1
      }
      // A file that could not be read has no tests, and has failed all the same.
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) counted.failed += 1
    }
    counted.failed += errors.length
    const { passed, failed, skipped } = counted
    process.once('exit', () =>
      console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`),
    )
  }
}
