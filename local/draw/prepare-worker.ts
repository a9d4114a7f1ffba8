import { parentPort, workerData } from 'node:worker_threads'
import { prepareDraw } from '../../domain/panel-draw/fair-draw/prepare.ts'
import { highsSolver } from './highs-solver.ts'
import type { Job } from './prepare-off-thread.ts'

/** The thread of one draw: the solver and its memory go when it ends. */
const { instance, announcement, panels }: Job = workerData
parentPort?.postMessage(prepareDraw(instance, announcement, await highsSolver(), panels))
