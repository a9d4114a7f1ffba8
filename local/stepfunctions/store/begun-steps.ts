import type { Statements } from './statements.ts'

/**
 * Whether the last process closed this folder, and, when it died, which steps were begun since and never ended: one that
 * is begun again and again is what the processes die of.
 */
export class BegunSteps {
  readonly #statements: Statements

  constructor(statements: Statements) {
    this.#statements = statements
  }

  /** Marks the folder as open; gives whether it still was. */
  open(): boolean {
    const left = this.#statements.row("SELECT 1 FROM setting WHERE name = 'open'") !== undefined
    this.#statements.run("INSERT INTO setting (name, value) VALUES ('open', '') ON CONFLICT (name) DO NOTHING")
    return left
  }

  close(): void {
    this.#statements.run("DELETE FROM setting WHERE name = 'open'")
  }

  /** A step of the execution begins, after this event of its history. */
  note(execution: number, event: number): void {
    this.#statements.run(
      `INSERT INTO begun_step (execution, event, times) VALUES (?, ?, 1)
       ON CONFLICT (execution) DO UPDATE SET times = iif(event = excluded.event, times + 1, 1), event = excluded.event`,
      execution,
      event,
    )
  }

  forget(execution: number): void {
    this.#statements.run('DELETE FROM begun_step WHERE execution = ?', execution)
  }

  /** Executions of which the same step was begun so many times and did not end. */
  fatal(times: number): number[] {
    const rows = this.#statements.rows('SELECT execution FROM begun_step WHERE times >= ?', times)
    return rows.map((row) => (row as { execution: number }).execution)
  }
}
