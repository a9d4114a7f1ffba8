import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { confirmed } from '../../local/fresh.ts'

function terminal(typed: string | undefined) {
  const input = Object.assign(new PassThrough(), { isTTY: true })
  if (typed === undefined) input.end()
  else input.write(typed)
  const output = new PassThrough()
  return { input, output, asked: () => String(output.read()) }
}

describe('before everything in the folder is deleted', () => {
  test.each([
    ['y\n', true],
    ['YES\n', true],
    ['\n', false],
    ['n\n', false],
    ['yesterday\n', false],
    [undefined, false],
  ])('the answer %j means %s', async (typed, agreed) => {
    const { input, output, asked } = terminal(typed)
    expect(await confirmed('data', false, { input, output })).toBe(agreed)
    expect(asked()).toMatch(/^Delete everything in \/.*\/data\? \(y\/N\) $/)
  })

  test('--yes answers, and without a terminal nothing else does', async () => {
    const { input, output } = terminal('n\n')
    expect(await confirmed('data', true, { input, output })).toBe(true)
    input.isTTY = false
    await expect(confirmed('data', false, { input, output })).rejects.toThrow('no terminal to ask at')
  })
})
