import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readJson, writeAtomically } from '../atomic-file.ts'
import { CannotStart } from '../cannot-start.ts'

/**
 * After `kill -9` of the locality its dynoxide lives on and holds the table's file. Its pid is kept in the data folder, and
 * before it is ended its command line must name that very file: the pid may have passed to a stranger.
 */
export async function endOrphan(folder: string): Promise<void> {
  const databasePath = databaseIn(folder)
  const recorded = await readJson(pidFile(folder)).catch(() => undefined)
  const pid = typeof recorded === 'object' && recorded !== null && 'pid' in recorded ? recorded.pid : undefined
  if (typeof pid === 'number' && Number.isInteger(pid) && pid > 1 && commandLineOf(pid).includes(databasePath)) {
    process.kill(pid, 'SIGKILL')
    await gone(pid, databasePath)
  }
  await forgetChild(folder)
}

export async function rememberChild(folder: string, pid: number): Promise<void> {
  await writeAtomically(pidFile(folder), JSON.stringify({ pid }))
}

export async function forgetChild(folder: string): Promise<void> {
  await rm(pidFile(folder), { force: true })
}

/** The SQLite file of the table; also what a dynoxide of ours has on its command line. */
export function databaseIn(folder: string): string {
  return join(folder, 'table.db')
}

async function gone(pid: number, databasePath: string): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 10) {
    if (!commandLineOf(pid).includes(databasePath)) return
    await sleep(10)
  }
  throw new CannotStart(
    `The dynoxide left over from the last run (process ${pid}) does not end; end it and start again.`,
  )
}

/** Empty where there is no such process (a zombie has none either). */
function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}

function pidFile(folder: string): string {
  return join(folder, 'dynoxide.pid.json')
}
