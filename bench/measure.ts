import type { Size } from './bench.ts'
import { benchmarks } from './benchmarks.ts'

/** One benchmark, in this process alone: `node measure.ts NAME SIZE`, forked; the figures are its message. */
const [name, size] = process.argv.slice(2)
const benchmark = benchmarks.find((one) => one.name === name)
if (!benchmark) throw new Error(`There is no benchmark ${name}.`)
const figures = await benchmark.run(size as Size)
// What it started and did not end would hold the process.
process.send?.(figures, () => process.exit())
