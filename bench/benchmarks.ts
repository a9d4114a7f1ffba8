import type { Benchmark } from './bench.ts'
import { board } from './board/board.ts'
import { wholeCase } from './case/case.ts'
import { command } from './command/command.ts'
import { engine } from './engine/engine.ts'

export const benchmarks: Benchmark[] = [engine, command, board, wholeCase]
