import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotStart } from './cannot-start.ts'

export const lockName = 'lock'

export interface Lock {
  release(): void
}

/**
 * Holds the folder by SQLite's exclusive lock on a file in it: the operating system lets go of it with the process, so a
 * lock never outlives a `kill -9`. The pid beside it is only for the message.
 */
export function holdLock(folder: string): Lock {
  const database = open(folder)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!(error instanceof Error && /locked|busy/i.test(error.message))) throw error
    throw new CannotStart(
      `The data folder ${folder} is in use by ${holder(folder)}; stop that one, or name another folder.`,
    )
  }
  writeFileSync(pidFile(folder), String(process.pid))
  return {
    release() {
      if (database.isOpen) database.close()
    },
  }
}

function open(folder: string): DatabaseSync {
  try {
    accessSync(folder, constants.W_OK)
    return new DatabaseSync(join(folder, `${lockName}.db`), { timeout: 0 })
  } catch {
    throw new CannotStart(`The data folder ${folder} cannot be written to; name a writable one in DATA_DIR.`)
  }
}

function holder(folder: string): string {
  try {
    return `process ${readFileSync(pidFile(folder), 'utf8')}`
  } catch {
    return 'another process'
  }
}

function pidFile(folder: string): string {
  return join(folder, `${lockName}.pid`)
}
