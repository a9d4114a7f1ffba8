import { expect, test } from 'vitest'
import { cold } from '../../../bench/cold/cold.ts'
import { tinyRun } from '../figures.ts'

test('functions are loaded beside the clients that they use, and are more than these', async () => {
  const figures = await tinyRun(cold)
  for (const name of ['api', 'consume', 'sweep', '1 steps']) {
    expect(figures.get(`${name}: bytes, of the clients alone`)?.value).toBeGreaterThan(1)
    expect(figures.get(`${name}: time to load, of the clients alone`)?.value).toBeGreaterThan(0)
  }
  const answers = [...figures.keys()].filter((what) => what.includes('time to the first answer'))
  expect(answers.map((what) => what.split(':')[0])).toEqual([
    'api, GET of a case',
    'api, POST of a command',
    'the step nomination--attend-to-the-nominations',
  ])
})
