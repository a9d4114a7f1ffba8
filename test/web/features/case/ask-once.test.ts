import { describe, expect, test } from 'vitest'
import { type ask, Problem } from '../../../../web/api.ts'
import { askOnce } from '../../../../web/features/case/ask-once.ts'

/** A service that is asked and answers as it is told to, and the keys that it saw. */
function service(...answers: ('done' | number)[]) {
  const keys: string[] = []
  const asked = (async (_path: string, { command }: { command: { once: string } }) => {
    keys.push(command.once)
    const answer = answers.shift()
    if (answer === 'done') return answer
    throw new Problem({ title: 'No', detail: 'No.', code: 'No', status: answer ?? 0 })
  }) as typeof ask
  return { keys, asked }
}

function tab() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}

const path = '/api/cases/c1/pause'
const body = { reason: 'Flood.' }

/** How the keys of two sendings compare. */
async function sentTwice(first: 'done' | number, second = body, where = path): Promise<'same' | 'another'> {
  const { keys, asked } = service(first, 'done')
  const kept = tab()
  await askOnce(asked, path, body, () => kept).catch(() => {})
  await askOnce(asked, where, second, () => kept)
  return keys[0] === keys[1] ? 'same' : 'another'
}

describe('a command that is sent again (requirements §8: every command once on the record)', () => {
  test.each([0, 502, 503])('after no answer (%i) goes under the same key', async (status) => {
    expect(await sentTwice(status)).toBe('same')
  })
  test.each([400, 401, 409, 422])('after a refusal (%i) is another', async (status) => {
    expect(await sentTwice(status)).toBe('another')
  })
  test('after it was done is another, even if it says the same', async () => {
    expect(await sentTwice('done')).toBe('another')
  })
  test('and says something else, or goes elsewhere, is another', async () => {
    expect(await sentTwice(0, { reason: 'Fire.' })).toBe('another')
    expect(await sentTwice(0, body, '/api/cases/c2/pause')).toBe('another')
  })
})
