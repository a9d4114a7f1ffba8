import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const crowd = fileURLToPath(new URL('../../test/local/stepfunctions/crowd.ts', import.meta.url))

/** A process in which so many executions wait in the folder. */
export async function openCrowd(
  folder: string,
  executions: number,
): Promise<{ bytesEach: number; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--expose-gc', crowd, folder, String(executions)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(String(chunk)))
    child.once('exit', (code) => reject(new Error(`The crowd ended with ${code}.`)))
  })
  return {
    bytesEach: (JSON.parse(said) as { perExecution: number }).perExecution,
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
