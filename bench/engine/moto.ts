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
    const { stdout } = await run(python, [script, String(length), String(times)], { timeout: 120_000 })
    return JSON.parse(stdout) as number[]
  } catch (error) {
    const { code, stdout, killed } = error as { code?: unknown; stdout?: string; killed?: boolean }
    if (killed === true) return 'it took longer than two minutes'
    if (code === 'ENOENT') return `there is no ${python}`
    return code === 3 ? `not installed: ${stdout?.trim()}` : `it ended with ${String(code)}`
  }
}
