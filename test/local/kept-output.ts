import { afterAll } from 'vitest'
import { logger } from '../../functions/runtime/log.ts'

/** At the head of a test file: everything that this process writes to its output from here on, the logs at their most talkative. */
export function keptOutput(): () => string {
  const written: string[] = []
  logger.setLogLevel('DEBUG')
  for (const stream of [process.stdout, process.stderr]) {
    const { write } = stream
    stream.write = (chunk: string | Uint8Array) => {
      written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
      return true
    }
    afterAll(() => {
      stream.write = write
      logger.setLogLevel('SILENT')
    })
  }
  return () => written.join('')
}
