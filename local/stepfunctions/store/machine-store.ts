import type { Statements } from './statements.ts'

export interface MachineRow {
  arn: string
  name: string
  role_arn: string
  definition: number
  revision: string
  created: number
  updated: number
  versions: number
  settings: string
  tags: string
  /** 1 from its deletion until its last execution has ended. */
  deleting: number
}

export interface VersionRow {
  arn: string
  machine: string
  number: number
  definition: number
  role_arn: string
  revision: string
  description: string | null
  created: number
}

export interface AliasRow {
  arn: string
  machine: string
  name: string
  description: string | null
  routing: string
  created: number
  updated: number
}

/** State machines, their published versions and their aliases. */
export class MachineStore {
  readonly #statements: Statements

  constructor(statements: Statements) {
    this.#statements = statements
  }

  /** The number of a definition's text, kept once however often it is used. */
  keepDefinition(text: string): number {
    this.#statements.run('INSERT INTO definition (text) VALUES (?) ON CONFLICT (text) DO NOTHING', text)
    return (this.#statements.row('SELECT id FROM definition WHERE text = ?', text) as { id: number }).id
  }

  definition(id: number): string {
    const row = this.#statements.row('SELECT text FROM definition WHERE id = ?', id) as { text: string } | undefined
    if (!row) throw new Error(`Definition ${id} is missing from the database`)
    return row.text
  }

  deleteUnusedDefinitions(): void {
    this.#statements.run(
      `DELETE FROM definition WHERE id NOT IN (SELECT definition FROM state_machine)
         AND id NOT IN (SELECT definition FROM machine_version)
         AND NOT EXISTS (SELECT 1 FROM execution WHERE execution.definition = definition.id)`,
    )
  }

  machine(arn: string): MachineRow | undefined {
    return this.#statements.row('SELECT * FROM state_machine WHERE arn = ?', arn) as MachineRow | undefined
  }

  machines(after: string, count: number): MachineRow[] {
    return this.#statements.rows(
      'SELECT * FROM state_machine WHERE arn > ? ORDER BY arn LIMIT ?',
      after,
      count,
    ) as MachineRow[]
  }

  putMachine(row: MachineRow): void {
    this.#statements.run(
      `INSERT INTO state_machine (arn, name, role_arn, definition, revision, created, updated, versions, settings, tags)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (arn) DO UPDATE SET role_arn = excluded.role_arn, definition = excluded.definition,
         revision = excluded.revision, updated = excluded.updated, versions = excluded.versions,
         settings = excluded.settings, tags = excluded.tags`,
      row.arn,
      row.name,
      row.role_arn,
      row.definition,
      row.revision,
      row.created,
      row.updated,
      row.versions,
      row.settings,
      row.tags,
    )
  }

  deleting(): MachineRow[] {
    return this.#statements.rows('SELECT * FROM state_machine WHERE deleting = 1') as unknown as MachineRow[]
  }

  markDeleting(arn: string): void {
    this.#statements.run('UPDATE state_machine SET deleting = 1 WHERE arn = ?', arn)
  }

  deleteMachine(arn: string): void {
    this.#statements.run('DELETE FROM alias WHERE machine = ?', arn)
    this.#statements.run('DELETE FROM machine_version WHERE machine = ?', arn)
    this.#statements.run('DELETE FROM state_machine WHERE arn = ?', arn)
    this.deleteUnusedDefinitions()
  }

  version(arn: string): VersionRow | undefined {
    return this.#statements.row('SELECT * FROM machine_version WHERE arn = ?', arn) as VersionRow | undefined
  }

  /** Newest first. */
  versions(machine: string, before: number, count: number): VersionRow[] {
    return this.#statements.rows(
      'SELECT * FROM machine_version WHERE machine = ? AND number < ? ORDER BY number DESC LIMIT ?',
      machine,
      before,
      count,
    ) as VersionRow[]
  }

  putVersion(row: VersionRow): void {
    this.#statements.run(
      `INSERT INTO machine_version (arn, machine, number, definition, role_arn, revision, description, created)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      row.arn,
      row.machine,
      row.number,
      row.definition,
      row.role_arn,
      row.revision,
      row.description,
      row.created,
    )
  }

  deleteVersion(arn: string): void {
    this.#statements.run('DELETE FROM machine_version WHERE arn = ?', arn)
  }

  alias(arn: string): AliasRow | undefined {
    return this.#statements.row('SELECT * FROM alias WHERE arn = ?', arn) as AliasRow | undefined
  }

  /** All of a machine's (AWS lets it have 100), as they were made. */
  aliases(machine: string): AliasRow[] {
    return this.#statements.rows('SELECT * FROM alias WHERE machine = ? ORDER BY created, name', machine) as AliasRow[]
  }

  putAlias(row: AliasRow): void {
    this.#statements.run(
      `INSERT INTO alias (arn, machine, name, description, routing, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (arn) DO UPDATE SET description = excluded.description, routing = excluded.routing,
         updated = excluded.updated`,
      row.arn,
      row.machine,
      row.name,
      row.description,
      row.routing,
      row.created,
      row.updated,
    )
  }

  deleteAlias(arn: string): void {
    this.#statements.run('DELETE FROM alias WHERE arn = ?', arn)
  }

  /** A setting made once for the folder's life. */
  setting(name: string, make: () => string): string {
    this.#statements.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING', name, make())
    return (this.#statements.row('SELECT value FROM setting WHERE name = ?', name) as { value: string }).value
  }
}
