import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { verifyCertificate } from '../../domain/panel-draw/fair-draw/verify.ts'
import { fairLottery } from '../../domain/panel-draw/fair-lottery.ts'
import { highsSolver } from '../../functions/runtime/highs-solver.ts'
import type { Benchmark, Figure, Size } from '../bench.ts'
import { counted, spread } from '../statistics.ts'
import { timed } from '../timed.ts'
import { certified } from './certified.ts'
import { type Draw, large, upTo150 } from './pools.ts'

const sizes: Record<Size, { times: number; pools: Draw[]; large: Draw[] }> = {
  full: { times: 15, pools: upTo150, large },
  tiny: { times: 2, pools: upTo150.slice(0, 1), large: [] },
}

export const draw: Benchmark = {
  name: 'draw',
  says: 'fair chances, the lottery of 1,000 panels and the proof together, each time for another pool with quotas close to a population',
  async run(size) {
    const { times, pools, large: larger } = sizes[size]
    const solver = await highsSolver()
    const measure = async ({ what, instance, seconds }: Draw): Promise<Figure> => {
      const took: number[] = []
      fairLottery(instance(0), solver, 1_000) // what runs for the first time is compiled
      for (let seed = 1; seed <= times; seed += 1) {
        const pool = instance(seed)
        took.push((await timed(() => fairLottery(pool, solver, 1_000))) / 1_000)
      }
      return { what: `seconds here: ${what}`, unit: 's', ...spread(took), reach: { most: seconds } }
    }
    const figures: Figure[] = []
    for (const one of pools) figures.push(await measure(one))
    const memory =
      Number(execFileSync(process.execPath, [join(import.meta.dirname, 'fresh.ts'), String(pools.length)])) / 1_000
    figures.push({
      what: 'memory of a process that draws these, at most',
      unit: 'MB',
      ...counted(memory),
      reach: { most: 300 },
    })
    const last = pools.at(-1)
    if (!last) throw new Error('There are pools.')
    const certificate: unknown = JSON.parse(JSON.stringify(certified(last.instance(1), solver)))
    const verified = await timed(() => {
      const { problems } = verifyCertificate(certificate)
      if (problems.length > 0) throw new Error(problems.join('\n'))
    })
    const what = 'seconds here: verifying the certificate of the last'
    figures.push({ what, unit: 's', ...counted(verified / 1_000), reach: { most: 10 } })
    for (const one of larger) figures.push(await measure(one))
    return figures
  },
}
