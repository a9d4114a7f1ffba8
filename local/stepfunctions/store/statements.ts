import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** A database's statements, each prepared once. */
export class Statements {
  readonly #database: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  row(sql: string, ...values: SQLInputValue[]): unknown {
    return this.#prepare(sql).get(...values)
  }

  rows(sql: string, ...values: SQLInputValue[]): unknown[] {
    return this.#prepare(sql).all(...values)
  }

  /** Rows one by one, so that the rest need not be read. */
  each(sql: string, ...values: SQLInputValue[]): Iterable<unknown> {
    return this.#prepare(sql).iterate(...values)
  }

  /** Gives the id of the row inserted. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid)
  }

  /** All of `write`, or nothing of it. */
  commit<T>(write: () => T): T {
    this.run('BEGIN IMMEDIATE')
    try {
      const result = write()
      this.run('COMMIT')
      return result
    } catch (error) {
      if (this.#database.isTransaction) this.run('ROLLBACK')
      throw error
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    this.#prepared.set(sql, statement)
    return statement
  }
}
