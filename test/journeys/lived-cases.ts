import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the cases that were lived through are kept, for as long as the tests run. */
    livedCases: string
  }
}

/** Before all tests: a folder for what `lived.ts` keeps. */
export default async function livedCases(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'redesign-panels-lived-'))
  project.provide('livedCases', folder)
  return () => rm(folder, { recursive: true, force: true })
}
