import { Worker } from 'node:worker_threads'
import type { DrawJob } from '../../domain/panel-draw/commit.ts'
import type { Prepared } from '../../domain/panel-draw/fair-draw/prepare.ts'

/** Prepares a draw in a thread of its own, so that the process answers meanwhile. @throws what `prepareDraw` throws */
export function prepareOffThread(job: DrawJob): Promise<Prepared> {
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), { workerData: job })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) =>
      reject(new Error(`The thread of the draw ended with ${code} before it had answered.`)),
    )
  })
}
