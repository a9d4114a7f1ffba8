import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startLocality } from '../../local/locality.ts'
import { smallProduct } from './small-product/product.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function locality(dataDir?: string) {
  const log: string[] = []
  const folder = dataDir ?? (await temporaryFolder())
  const running = await startLocality(
    { port: 0, dataDir: folder, log: (line) => log.push(line) },
    async () => smallProduct,
  )
  onTestFinished(() => running.close())
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${running.url}${path}`, init)
    const text = await response.text()
    const body: unknown = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
    return { status: response.status, headers: response.headers, body }
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers })
  return { running, folder, log, ask, post }
}

describe('the locality', () => {
  test('carries a command through the table, the stream, the workflow and back', async () => {
    const { running, ask } = await locality()
    await ask('/api/errands/e1', { method: 'PUT' })
    await running.settled()
    expect((await ask('/api/errands/e1')).body).toMatchObject({ BEGUN: { told: 1 }, TOKEN: { told: 1 } })
    await ask('/api/errands/e1/answer', { method: 'PUT' })
    expect((await ask('/local/settled')).body).toMatchObject({ settled: true })
    expect((await ask('/api/errands/e1')).body).toMatchObject({ ANSWER: { told: 1 }, ENDED: { told: 1 } })
    const counts = await running.counts()
    expect(counts).toMatchObject({ transitions: 2, lambdaInvocations: 2 })
    expect(counts.tableRequests.writes).toBeGreaterThan(6)
    expect(counts.tableRequests.writeUnits).toBeGreaterThanOrEqual(counts.tableRequests.writes)
    expect((await ask('/local/counts')).body).toMatchObject({ transitions: 2 })
  })

  test('lives through a deadline when the clock is moved, at the deadline’s own time', async () => {
    const { running, ask, post } = await locality()
    await ask('/api/errands/e1', { method: 'PUT' })
    await running.settled()
    const begun = Date.parse(running.clock.now())
    const sweeps = smallProduct.swept()
    const moved = await post('/local/clock', { days: 3 })
    expect(moved.status).toBe(200)
    const errand = (await ask('/api/errands/e1')).body
    expect(errand).toMatchObject({ ENDED: { told: 1 } })
    expect(errand).not.toHaveProperty('ANSWER')
    const ended = Date.parse((errand as { ENDED: { at: string } }).ENDED.at)
    expect(Math.abs(ended - begun - 86_400_000)).toBeLessThan(10_000)
    expect(Date.parse(running.clock.now()) - begun).toBeGreaterThanOrEqual(3 * 86_400_000)
    expect(smallProduct.swept() - sweeps).toBe(3)
  })

  test('goes on where it was after a clean end: clock, errands under way, register, sign-in keys', async () => {
    const first = await locality()
    await first.ask('/api/errands/e1', { method: 'PUT' })
    await first.running.clock.advance(new Date(Date.now() + 3_600_000).toISOString())
    await first.running.close()
    const second = await locality(first.folder)
    expect(Date.parse(second.running.clock.now()) - Date.now()).toBeGreaterThan(3_590_000)
    await second.ask('/api/errands/e1/answer', { method: 'PUT' })
    await second.running.settled()
    expect((await second.ask('/api/errands/e1')).body).toMatchObject({ BEGUN: { told: 1 }, ENDED: { told: 1 } })
  })

  test.each([
    [{ to: '2020-01-01T00:00:00Z' }, 'the clock can only be moved forward'],
    [{ to: '9999-01-01T00:00:00Z' }, '1100 days at most'],
    [{ days: -1 }, 'Say where to'],
    [{ days: '3' }, 'Say where to'],
    [{}, 'Say where to'],
    [{ weeks: 1 }, 'Say where to'],
    ['{"days":', 'Say where to'],
    [[], 'Say where to'],
  ])('does not move its clock for %j', async (body, sentence) => {
    const { running, post } = await locality()
    const before = Date.parse(running.clock.now())
    const refused = await post('/local/clock', body)
    expect(refused.status).toBe(400)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.body).toMatchObject({ status: 400, detail: expect.stringContaining(sentence) })
    expect(Date.parse(running.clock.now()) - before).toBeLessThan(5_000)
  })

  test('lets no page of another site move its clock', async () => {
    const { running, post } = await locality()
    expect((await post('/local/clock', { days: 1 }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('/local/clock', { days: 1 }, { origin: 'null' })).status).toBe(403)
    expect((await post('/local/clock', { days: 0 }, { origin: running.url })).status).toBe(200)
  })

  test('tells who can sign in, and what was sent', async () => {
    const { running, ask } = await locality()
    expect((await ask('/local/people')).body).toMatchObject({
      people: expect.arrayContaining([
        expect.objectContaining({ id: 'person-01', roles: ['practice'], place: 'Ashlarke Surgery' }),
      ]),
    })
    expect((await ask('/local/outbox')).body).toEqual({ messages: [] })
    expect((await ask('/local/outbox?limit=0')).status).toBe(400)
    expect((await ask('/local/outbox.html')).body).toContain('No mail has been sent yet')
    expect((await ask('/local/outbox.html?about=%3Cb%3E')).body).toContain('No mail has “&#60;b&#62;” in it')
    expect((await ask('/local/outbox/..%2F..%2Fclock.eml')).status).toBe(404)
    expect((await ask('/local/elsewhere')).status).toBe(404)
    expect((await ask('/swagger-ui/swagger-ui.css')).status).toBe(200)
    expect((await ask('/swagger-ui/..%2f..%2fpackage.json')).status).not.toBe(200)
    expect(running.people.length).toBeGreaterThan(50)
  })

  test('leaves no dynoxide behind', async () => {
    const { running, folder } = await locality()
    const kept = await readFile(join(folder, 'dynamodb', 'dynoxide.pid.json'), 'utf8')
    const { pid } = JSON.parse(kept) as { pid: number }
    expect(() => process.kill(pid, 0)).not.toThrow()
    await running.close()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})
