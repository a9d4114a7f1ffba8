import { expect, test } from 'vitest'
import { engine } from '../../../bench/engine/engine.ts'
import { tinyRun } from '../figures.ts'

test('the engine is measured against its own rows', async () => {
  const figures = await tinyRun(engine)
  expect(figures.get('rate with 1 open, of the bare commits’')?.value).toBeGreaterThan(0)
  // A step of a Task is entered, scheduled, started, succeeded and left: a transition leaves more than one event.
  expect(figures.get('events committed per transition with 10 open')?.value).toBeGreaterThan(1)
})
