import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { CannotStart } from './cannot-start.ts'

/** Whether the person at the terminal agrees to delete everything in the data folder. `--yes` agrees beforehand. */
export async function confirmed(dataDir: string, yes: boolean): Promise<boolean> {
  if (yes) return true
  if (!process.stdin.isTTY) {
    throw new CannotStart('--fresh deletes the data folder, and there is no terminal to ask at; add --yes to agree.')
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await terminal.question(`Delete everything in ${resolve(dataDir)}? (y/N) `)
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}
