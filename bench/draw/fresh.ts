import { fairLottery } from '../../domain/panel-draw/fair-lottery.ts'
import { highsSolver } from '../../functions/runtime/highs-solver.ts'
import { upTo150 } from './pools.ts'

/** In a process of its own, `node fresh.ts POOLS`: draws from the first so many, and says how much memory it had at most, in KB. */
const solver = await highsSolver()
for (const { instance } of upTo150.slice(0, Number(process.argv[2])))
  for (const seed of [1, 2, 3]) fairLottery(instance(seed), solver, 1_000)
console.log(process.resourceUsage().maxRSS)
