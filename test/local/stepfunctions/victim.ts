import { readFileSync } from 'node:fs'
import { StatementSync } from 'node:sqlite'
import { live } from './life.ts'
import { HandClock } from './rig.ts'

// A process that lives an execution and kills itself before its n-th statement: wherever that happens to be.
const [, , folder = '', definition = '', statements = '0'] = process.argv
let left = Number(statements)
const run = StatementSync.prototype.run
StatementSync.prototype.run = function (...values) {
  if (--left === 0) process.kill(process.pid, 'SIGKILL')
  return Reflect.apply(run, this, values)
}
const rig = await live(folder, new HandClock(), JSON.parse(readFileSync(definition, 'utf8')) as object)
await rig.stop()
