import { parentPort, workerData } from 'node:worker_threads'
import type { DrawJob } from '../../domain/panel-draw/commit.ts'
import { prepareInProcess } from '../../functions/runtime/prepare-in-process.ts'

/** The thread of one draw: when it ends, the solver's memory is freed. */
parentPort?.postMessage(await prepareInProcess(workerData as DrawJob))
