import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * How long moto (a Python package that plays AWS, here in its own process) takes for a chain of states, in milliseconds,
 * so often; or why it did not. `BENCH_PYTHON` names a Python that has it: `pip install 'moto[stepfunctions]'`.
 */
export async function chainInMoto(length: number, times: number): Promise<number[] | string> {
  const python = process.env['BENCH_PYTHON'] ?? 'python3'
  const script = join(import.meta.dirname, 'moto-chain.py')
  try {
    const { stdout } = await run(python, [script, String(length), String(times)], { timeout: 300_000 })
    return JSON.parse(stdout) as number[]
  } catch (error) {
    const { code, stdout, stderr, killed } = error as Partial<Record<'code' | 'stdout' | 'stderr' | 'killed', unknown>>
    if (killed === true) return 'it took longer than five minutes'
    if (code === 'ENOENT') return `there is no ${python}`
    if (code === 3) return `not installed: ${String(stdout).trim()}; pip install 'moto[stepfunctions]'`
    return `it ended with ${String(code)}: ${String(stderr).trim().split('\n').at(-1)}`
  }
}
