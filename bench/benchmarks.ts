import type { Benchmark } from './bench.ts'
import { wholeCase } from './case/case.ts'
import { engine } from './engine/engine.ts'

export const benchmarks: Benchmark[] = [engine, wholeCase]
