import type { Benchmark, Size } from '../bench.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { memoryOfWaiting } from './memory.ts'
import { againstOthers } from './others.ts'
import { type Crowd, rates } from './rates.ts'

const crowds: Record<Size, Crowd[]> = {
  full: [
    { open: 1, rounds: 2_000 },
    { open: 100, rounds: 20 },
    { open: 10_000, rounds: 1 },
  ],
  tiny: [
    { open: 1, rounds: 20 },
    { open: 10, rounds: 2 },
  ],
}

export const engine: Benchmark = {
  name: 'engine',
  says: 'transitions of the local Step Functions, every step committed, against the same rows as bare SQLite commits',
  async run(size) {
    const full = size === 'full'
    return [
      ...(await inTemporaryFolder((folder) => rates(folder, crowds[size], full ? 5 : 2))),
      ...(full ? await againstOthers(1_000, 9) : await againstOthers(50, 2)),
      await memoryOfWaiting(full ? 10_000 : 500),
    ]
  },
}
