import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { parseJson } from '../json.ts'
import type { EventRow, ExecutionRow, Memo, Phase, Thread } from './rows.ts'

export interface Due {
  due: number
  execution: number
  /** Null for the execution's own timeout. */
  thread: number | null
}

/** Executions, their histories and their threads. */
export class ExecutionStore {
  readonly #statements = new Map<string, StatementSync>()
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #row(sql: string, ...values: SQLInputValue[]): unknown {
    return this.#prepare(sql).get(...values)
  }

  #rows(sql: string, ...values: SQLInputValue[]): unknown[] {
    return this.#prepare(sql).all(...values)
  }

  #run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid)
  }

  /** All of `write`, or nothing of it. */
  commit<T>(write: () => T): T {
    this.#run('BEGIN IMMEDIATE')
    try {
      const result = write()
      this.#run('COMMIT')
      return result
    } catch (error) {
      if (this.#database.isTransaction) this.#run('ROLLBACK')
      throw error
    }
  }

  byId(id: number): ExecutionRow | undefined {
    return this.#row('SELECT * FROM execution WHERE id = ?', id) as ExecutionRow | undefined
  }

  byArn(arn: string): ExecutionRow | undefined {
    return this.#row('SELECT * FROM execution WHERE arn = ?', arn) as ExecutionRow | undefined
  }

  insertExecution(row: Omit<ExecutionRow, 'id'>): number {
    return this.#run(
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
    this.#run('UPDATE execution SET last_event = ?, last_at = ? WHERE id = ?', row.last_event, row.last_at, row.id)
  }

  updateExecution(row: ExecutionRow): void {
    this.#run(
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
    this.#run(
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
    return this.#row('SELECT * FROM event WHERE execution = ? AND id = ?', execution, id) as EventRow | undefined
  }

  /** Up to `count` events after (or, reversed, before) the one with the number `from`. */
  events(execution: number, from: number, count: number, reversed: boolean): EventRow[] {
    const sql = reversed
      ? 'SELECT * FROM event WHERE execution = ? AND id < ? ORDER BY id DESC LIMIT ?'
      : 'SELECT * FROM event WHERE execution = ? AND id > ? ORDER BY id LIMIT ?'
    return this.#rows(sql, execution, from, count) as EventRow[]
  }

  threads(execution: number): Thread[] {
    return this.#rows('SELECT * FROM thread WHERE execution = ? ORDER BY key', execution).map(readThread)
  }

  /** The execution a thread belongs to, if the thread is still there. */
  executionOfThread(key: number): number | undefined {
    return (this.#row('SELECT execution FROM thread WHERE key = ?', key) as { execution: number } | undefined)
      ?.execution
  }

  insertThread(thread: Omit<Thread, 'key'>): number {
    return this.#run(
      `INSERT INTO thread (execution, parent, branch, scope, state, phase, input, variables, memo, due, items)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      thread.execution,
      thread.parent,
      thread.branch,
      thread.scope,
      ...changing(thread),
      thread.items && JSON.stringify(thread.items),
    )
  }

  updateThread(thread: Thread): void {
    this.#run(
      'UPDATE thread SET state = ?, phase = ?, input = ?, variables = ?, memo = ?, due = ? WHERE key = ?',
      ...changing(thread),
      thread.key,
    )
  }

  updateItems(thread: Thread): void {
    this.#run('UPDATE thread SET items = ? WHERE key = ?', thread.items && JSON.stringify(thread.items), thread.key)
  }

  deleteThread(key: number): void {
    this.#run('DELETE FROM thread WHERE key = ?', key)
  }

  deleteThreads(execution: number): void {
    this.#run('DELETE FROM thread WHERE execution = ?', execution)
  }

  /** Threads with something to do, oldest execution first: all that recovery reads. */
  busy(): { key: number; execution: number; phase: Phase; child: string | null }[] {
    return this.#rows(
      `SELECT key, execution, phase, json_extract(memo, '$.child') AS child FROM thread
       WHERE phase IN ('ready', 'invoking', 'joining', 'awaiting') ORDER BY execution, key`,
    ) as { key: number; execution: number; phase: Phase; child: string | null }[]
  }

  /** The threads whose tasks wait for an execution to close. */
  awaiting(arn: string): { key: number; execution: number }[] {
    return this.#rows(
      `SELECT key, execution FROM thread WHERE json_extract(memo, '$.child') = ? AND phase = 'awaiting' ORDER BY key`,
      arn,
    ) as { key: number; execution: number }[]
  }

  /** The earliest timer of all. */
  nextDue(): Due | undefined {
    const thread = this.#row(
      'SELECT due, execution, key AS thread FROM thread WHERE due IS NOT NULL ORDER BY due, key LIMIT 1',
    ) as Due | undefined
    const execution = this.#row(
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
    return this.#rows(`SELECT * FROM execution WHERE ${where} ORDER BY id DESC LIMIT ?`, ...values) as ExecutionRow[]
  }

  /** Deletes up to `count` executions that closed before `time`; gives how many. */
  deleteClosedBefore(time: number, count: number): number {
    const old = this.#rows(
      'SELECT id FROM execution WHERE stopped IS NOT NULL AND stopped < ? LIMIT ?',
      time,
      count,
    ) as { id: number }[]
    this.commit(() => {
      for (const { id } of old) {
        this.#run('DELETE FROM event WHERE execution = ?', id)
        this.deleteThreads(id)
        this.#run('DELETE FROM execution WHERE id = ?', id)
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

function changing(thread: Omit<Thread, 'key'>): SQLInputValue[] {
  return [
    thread.state,
    thread.phase,
    JSON.stringify(thread.input),
    JSON.stringify(thread.variables),
    JSON.stringify(thread.memo),
    thread.due,
  ]
}

function readThread(row: unknown): Thread {
  const raw = row as Omit<Thread, 'input' | 'variables' | 'memo' | 'items'> & {
    input: string
    variables: string
    memo: string
    items: string | null
  }
  return {
    ...raw,
    input: parseJson(raw.input),
    variables: JSON.parse(raw.variables) as Thread['variables'],
    memo: JSON.parse(raw.memo) as Memo,
    items: raw.items === null ? null : (JSON.parse(raw.items) as Thread['items']),
  }
}
