import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { CannotStart } from './cannot-start.ts'

interface Terminal {
  input: NodeJS.ReadableStream & { isTTY?: boolean }
  output: NodeJS.WritableStream
}

/**
 * Whether the person at the terminal agrees to delete everything in the data folder; Ctrl-C and Ctrl-D do not. `--yes`
 * agrees beforehand.
 */
export async function confirmed(
  dataDir: string,
  yes: boolean,
  { input, output }: Terminal = { input: process.stdin, output: process.stdout },
): Promise<boolean> {
  if (yes) return true
  if (!input.isTTY) {
    throw new CannotStart('--fresh deletes the data folder, and there is no terminal to ask at; add --yes to agree.')
  }
  const terminal = createInterface({ input, output })
  try {
    terminal.on('SIGINT', () => terminal.close())
    const left = once(terminal, 'close').then(() => '')
    const answer = await Promise.race([terminal.question(`Delete everything in ${resolve(dataDir)}? (y/N) `), left])
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}
