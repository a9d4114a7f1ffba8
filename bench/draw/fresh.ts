import { fairLottery } from '../../domain/panel-draw/fair-lottery.ts'
import { highsSolver } from '../../functions/runtime/highs-solver.ts'
import { upTo150 } from './pools.ts'

/** In a process of its own: draws from each pool of up to 150 people, and says how much memory it had at most, in KB. */
const solver = await highsSolver()
for (const { instance } of upTo150) for (const seed of [1, 2, 3]) fairLottery(instance(seed), solver, 1_000)
console.log(process.resourceUsage().maxRSS)
