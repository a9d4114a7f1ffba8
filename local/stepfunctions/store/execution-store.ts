import type { SQLInputValue } from 'node:sqlite'
import type { EventRow, ExecutionRow } from './rows.ts'
import type { Statements } from './statements.ts'
import { ThreadStore } from './thread-store.ts'

export interface Due {
  due: number
  execution: number
  /** Null for the execution's own timeout. */
  thread: number | null
}

/** Executions and their histories. */
export class ExecutionStore {
  readonly threads: ThreadStore
  readonly #statements: Statements

  constructor(statements: Statements) {
    this.#statements = statements
    this.threads = new ThreadStore(statements)
  }

  /** All of `write`, or nothing of it. */
  commit<T>(write: () => T): T {
    return this.#statements.commit(write)
  }

  byId(id: number): ExecutionRow | undefined {
    return this.#statements.row('SELECT * FROM execution WHERE id = ?', id) as ExecutionRow | undefined
  }

  byArn(arn: string): ExecutionRow | undefined {
    return this.#statements.row('SELECT * FROM execution WHERE arn = ?', arn) as ExecutionRow | undefined
  }

  insertExecution(row: Omit<ExecutionRow, 'id'>): number {
    return this.#statements.run(
      `INSERT INTO execution (arn, machine, version, alias, name, definition, role_arn, status, input, trace_header,
         started, redrives, last_event, last_at, due)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      row.arn,
      row.machine,
      row.version,
      row.alias,
      row.name,
      row.definition,
      row.role_arn,
      row.status,
      row.input,
      row.trace_header,
      row.started,
      row.redrives,
      row.last_event,
      row.last_at,
      row.due,
    )
  }

  /** While it runs only the end of the history moves. */
  updateProgress(row: ExecutionRow): void {
    this.#statements.run(
      'UPDATE execution SET last_event = ?, last_at = ? WHERE id = ?',
      row.last_event,
      row.last_at,
      row.id,
    )
  }

  updateExecution(row: ExecutionRow): void {
    this.#statements.run(
      `UPDATE execution SET status = ?, output = ?, error = ?, cause = ?, stopped = ?, redrives = ?, redriven = ?,
         last_event = ?, last_at = ?, due = ? WHERE id = ?`,
      row.status,
      row.output,
      row.error,
      row.cause,
      row.stopped,
      row.redrives,
      row.redriven,
      row.last_event,
      row.last_at,
      row.due,
      row.id,
    )
  }

  insertEvent(execution: number, event: EventRow): void {
    this.#statements.run(
      'INSERT INTO event (execution, id, previous, at, type, details) VALUES (?, ?, ?, ?, ?, ?)',
      execution,
      event.id,
      event.previous,
      event.at,
      event.type,
      event.details,
    )
  }

  event(execution: number, id: number): EventRow | undefined {
    return this.#statements.row('SELECT * FROM event WHERE execution = ? AND id = ?', execution, id) as
      | EventRow
      | undefined
  }

  /** Up to `count` events after (or, reversed, before) the one with the number `from`. */
  events(execution: number, from: number, count: number, reversed: boolean): EventRow[] {
    const sql = reversed
      ? 'SELECT * FROM event WHERE execution = ? AND id < ? ORDER BY id DESC LIMIT ?'
      : 'SELECT * FROM event WHERE execution = ? AND id > ? ORDER BY id LIMIT ?'
    return this.#statements.rows(sql, execution, from, count) as EventRow[]
  }

  /** The earliest timer of all. */
  nextDue(): Due | undefined {
    const thread = this.#statements.row(
      'SELECT due, execution, key AS thread FROM thread WHERE due IS NOT NULL ORDER BY due, key LIMIT 1',
    ) as Due | undefined
    const execution = this.#statements.row(
      'SELECT due, id AS execution, NULL AS thread FROM execution WHERE due IS NOT NULL ORDER BY due, id LIMIT 1',
    ) as Due | undefined
    if (!thread || !execution) return thread ?? execution
    return thread.due <= execution.due ? thread : execution
  }

  list(filter: ListFilter): ExecutionRow[] {
    const values: SQLInputValue[] = []
    let where = 'id < ?'
    values.push(filter.before)
    for (const [column, value] of [
      ['machine', filter.machine],
      ['version', filter.version],
      ['alias', filter.alias],
      ['status', filter.status],
    ] as const) {
      if (value === undefined) continue
      where += ` AND ${column} = ?`
      values.push(value)
    }
    if (filter.redriven !== undefined) where += filter.redriven ? ' AND redrives > 0' : ' AND redrives = 0'
    values.push(filter.count)
    return this.#statements.rows(
      `SELECT * FROM execution WHERE ${where} ORDER BY id DESC LIMIT ?`,
      ...values,
    ) as ExecutionRow[]
  }

  /** Deletes up to `count` executions that closed before `time`; gives how many. */
  deleteClosedBefore(time: number, count: number): number {
    const old = this.#statements.rows(
      'SELECT id FROM execution WHERE stopped IS NOT NULL AND stopped < ? LIMIT ?',
      time,
      count,
    ) as { id: number }[]
    this.commit(() => {
      for (const { id } of old) {
        this.#statements.run('DELETE FROM event WHERE execution = ?', id)
        this.threads.deleteAll(id)
        this.#statements.run('DELETE FROM execution WHERE id = ?', id)
      }
    })
    return old.length
  }
}

export interface ListFilter {
  before: number
  count: number
  machine?: string | undefined
  version?: string | undefined
  alias?: string | undefined
  status?: string | undefined
  redriven?: boolean | undefined
}
