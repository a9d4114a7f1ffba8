import { describe, expect, test } from 'vitest'
import { clockRoutes } from '../../../local/routes/clock.ts'

const stuck = () => Promise.reject(new Error('The stream consumer has failed 8 times in a row: no use'))
const now = () => Date.parse('2026-01-05T09:00:00Z')

describe('when the locality does not settle', () => {
  test.each([
    ['/local/settled', 'GET', null],
    ['/local/clock', 'POST', '{"to":"2026-01-06T10:00:00+01:00"}'],
  ])('%s says why', async (path, method, body) => {
    const response = await clockRoutes({ now, advance: stuck, settled: stuck }).request(path, { method, body })
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('failed 8 times in a row') })
  })
})

test('amounts are added up, and an instant may be in any zone', async () => {
  const asked: string[] = []
  const advance = async (to: number) => void asked.push(new Date(to).toISOString())
  const routes = clockRoutes({ now, advance, settled: async () => undefined })
  for (const body of [{ days: 1, hours: 2, minutes: 30 }, { to: '2026-03-29T02:00:00+01:00' }, { minutes: 0 }]) {
    expect((await routes.request('/local/clock', { method: 'POST', body: JSON.stringify(body) })).status).toBe(200)
  }
  expect(asked).toEqual(['2026-01-06T11:30:00.000Z', '2026-03-29T01:00:00.000Z', '2026-01-05T09:00:00.000Z'])
})
