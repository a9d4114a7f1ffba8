import type { Benchmark } from './bench.ts'
import { board } from './board/board.ts'
import { wholeCase } from './case/case.ts'
import { cold } from './cold/cold.ts'
import { command } from './command/command.ts'
import { draw } from './draw/draw.ts'
import { engine } from './engine/engine.ts'
import { portal } from './portal/portal.ts'
import { resume } from './resume/resume.ts'
import { scoring } from './scoring/scoring.ts'

export const benchmarks: Benchmark[] = [engine, resume, command, board, wholeCase, cold, draw, scoring, portal]
