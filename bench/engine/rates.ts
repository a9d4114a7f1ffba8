import { execFile } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Figure } from '../bench.ts'
import { counted, spread } from '../statistics.ts'
import { inHistory, writeBare, written } from './bare.ts'
import { openExecutions, work } from './working.ts'

/** So many executions, and how often each goes round. */
export interface Crowd {
  open: number
  rounds: number
}

/**
 * The rate with each crowd against the bare commits of the same rows, and how flat it is from the first crowd to the
 * last. All crowds are measured in turn, round after round, so that what else the machine does falls on all of them.
 */
export async function rates(folder: string, crowds: Crowd[], times: number): Promise<Figure[]> {
  const warm = join(folder, 'warm')
  await openExecutions(warm, 100, 20)
  const trials: Trial[] = []
  for (const [number, crowd] of crowds.entries()) trials.push(await prepared(join(folder, String(number)), crowd))
  const flat: number[] = []
  for (let round = 0; round < times; round += 1) {
    for (const trial of trials) await measure(trial, warm, round % 2 === 0)
    flat.push((trials.at(-1)?.against.at(-1) ?? 0) / (trials[0]?.against.at(-1) ?? 0))
  }
  const most = trials.at(-1)?.many
  return [
    ...trials.flatMap(({ many, against, perSecond, perTransition }) => [
      { what: `rate with ${many} open, of the bare commits’`, unit: '×', ...spread(against), reach: { least: 0.5 } },
      { what: `transitions per second with ${many} open, here`, unit: '', ...spread(perSecond) },
      { what: `events committed per transition with ${many} open`, unit: '', ...counted(perTransition) },
    ]),
    { what: `that ratio with ${most} open, of that with one`, unit: '×', ...spread(flat), reach: { least: 0.8 } },
  ]
}

interface Trial {
  many: string
  place: string
  anew: () => Promise<void>
  rows: Awaited<ReturnType<typeof written>>
  transitions: number
  perTransition: number
  against: number[]
  perSecond: number[]
}

async function prepared(folder: string, { open, rounds }: Crowd): Promise<Trial> {
  const [waiting, place] = [join(folder, 'waiting'), join(folder, 'work')]
  const anew = () => cp(waiting, place, { recursive: true, force: true })
  await openExecutions(waiting, open, rounds)
  const before = inHistory(waiting)
  await anew()
  const rows = await written(() => work(place))
  const after = inHistory(place)
  await anew()
  writeBare(place, rows)
  if (inHistory(place).events !== after.events) throw new Error('The bare commits are not those of the engine.')
  const transitions = after.transitions - before.transitions
  const perTransition = (after.events - before.events) / transitions
  return {
    many: open.toLocaleString('en-GB'),
    place,
    anew,
    rows,
    transitions,
    perTransition,
    against: [],
    perSecond: [],
  }
}

/** Who goes first changes from round to round. */
async function measure(trial: Trial, warm: string, bareFirst: boolean): Promise<void> {
  const bare = async (): Promise<number> => {
    await trial.anew()
    return writeBare(trial.place, trial.rows)
  }
  const here = async (): Promise<number> => {
    await trial.anew()
    return apart(warm, trial.place)
  }
  const [first, second] = bareFirst ? [await bare(), await here()] : [await here(), await bare()]
  const [commits, took] = bareFirst ? [first, second] : [second, first]
  trial.against.push(commits / took)
  trial.perSecond.push((trial.transitions / took) * 1_000)
}

/** The engine's work in a process of its own: the recorded rows would be in the way of its memory's collector. */
async function apart(warm: string, place: string): Promise<number> {
  const copy = `${warm}-copy`
  await cp(warm, copy, { recursive: true, force: true })
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'at-work.ts'), copy, place])
  return Number(stdout)
}
