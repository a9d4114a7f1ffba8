import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../../../../web/api.ts'
import { Autosave } from '../../../../web/features/autosave/autosave.ts'

const kept = new Map<string, string>()

beforeEach(() => {
  vi.useFakeTimers()
  kept.clear()
  const storage = new Proxy(
    {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
    { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  )
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('sessionStorage', storage)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A service that answers when it is told to, and how many ask it at once. */
function slowService() {
  const answers: (() => void)[] = []
  const sent: { entries: object; over: number }[] = []
  let version = 0
  const options = {
    name: 'ann:case:scores',
    saved: undefined,
    send: async (entries: object, over: number) => {
      sent.push({ entries, over })
      await new Promise<void>((resolve) => answers.push(resolve))
      version += 1
      return { version, savedAt: '2026-01-05T09:00:00.000Z' }
    },
    read: async () => undefined,
  }
  const answer = async () => {
    answers.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { options, sent, answer }
}

test('one request at a time is under way, however many ask for one; the last has everything', async () => {
  const { options, sent, answer } = slowService()
  const paper = new Autosave<string>(options)
  paper.edit('a', '1')
  void paper.flush()
  paper.edit('b', '2')
  void paper.flush()
  void paper.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toHaveLength(1)
  await answer()
  expect(sent).toEqual([
    { entries: { a: '1' }, over: 0 },
    { entries: { a: '1', b: '2' }, over: 1 },
  ])
  await answer()
  expect(sent).toHaveLength(2)
  expect(paper.view().state).toMatchObject({ kind: 'saved' })
})

test.each([0, 401, 429, 503])('after %i it is kept on this device, and sent again by itself', async (status) => {
  let fails = true
  const { options, sent } = slowService()
  const paper = new Autosave<string>({
    ...options,
    send: async (entries, over) => {
      sent.push({ entries, over })
      if (fails) throw new Problem({ status, title: 'No', detail: 'No.', code: 'No' })
      return { version: 1, savedAt: '2026-01-05T09:00:00.000Z' }
    },
  })
  paper.edit('a', '1')
  await paper.flush()
  expect(paper.view().state.kind).toBe('unsaved')
  expect([...kept.keys()].filter((key) => key.includes('ann:case:scores'))).toHaveLength(1)
  fails = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(paper.view().state.kind).toBe('saved')
  expect([...kept.keys()].filter((key) => key.includes('ann:case:scores'))).toHaveLength(0)
})
