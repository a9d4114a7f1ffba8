import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { formatVersion, migrations } from './schema.ts'

export interface Folder {
  database: DatabaseSync
  close(): void
}

/**
 * Opens the folder's database for this process alone. `process` survives the process's death at any moment; `power`
 * also the machine's (an fsync for each commit).
 */
export function openFolder(folder: string, durability: 'process' | 'power'): Folder {
  mkdirSync(folder, { recursive: true })
  const owner = own(folder)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(join(folder, 'stepfunctions.sqlite'))
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = ${durability === 'power' ? 'FULL' : 'NORMAL'};
      PRAGMA busy_timeout = 5000;
      PRAGMA cache_size = -16000;
      PRAGMA journal_size_limit = 67108864;
    `)
    migrate(database, folder)
  } catch (error) {
    database?.close()
    owner.close()
    throw error
  }
  const opened = database
  return {
    database: opened,
    close() {
      opened.close()
      owner.close()
    },
  }
}

/**
 * A lock the operating system gives back when the process ends, however it ends: an open transaction on a file of its
 * own, so that the data itself can still be read from outside.
 */
function own(folder: string): DatabaseSync {
  const owner = new DatabaseSync(join(folder, 'owner.sqlite'))
  try {
    owner.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return owner
  } catch (error) {
    owner.close()
    if (!isBusy(error)) {
      throw new Error(`The lock ${join(folder, 'owner.sqlite')} cannot be used; it holds no data and can be deleted`, {
        cause: error,
      })
    }
    throw new Error(
      `The folder ${folder} is in use by another Step Functions; two on one folder would run each step twice`,
    )
  }
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5
  return (error as { errcode?: unknown }).errcode === SQLITE_BUSY
}

function migrate(database: DatabaseSync, folder: string): void {
  const row = database.prepare('PRAGMA user_version').get()
  const version = Number(row?.['user_version'] ?? 0)
  if (version > formatVersion) {
    throw new Error(
      `The folder ${folder} has data of format ${version}; this Step Functions reads up to ${formatVersion}. Use the newer one`,
    )
  }
  for (let from = version; from < formatVersion; from++) {
    database.exec(`BEGIN; ${migrations[from]}; PRAGMA user_version = ${from + 1}; COMMIT`)
  }
}
