import { expect, test } from 'vitest'
import { portal } from '../../../bench/portal/portal.ts'
import { tinyRun } from '../figures.ts'

test('each page is measured until it can be used; what the browser keeps is not loaded again', async () => {
  const figures = await tinyRun(portal)
  for (const place of ['home', 'board', 'case', 'deed']) {
    const of = (what: string) => figures.get(`${place}: ${what}`)?.value ?? Number.NaN
    expect(of('requests, at first')).toBeGreaterThanOrEqual(3)
    expect(of('requests to the API')).toBeGreaterThanOrEqual(1)
    expect(of('bytes, again')).toBeLessThan(of('bytes, at first'))
  }
}, 300_000)
