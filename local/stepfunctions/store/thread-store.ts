import type { SQLInputValue } from 'node:sqlite'
import { parseJson } from '../json.ts'
import type { Memo, Phase, Thread } from './rows.ts'
import type { Statements } from './statements.ts'

/** Where executions stand: their threads. */
export class ThreadStore {
  readonly #statements: Statements

  constructor(statements: Statements) {
    this.#statements = statements
  }

  of(execution: number): Thread[] {
    return this.#statements.rows('SELECT * FROM thread WHERE execution = ? ORDER BY key', execution).map(readThread)
  }

  /** The execution a thread belongs to, if the thread is still there. */
  executionOf(key: number): number | undefined {
    return (
      this.#statements.row('SELECT execution FROM thread WHERE key = ?', key) as { execution: number } | undefined
    )?.execution
  }

  insert(thread: Omit<Thread, 'key'>): number {
    return this.#statements.run(
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

  update(thread: Thread): void {
    this.#statements.run(
      'UPDATE thread SET state = ?, phase = ?, input = ?, variables = ?, memo = ?, due = ? WHERE key = ?',
      ...changing(thread),
      thread.key,
    )
  }

  updateItems(thread: Thread): void {
    this.#statements.run(
      'UPDATE thread SET items = ? WHERE key = ?',
      thread.items && JSON.stringify(thread.items),
      thread.key,
    )
  }

  delete(key: number): void {
    this.#statements.run('DELETE FROM thread WHERE key = ?', key)
  }

  deleteAll(execution: number): void {
    this.#statements.run('DELETE FROM thread WHERE execution = ?', execution)
  }

  /** Threads with something to do, oldest execution first. */
  busy(): { key: number; execution: number; phase: Phase }[] {
    return this.#statements.rows(
      `SELECT key, execution, phase FROM thread WHERE phase IN ('ready', 'invoking', 'joining') ORDER BY execution, key`,
    ) as { key: number; execution: number; phase: Phase }[]
  }

  /** The threads whose tasks wait for an execution to close. */
  awaiting(arn: string): { key: number; execution: number }[] {
    return this.#statements.rows(
      `SELECT key, execution FROM thread WHERE json_extract(memo, '$.child') = ? AND phase = 'awaiting' ORDER BY key`,
      arn,
    ) as { key: number; execution: number }[]
  }
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
