/** The format of the folder. A folder of a newer format is refused; an older one is taken through `migrations`. */
export const formatVersion = 4

/** What brings a folder from format n (the index) to n + 1. */
export const migrations: string[] = [
  // A new folder starts at format 0.
  `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  -- The text of every definition in use; an execution keeps the one it was started with.
  CREATE TABLE definition (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);

  CREATE TABLE state_machine (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, role_arn TEXT NOT NULL, definition INTEGER NOT NULL,
    revision TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL,
    versions INTEGER NOT NULL DEFAULT 0, -- how many were ever published: numbers are not used twice
    settings TEXT NOT NULL DEFAULT '{}', tags TEXT NOT NULL DEFAULT '{}'
  ) WITHOUT ROWID;

  CREATE TABLE machine_version (
    arn TEXT PRIMARY KEY, machine TEXT NOT NULL, number INTEGER NOT NULL, definition INTEGER NOT NULL,
    role_arn TEXT NOT NULL, revision TEXT NOT NULL, description TEXT, created INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX machine_version_number ON machine_version (machine, number);

  CREATE TABLE alias (
    arn TEXT PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, description TEXT,
    routing TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX alias_machine ON alias (machine, name);

  CREATE TABLE execution (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, version TEXT, alias TEXT,
    name TEXT NOT NULL, definition INTEGER NOT NULL, role_arn TEXT NOT NULL, status TEXT NOT NULL,
    input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT, trace_header TEXT,
    started INTEGER NOT NULL, stopped INTEGER, redrives INTEGER NOT NULL DEFAULT 0, redriven INTEGER,
    last_event INTEGER NOT NULL, last_at INTEGER NOT NULL,
    due INTEGER, -- when the execution as a whole times out
    awaited_by INTEGER
  );
  CREATE INDEX execution_machine ON execution (machine, id);
  CREATE INDEX execution_status ON execution (machine, status, id);
  CREATE INDEX execution_due ON execution (due) WHERE due IS NOT NULL;
  CREATE INDEX execution_stopped ON execution (stopped) WHERE stopped IS NOT NULL;
  CREATE INDEX execution_definition ON execution (definition);

  -- The history, in AWS's shape: details is the JSON of the event's ...EventDetails.
  CREATE TABLE event (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, at INTEGER NOT NULL,
    type TEXT NOT NULL, details TEXT, PRIMARY KEY (execution, id)
  ) WITHOUT ROWID;

  -- Where an execution stands: its own line of control, and one for each Parallel branch and Map iteration under way.
  CREATE TABLE thread (
    key INTEGER PRIMARY KEY, execution INTEGER NOT NULL, parent INTEGER, branch INTEGER NOT NULL,
    scope INTEGER NOT NULL, state TEXT NOT NULL, phase TEXT NOT NULL,
    input TEXT NOT NULL, variables TEXT NOT NULL, memo TEXT NOT NULL,
    due INTEGER, -- the timer it waits for
    items TEXT -- of a Map: what it iterates over
  );
  CREATE INDEX thread_execution ON thread (execution);
  CREATE INDEX thread_due ON thread (due) WHERE due IS NOT NULL;
  -- What recovery reads: threads with something to do, not those that wait.
  CREATE INDEX thread_busy ON thread (execution) WHERE phase IN ('ready', 'invoking', 'joining', 'awaiting');
  `,
  // 2: several may wait for one execution (startExecution.sync), so those who wait say for whom, not the other way.
  `
  CREATE INDEX thread_awaiting ON thread (json_extract(memo, '$.child')) WHERE phase = 'awaiting';
  ALTER TABLE execution DROP COLUMN awaited_by;
  `,
  // 3: no number of a definition is used twice, as definitions in use are kept in memory by their numbers.
  `
  CREATE TABLE numbered (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE);
  INSERT INTO numbered SELECT id, text FROM definition ORDER BY id;
  DROP TABLE definition;
  ALTER TABLE numbered RENAME TO definition;
  `,
  // 4: what has to survive between two commits: an execution to be stopped, a machine to be deleted, a step begun.
  `
  ALTER TABLE execution ADD COLUMN let_go TEXT; -- the cause for which it is to be stopped
  ALTER TABLE execution ADD COLUMN redrive_tokens TEXT; -- JSON of the latest redrives' clientTokens and times
  CREATE INDEX execution_let_go ON execution (id) WHERE let_go IS NOT NULL;
  ALTER TABLE state_machine ADD COLUMN deleting INTEGER NOT NULL DEFAULT 0; -- deleted once its executions have ended
  CREATE TABLE begun_step (execution INTEGER PRIMARY KEY, event INTEGER NOT NULL, times INTEGER NOT NULL);
  DROP INDEX thread_busy;
  CREATE INDEX thread_busy ON thread (execution) WHERE phase IN ('ready', 'invoking', 'joining');
  `,
]
