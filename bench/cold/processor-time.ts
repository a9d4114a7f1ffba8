import { freshProcess } from '../../test/cdk/bundle/fresh-process.ts'

/**
 * The processor time, in microseconds, of work in a fresh process, measured in the process itself: how long Node takes to begin is the same
 * for all, and waiting for others is not ours.
 * @param work the text of a module, from where the bundles are
 */
export async function processorTime(folder: string, work: string, env: Record<string, string>): Promise<number> {
  const code = `const begun = process.cpuUsage()
    ${work}
    const { user, system } = process.cpuUsage(begun)
    console.log('TOOK' + (user + system))
    process.exit()`
  const printed = await freshProcess(folder, code, env)
  return Number(printed.slice(printed.indexOf('TOOK') + 'TOOK'.length))
}
