import { StatementSync } from 'node:sqlite'
import { openFolder } from '../../local/stepfunctions/store/open-folder.ts'

/** A statement that was run, with its values. */
interface Written {
  sql: string
  values: Parameters<StatementSync['run']>
}

/** What is written to SQLite in this process while the work goes on, statement by statement. */
export async function written(work: () => Promise<unknown>): Promise<Written[]> {
  const found: Written[] = []
  const { run } = StatementSync.prototype
  StatementSync.prototype.run = function (this: StatementSync, ...values: Written['values']) {
    found.push({ sql: this.sourceSQL, values })
    return run.apply(this, values)
  } as StatementSync['run']
  try {
    await work()
  } finally {
    StatementSync.prototype.run = run
  }
  return found
}

/** Writes the same rows in the same commits, with nothing around them. @returns how long it took, in milliseconds */
export function writeBare(folder: string, statements: readonly Written[]): number {
  const { database, close } = openFolder(folder, 'process')
  const prepared = new Map([...new Set(statements.map(({ sql }) => sql))].map((sql) => [sql, database.prepare(sql)]))
  const begun = performance.now()
  for (const { sql, values } of statements) prepared.get(sql)?.run(...values)
  const took = performance.now() - begun
  close()
  return took
}

/** The states that all executions in the folder have entered, and the events of all their histories. */
export function inHistory(folder: string): { transitions: number; events: number } {
  const { database, close } = openFolder(folder, 'process')
  const row = database
    .prepare("SELECT count(*) AS events, sum(type LIKE '%StateEntered') AS transitions FROM event")
    .get()
  close()
  return { transitions: Number(row?.['transitions']), events: Number(row?.['events']) }
}
