import { parentPort, workerData } from 'node:worker_threads'
import type { DrawJob } from '../../domain/panel-draw/commit.ts'
import { prepareInProcess } from '../../functions/runtime/prepare-in-process.ts'

/** The thread of one draw: the solver and its memory go when it ends. */
parentPort?.postMessage(await prepareInProcess(workerData as DrawJob))
