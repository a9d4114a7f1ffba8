import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openStepFunctions, type StepFunctions } from '../../../local/stepfunctions/step-functions.ts'
import { openFolder } from '../../../local/stepfunctions/store/open-folder.ts'
import { formatVersion, migrations } from '../../../local/stepfunctions/store/schema.ts'
import { HandClock, newFolder, patiently, Rig } from './rig.ts'

const open = (folder: string): StepFunctions =>
  openStepFunctions({ folder, clock: new HandClock(), invoke: async () => null })

test('two on one folder: the second is refused, until the first has closed', async () => {
  const folder = newFolder()
  const first = open(folder)
  expect(() => open(folder)).toThrow(/in use by another Step Functions/)
  const entry = new URL('../../../local/stepfunctions/step-functions.ts', import.meta.url).href
  const program = `
    const { openStepFunctions } = await import(${JSON.stringify(entry)})
    try { openStepFunctions({ folder: ${JSON.stringify(folder)}, clock: Date, invoke: async () => null }) }
    catch (error) { console.log(error.message); process.exit(3) }
    process.exit(0)`
  const inOther = (): number | null => spawnSync(process.execPath, ['--input-type=module', '-e', program]).status
  expect(inOther()).toBe(3)
  await first.close()
  expect(inOther()).toBe(0)
  rmSync(folder, { recursive: true })
})

test('data of a newer format is refused, with what to do', async () => {
  const folder = newFolder()
  await open(folder).close()
  const database = new DatabaseSync(join(folder, 'stepfunctions.sqlite'))
  database.exec('PRAGMA user_version = 99')
  database.close()
  expect(() => open(folder)).toThrow(/data of format 99; this Step Functions reads up to \d+\. Use the newer one/)
  // Refusing has not kept the folder.
  expect(() => open(folder)).toThrow(/format 99/)
  rmSync(folder, { recursive: true })
})

test('data of every older format is taken up', async () => {
  for (let format = 1; format < formatVersion; format++) {
    const folder = newFolder()
    const database = new DatabaseSync(join(folder, 'stepfunctions.sqlite'))
    for (const migration of migrations.slice(0, format)) database.exec(migration)
    database.exec(`PRAGMA user_version = ${format}`)
    database.exec(`
      INSERT INTO definition (text)
        VALUES ('{"QueryLanguage":"JSONata","StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"End":true}}}');
      INSERT INTO execution (arn, machine, name, definition, role_arn, status, input, started, last_event, last_at)
        VALUES ('arn:aws:states:us-east-1:111111111111:execution:m:old', 'm', 'old', 1, 'r', 'RUNNING', '{}', 0, 2, 0);
      INSERT INTO event VALUES (1, 1, 0, 0, 'ExecutionStarted', '{}'), (1, 2, 0, 0, 'WaitStateEntered', '{"name":"W"}');
      INSERT INTO thread (execution, branch, scope, state, phase, input, variables, memo, due)
        VALUES (1, 0, 0, 'W', 'waiting', '{}', '{}', '{"last":2,"entered":2,"before":0,"at":0}', 1000);`)
    database.close()
    await using rig = await Rig.open({}, { folder })
    await rig.stepFunctions.idle()
    const arn = 'arn:aws:states:us-east-1:111111111111:execution:m:old'
    expect(await rig.types(arn)).toEqual([
      'ExecutionStarted',
      'WaitStateEntered',
      'WaitStateExited',
      'ExecutionSucceeded',
    ])
  }
})

test('the database can be read from outside while it is in use', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({ StartAt: 'P', States: { P: { Type: 'Pass', End: true } } })
  const database = new DatabaseSync(join(rig.folder, 'stepfunctions.sqlite'), { readOnly: true })
  const types = database
    .prepare(
      'SELECT event.type FROM event JOIN execution ON execution.id = event.execution WHERE arn = ? ORDER BY event.id',
    )
    .all(arn)
    .map((row) => row['type'])
  database.close()
  expect(types).toEqual(await rig.types(arn))
})

test('closed executions are kept for the days told, then deleted; open ones stay', async () => {
  const folder = newFolder()
  const clock = new HandClock()
  const failing = { StartAt: 'F', States: { F: { Type: 'Fail' } } }
  const first = await Rig.open({}, { folder, clock, retentionDays: 30 })
  const old = await first.run(failing)
  const waiting = await first.run({
    StartAt: 'W',
    States: { W: { Type: 'Wait', Timestamp: '2030-01-01T00:00:00Z', End: true } },
  })
  await first.pass(2 * 86_400)
  const recent = await first.run(failing)
  await first.stop()
  clock.time += 29 * 86_400_000
  await using rig = await Rig.open({}, { folder, clock, retentionDays: 30 })
  await expect
    .poll(() => rig.describe(old).catch((error: Error) => error.name), patiently)
    .toBe('ExecutionDoesNotExist')
  expect((await rig.describe(recent)).status).toBe('FAILED')
  expect((await rig.describe(waiting)).status).toBe('RUNNING')
  const database = new DatabaseSync(join(folder, 'stepfunctions.sqlite'), { readOnly: true })
  const rows = (table: string): unknown =>
    database.prepare(`SELECT count(DISTINCT execution) AS n FROM ${table}`).get()?.['n']
  expect([rows('event'), rows('thread')]).toEqual([2, 2])
  database.close()
})

test('a clock that is moved past those days deletes them too', async () => {
  const clock = new HandClock()
  await using rig = await Rig.open({}, { clock })
  const arn = await rig.run({ StartAt: 'F', States: { F: { Type: 'Fail' } } })
  await rig.pass(90 * 86_400)
  expect((await rig.describe(arn)).status).toBe('FAILED')
  await rig.pass(3_600)
  await expect
    .poll(() => rig.describe(arn).catch((error: Error) => error.name), patiently)
    .toBe('ExecutionDoesNotExist')
})

test.each([
  ['process', 1],
  ['power', 2],
] as const)('a commit in the mode %s is synchronised by SQLite’s mode %i', (durability, mode) => {
  const folder = newFolder()
  const opened = openFolder(folder, durability)
  expect(opened.database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: mode })
  expect(opened.database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  opened.close()
  rmSync(folder, { recursive: true })
})

test('what succeeded leaves no thread behind', async () => {
  await using rig = await Rig.open()
  await rig.run({
    StartAt: 'M',
    States: {
      M: {
        Type: 'Map',
        Items: [1, 2],
        ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
        End: true,
      },
    },
  })
  const database = new DatabaseSync(join(rig.folder, 'stepfunctions.sqlite'), { readOnly: true })
  expect(database.prepare('SELECT count(*) AS n FROM thread').get()?.['n']).toBe(0)
  database.close()
})

test('a second closing waits for the first', async () => {
  const folder = newFolder()
  const stepFunctions = open(folder)
  const closed: string[] = []
  const close = (which: string) => stepFunctions.close().then(() => closed.push(which))
  await Promise.all([close('first'), close('second')])
  await close('third')
  expect(closed).toEqual(['first', 'second', 'third'])
  rmSync(folder, { recursive: true })
})
