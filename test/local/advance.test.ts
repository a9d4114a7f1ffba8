import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { advancing } from '../../local/advance.ts'
import { openClock } from '../../local/clock.ts'
import { followingMorning, sweepDaily } from '../../local/daily-sweep.ts'
import { settling } from '../../local/settled.ts'
import { temporaryFolder } from './temporary-folder.ts'

const start = Date.parse('2026-01-05T09:00:00Z')
const at = (iso: string) => Date.parse(iso)

/** Timers in a list; acting on one writes down the clock's time and may set others. */
function timersUnder(now: () => number, dues: number[], acts: (due: number) => number[] = () => []) {
  const acted: { due: number; at: number }[] = []
  return {
    acted,
    nextDueAt: () => (dues.length > 0 ? Math.min(...dues) : undefined),
    clockMoved() {
      for (const due of dues.filter((one) => one <= now()).sort((a, b) => a - b)) {
        dues.splice(dues.indexOf(due), 1)
        acted.push({ due, at: now() })
        dues.push(...acts(due))
      }
    },
  }
}

describe('the clock', () => {
  test('goes with real time, moves forward only, and keeps its offset', async () => {
    const folder = await temporaryFolder()
    let real = start
    const clock = await openClock(folder, () => real)
    expect(clock.now()).toBe(start)
    await clock.moveTo(start + 5_000)
    await clock.moveTo(start + 1_000)
    expect(clock.now()).toBe(start + 5_000)
    real += 60_000
    expect((await openClock(folder, () => real)).now()).toBe(start + 65_000)
  })

  test('of a fresh folder may begin behind real time, once', async () => {
    const folder = await temporaryFolder()
    expect((await openClock(folder, () => start, 60_000)).now()).toBe(start - 60_000)
    expect((await openClock(folder, () => start, 90_000)).now()).toBe(start - 60_000)
  })

  test.each(['{"offsetMs":"soon"}', 'nonsense', '[]'])('refuses to guess from %s', async (content) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'clock.json'), content)
    await expect(openClock(folder)).rejects.toThrow('The local clock cannot be read')
  })
})

describe('moving the clock', () => {
  test('stops at every due timer in order, also at those that only then are set', async () => {
    const clock = await openClock(await temporaryFolder(), () => start)
    const timers = timersUnder(clock.now, [start + 300, start + 100, start + 900], (due) =>
      due === start + 100 ? [start + 200] : [],
    )
    await advancing(clock, [timers], async () => undefined)(start + 500)
    expect(timers.acted.map(({ due }) => due - start)).toEqual([100, 200, 300])
    expect(timers.acted.every((one) => one.due === one.at)).toBe(true)
    expect(clock.now()).toBe(start + 500)
    expect(timers.nextDueAt()).toBe(start + 900)
  })

  test('takes the timers of all in one order', async () => {
    const clock = await openClock(await temporaryFolder(), () => start)
    const order: string[] = []
    const named = (name: string, dues: number[]) =>
      timersUnder(clock.now, dues, () => {
        order.push(name)
        return []
      })
    await advancing(
      clock,
      [named('a', [start + 1, start + 3]), named('b', [start + 2])],
      async () => undefined,
    )(start + 9)
    expect(order).toEqual(['a', 'b', 'a'])
  })

  test('waits until everything has settled before the next timer', async () => {
    const clock = await openClock(await temporaryFolder(), () => start)
    const seen: number[] = []
    const timers = timersUnder(clock.now, [start + 100, start + 200])
    await advancing(clock, [timers], async () => {
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(timers.acted.length)
    })(start + 300)
    expect(seen).toEqual([0, 1, 2, 2])
  })

  test('is done one move after another', async () => {
    const clock = await openClock(await temporaryFolder(), () => start)
    const advance = advancing(clock, [], async () => undefined)
    await Promise.all([advance(start + 500), advance(start + 100), advance(start + 700)])
    expect(clock.now()).toBe(start + 700)
  })

  test('says so when a timer stays due', async () => {
    const clock = await openClock(await temporaryFolder(), () => start)
    const stuck = { nextDueAt: () => start + 1, clockMoved: () => undefined }
    await expect(advancing(clock, [stuck], async () => undefined)(start + 5)).rejects.toThrow('does not act')
  })
})

describe('settled', () => {
  test('means quiet twice with no work in between', async () => {
    let workForStream = 3
    const done = { stream: 0, engine: 0 }
    const engine = {
      async quiet() {
        if (workForStream > 0) done.engine += 1
      },
      done: () => done.engine,
    }
    const stream = {
      async quiet() {
        if (workForStream > 0) done.stream += 1
        workForStream = Math.max(0, workForStream - 1)
      },
      done: () => done.stream,
    }
    await settling([engine, stream])()
    expect({ workForStream, ...done }).toEqual({ workForStream: 0, stream: 3, engine: 3 })
  })
})

describe('the daily sweep', () => {
  test('runs at the start and each day of the local clock, and a failing one does not end it', async () => {
    const clock = await openClock(await temporaryFolder(), () => start)
    const swept: string[] = []
    const log: string[] = []
    const sweep = sweepDaily({
      now: clock.now,
      sweep: async () => {
        swept.push(new Date(clock.now()).toISOString())
        if (swept.length === 2) throw new Error('no table')
      },
      log: (line) => log.push(line),
    })
    await advancing(clock, [sweep], sweep.idle)(at('2026-01-08T04:00:00Z'))
    await sweep.close()
    expect(swept).toEqual(['2026-01-05T09:00:00.000Z', '2026-01-06T05:00:00.000Z', '2026-01-07T05:00:00.000Z'])
    expect(log).toEqual(['The daily sweep failed: no table'])
    expect(followingMorning(at('2026-01-08T04:59:59Z'))).toBe(at('2026-01-08T05:00:00Z'))
    expect(followingMorning(at('2026-01-08T05:00:00Z'))).toBe(at('2026-01-09T05:00:00Z'))
    expect(followingMorning(at('2026-07-08T03:59:59Z'))).toBe(at('2026-07-08T04:00:00Z'))
    expect(followingMorning(at('2026-03-28T06:00:00Z'))).toBe(at('2026-03-29T04:00:00Z'))
  })
})
