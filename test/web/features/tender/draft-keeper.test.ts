import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Draft, emptyDraft } from '../../../../web/features/tender/sealing/draft.ts'
import { DraftKeeper } from '../../../../web/features/tender/sealing/draft-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A browser with its tabs at one draft. */
function browser() {
  let kept: Draft | undefined
  const tabs: DraftKeeper[] = []
  const store = {
    read: vi.fn(async () => kept),
    alter: vi.fn(async (to: (before: Draft) => Draft) => {
      kept = to(kept ?? emptyDraft)
      return kept
    }),
    forget: async () => {
      kept = undefined
    },
  }
  const open = async () => {
    const tab: DraftKeeper = new DraftKeeper(store, () => {
      for (const other of tabs) if (other !== tab) void other.read()
    })
    tabs.push(tab)
    await tab.read()
    return tab
  }
  return { store, open, kept: () => kept }
}

const answer = (id: string, words: string) => (before: Draft) => ({
  ...before,
  answers: { ...before.answers, [id]: words },
})

test('two tabs of one tender write over nothing of each other, and show the same', async () => {
  const { open, kept } = browser()
  const [one, other] = [await open(), await open()]
  other.change(answer('quality', 'second tab'))
  await vi.advanceTimersByTimeAsync(400)
  expect(one.view().draft?.answers).toEqual({ quality: 'second tab' })
  one.change(answer('value', 'first tab'))
  other.change(answer('access', 'second tab, at the same moment'))
  await vi.advanceTimersByTimeAsync(400)
  const all = { quality: 'second tab', value: 'first tab', access: 'second tab, at the same moment' }
  expect(kept()?.answers).toEqual(all)
  expect([one.view().draft?.answers, other.view().draft?.answers]).toEqual([all, all])
})

test('what is typed just before the page is left is kept', async () => {
  const { open, kept } = browser()
  const tab = await open()
  tab.change(answer('quality', 'Days of work.'))
  await tab.keep()
  expect(kept()?.answers).toEqual({ quality: 'Days of work.' })
})

test('what is typed while the last is being kept is kept after it', async () => {
  const { store, open, kept } = browser()
  const tab = await open()
  const alter = store.alter.getMockImplementation()
  store.alter.mockImplementationOnce(async (to) => {
    const now = await alter?.(to)
    tab.change(answer('value', 'meanwhile'))
    return now ?? emptyDraft
  })
  tab.change(answer('quality', 'first'))
  await tab.keep()
  await vi.advanceTimersByTimeAsync(400)
  expect(kept()?.answers).toEqual({ quality: 'first', value: 'meanwhile' })
  expect(tab.view().draft?.answers).toEqual(kept()?.answers)
})

test('a browser that keeps nothing shows the form, says so, and keeps everything once it can', async () => {
  const { store, open, kept } = browser()
  store.read.mockRejectedValueOnce(new DOMException('Closed.', 'SecurityError'))
  const tab = await open()
  expect(tab.view()).toEqual({ draft: emptyDraft, kept: false })
  store.alter.mockRejectedValueOnce(new DOMException('Full.', 'QuotaExceededError'))
  tab.change(answer('quality', 'one'))
  expect((await tab.keep()).answers).toEqual({ quality: 'one' })
  expect(tab.view().kept).toBe(false)
  tab.change(answer('value', 'two'))
  await tab.keep()
  expect(tab.view().kept).toBe(true)
  expect(kept()?.answers).toEqual({ quality: 'one', value: 'two' })
})

test('a draft that is deleted does not come back with what was about to be kept', async () => {
  const { open, kept } = browser()
  const [one, other] = [await open(), await open()]
  one.change(answer('quality', 'one'))
  await one.forget()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(kept()).toBeUndefined()
  expect([one.view().draft, other.view().draft]).toEqual([emptyDraft, emptyDraft])
})

test('the same draft, kept again, is the same: what was sealed of it can be sent again', async () => {
  const { open } = browser()
  const tab = await open()
  tab.change(answer('quality', 'one'))
  expect(await tab.keep()).toBe(await tab.keep())
})
