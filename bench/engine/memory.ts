import type { Figure } from '../bench.ts'
import { counted } from '../statistics.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { openCrowd } from './crowd.ts'

/** What a waiting execution costs in memory, beyond the first 500. */
export async function memoryOfWaiting(executions: number): Promise<Figure> {
  const bytes = await inTemporaryFolder(async (folder) => {
    const crowd = await openCrowd(folder, executions)
    await crowd.kill()
    return crowd.bytesEach
  })
  const what = `memory per waiting execution, of ${executions.toLocaleString('en-GB')}`
  return { what, unit: 'bytes', ...counted(Math.max(0, Math.round(bytes))), reach: { most: 4_096 } }
}
