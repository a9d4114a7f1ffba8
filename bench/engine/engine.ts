import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Benchmark, Figure, Size } from '../bench.ts'
import { counted, median, spread } from '../statistics.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { ratios } from '../timed.ts'
import { inHistory, writeBare, written } from './bare.ts'
import { againstInMemory } from './in-memory.ts'
import { memoryOfWaiting } from './memory.ts'
import { openExecutions, work } from './working.ts'

/** How many are open, how often each goes round, and how often it is measured. */
const sizes: Record<Size, { open: number; rounds: number; times: number }[]> = {
  full: [
    { open: 1, rounds: 2_000, times: 7 },
    { open: 100, rounds: 20, times: 7 },
    { open: 10_000, rounds: 1, times: 3 },
  ],
  tiny: [
    { open: 1, rounds: 20, times: 2 },
    { open: 10, rounds: 2, times: 2 },
  ],
}

export const engine: Benchmark = {
  name: 'engine',
  says: 'transitions of the local Step Functions, every step committed, against the same rows as bare SQLite commits',
  async run(size) {
    const figures: Figure[] = []
    const medians: number[] = []
    for (const { open, rounds, times } of sizes[size]) {
      const { against, perSecond, perTransition } = await inTemporaryFolder((folder) =>
        measure(folder, open, rounds, times),
      )
      const many = open.toLocaleString('en-GB')
      medians.push(median(against))
      figures.push(
        { what: `rate with ${many} open, of the bare commits’`, unit: '×', ...spread(against), reach: { least: 0.5 } },
        { what: `transitions per second with ${many} open, here`, unit: '', ...spread(perSecond) },
        { what: `events committed per transition with ${many} open`, unit: '', ...counted(perTransition) },
      )
    }
    const [one = 0] = medians
    const most = medians.at(-1) ?? 0
    figures.push({
      what: 'the first of these ratios, with the most open, of that with one',
      unit: '×',
      ...counted(most / one),
      reach: { least: 0.8 },
    })
    figures.push(size === 'full' ? await againstInMemory(1_000, 9) : await againstInMemory(50, 2))
    figures.push(await memoryOfWaiting(size === 'full' ? 10_000 : 500))
    return figures
  },
}

async function measure(folder: string, open: number, rounds: number, times: number) {
  const [waiting, place] = [join(folder, 'waiting'), join(folder, 'work')]
  const anew = () => cp(waiting, place, { recursive: true, force: true })
  await openExecutions(waiting, open, rounds)
  const before = inHistory(waiting)
  await anew()
  const rows = await written(() => work(place))
  const after = inHistory(place)
  const transitions = after.transitions - before.transitions
  await anew()
  writeBare(place, rows)
  if (inHistory(place).events !== after.events) throw new Error('The bare commits are not those of the engine.')
  const perSecond: number[] = []
  const against = await ratios(
    times,
    async () => {
      await anew()
      return writeBare(place, rows)
    },
    async () => {
      await anew()
      const took = await work(place)
      perSecond.push((transitions / took) * 1_000)
      return took
    },
  )
  return { against, perSecond, perTransition: (after.events - before.events) / transitions }
}
