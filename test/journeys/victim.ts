import { deps } from '../../functions/runtime/deps.ts'
import { startLocality } from '../../local/locality.ts'

/**
 * A locality that dies by `kill -9` of itself at a chosen point: `node victim.ts PORT FOLDER [WHEN COUNT]`.
 * - `committed`: right after the COUNTth transaction was written — before the person is answered, before a step returns to
 *   its workflow, before the signal
 * - `signalling`, `signalled`: right before, or right after, the COUNTth signal to a workflow
 */
const [port, dataDir = '', when, count] = process.argv.slice(2)
const locality = await startLocality({ port: Number(port), dataDir, log: () => {} })

let left = Number(count)
const countDown = () => {
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}

const { table, workflows } = deps()
table.client.middlewareStack.add(
  (next, context) => async (args) => {
    const answer = await next(args)
    if (when === 'committed' && String(context['commandName']).startsWith('TransactWrite')) countDown()
    return answer
  },
  { step: 'initialize', name: 'dieAfterCommit' },
)
const stepFunctions = await workflows.client()
stepFunctions.middlewareStack.add(
  (next, context) => async (args) => {
    const signal = context['commandName'] === 'SendTaskSuccessCommand'
    if (signal && when === 'signalling') countDown()
    const answer = await next(args)
    if (signal && when === 'signalled') countDown()
    return answer
  },
  { step: 'initialize', name: 'dieAroundSignal' },
)
console.log(`ready ${locality.url}`)
