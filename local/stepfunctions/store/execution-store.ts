import type { SQLInputValue } from 'node:sqlite'
import { BegunSteps } from './begun-steps.ts'
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
  readonly begun: BegunSteps
  readonly #statements: Statements

  constructor(statements: Statements) {
    this.#statements = statements
    this.threads = new ThreadStore(statements)
    this.begun = new BegunSteps(statements)
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
         last_event = ?, last_at = ?, due = ?, redrive_tokens = ?, let_go = NULL WHERE id = ?`,
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
      row.redrive_tokens,
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

  /**
   * Up to `count` events after (or, reversed, before) the one with the number `from`; fewer when their details are
   * longer than `length` together, but at least two.
   */
  events(execution: number, from: number, count: number, reversed: boolean, length: number): EventRow[] {
    const sql = reversed
      ? 'SELECT * FROM event WHERE execution = ? AND id < ? ORDER BY id DESC LIMIT ?'
      : 'SELECT * FROM event WHERE execution = ? AND id > ? ORDER BY id LIMIT ?'
    const found: EventRow[] = []
    let long = 0
    for (const row of this.#statements.each(sql, execution, from, count) as Iterable<EventRow>) {
      found.push(row)
      long += row.details?.length ?? 0
      if (long > length && found.length > 1) break
    }
    return found
  }

  /** When the earliest timer after a time is due. */
  nextDue(after = Number.NEGATIVE_INFINITY): number | undefined {
    const earliest = ['thread', 'execution'].map((table) => {
      const row = this.#statements.row(`SELECT due FROM ${table} WHERE due > ? ORDER BY due LIMIT 1`, after)
      return (row as { due: number } | undefined)?.due ?? Number.POSITIVE_INFINITY
    })
    const due = Math.min(...earliest)
    return due === Number.POSITIVE_INFINITY ? undefined : due
  }

  /** The first timers due by a time, in the order of theirs. */
  due(now: number, count: number): Due[] {
    return this.#statements.rows(
      `SELECT * FROM (
         SELECT * FROM (SELECT due, execution, key AS thread FROM thread WHERE due <= ?1 ORDER BY due, key LIMIT ?2)
         UNION ALL SELECT * FROM (SELECT due, id, NULL FROM execution WHERE due <= ?1 ORDER BY due, id LIMIT ?2)
       ) ORDER BY due, thread IS NULL, thread LIMIT ?2`,
      now,
      count,
    ) as unknown as Due[]
  }

  /** Threads that wait for an execution which has closed. */
  closedAwaited(): { key: number; execution: number; child: ExecutionRow }[] {
    const rows = this.#statements.rows(
      `SELECT thread.key, thread.execution, child.arn FROM thread
       JOIN execution AS child ON child.arn = json_extract(thread.memo, '$.child')
       WHERE thread.phase = 'awaiting' AND child.status <> 'RUNNING' ORDER BY thread.execution, thread.key`,
    ) as { key: number; execution: number; arn: string }[]
    return rows.flatMap(({ key, execution, arn }) => {
      const child = this.byArn(arn)
      return child ? [{ key, execution, child }] : []
    })
  }

  /** The execution is to be stopped, for this cause. */
  markLetGo(id: number, cause: string): void {
    this.#statements.run("UPDATE execution SET let_go = ? WHERE id = ? AND status = 'RUNNING'", cause, id)
  }

  /** Executions that are still to be stopped. */
  letGo(): { id: number; cause: string }[] {
    return this.#statements.rows('SELECT id, let_go AS cause FROM execution WHERE let_go IS NOT NULL ORDER BY id') as {
      id: number
      cause: string
    }[]
  }

  lastId(): number {
    return (this.#statements.row('SELECT coalesce(max(id), 0) AS id FROM execution') as { id: number }).id
  }

  isRunning(machine: string): boolean {
    const sql = "SELECT 1 FROM execution WHERE machine = ? AND status = 'RUNNING' LIMIT 1"
    return this.#statements.row(sql, machine) !== undefined
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
