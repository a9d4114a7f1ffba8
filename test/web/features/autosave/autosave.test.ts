import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '../../../../web/api.ts'
import { Autosave } from '../../../../web/features/autosave/autosave.ts'
import type { Entries, Saved } from '../../../../web/features/autosave/paper.ts'
import { words } from '../../../../web/features/autosave/words.ts'

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

/** A paper at the service, which another tab writes on, too. */
function sharedService(saved: Saved<string>) {
  let now = saved
  const sent: Entries<string>[] = []
  const save = (entries: Entries<string>) => {
    now = { version: now.version + 1, savedAt: '2026-01-05T09:00:00.000Z', entries }
    return now
  }
  const options = {
    name: 'ann:draft',
    saved,
    read: async () => now,
    send: async (entries: Entries<string>, over: number) => {
      if (over !== now.version) throw new Problem({ status: 412, title: 'No', detail: 'No.', code: 'Stale' })
      sent.push(entries)
      return save(entries)
    },
  }
  return { options, sent, elsewhere: save, now: () => now.entries }
}

const draft = (entries: Entries<string>): Saved<string> => ({
  version: 1,
  savedAt: '2026-01-05T09:00:00.000Z',
  entries,
})

test('what was also changed elsewhere is not called saved, before a choice and after the page is opened anew', async () => {
  const { options, elsewhere, now } = sharedService(draft({ problem: 'old' }))
  const paper = new Autosave<string>(options)
  elsewhere({ problem: 'from tab one' })
  paper.edit('problem', 'from tab two')
  expect(await paper.flush()).toBe(false)
  expect(paper.view()).toMatchObject({ state: { kind: 'clash' }, clashes: { problem: { theirs: 'from tab one' } } })

  const opened = new Autosave<string>({ ...options, saved: await options.read() })
  expect(opened.view()).toMatchObject({ state: { kind: 'clash' }, entries: { problem: 'from tab two' } })
  const again = new Autosave<string>({ ...options, saved: await options.read() })
  expect(again.view().entries).toEqual({ problem: 'from tab two' })
  again.choose('problem', 'mine')
  expect(await again.agrees()).toBe(true)
  expect(now()).toEqual({ problem: 'from tab two' })
})

test('what stands on the page is not what is saved, once another tab has saved: it is brought in before it is submitted', async () => {
  const { options, elsewhere } = sharedService(draft({ problem: 'old', premises: 'old' }))
  const paper = new Autosave<string>(options)
  elsewhere({ problem: 'old', premises: 'new' })
  expect(await paper.agrees()).toBe(false)
  expect(paper.view()).toMatchObject({ state: { kind: 'saved' }, entries: { premises: 'new' } })
  expect(await paper.agrees()).toBe(true)
})

test('what another saved is brought in while nothing is written here, and never over what is', async () => {
  const { options, elsewhere } = sharedService(draft({ problem: 'old', premises: 'old' }))
  const paper = new Autosave<string>(options)
  elsewhere({ problem: 'old', premises: 'new' })
  await paper.catchUp()
  expect(paper.view().entries).toEqual({ problem: 'old', premises: 'new' })
  elsewhere({ problem: 'newer', premises: 'new' })
  const catching = paper.catchUp()
  paper.edit('premises', 'mine')
  await catching
  expect(paper.view().entries).toEqual({ problem: 'newer', premises: 'mine' })
  await paper.catchUp()
  expect(await paper.flush()).toBe(true)
  // What is saved from here while it looks is not undone by what it saw.
  const seen = await options.read()
  const looking = Promise.withResolvers<typeof seen>()
  options.read = () => looking.promise
  const slowly = paper.catchUp()
  paper.edit('premises', 'mine again')
  expect(await paper.flush()).toBe(true)
  looking.resolve(seen)
  await slowly
  expect(paper.view().entries).toEqual({ problem: 'newer', premises: 'mine again' })
  options.read = () => Promise.reject(new TypeError('No connection.'))
  await paper.catchUp()
  expect(paper.view()).toMatchObject({ state: { kind: 'saved' }, entries: { premises: 'mine again' } })
})

describe('a device that keeps nothing', () => {
  beforeEach(() => {
    const full = () => {
      throw new DOMException('Full.', 'QuotaExceededError')
    }
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: full, removeItem: () => {} })
    vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: full, removeItem: () => {} })
  })

  test('has it saved by the service all the same', async () => {
    const { options, sent } = sharedService(draft({ a: '1' }))
    const paper = new Autosave<string>(options)
    paper.edit('a', '2')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toEqual([{ a: '2' }])
    expect(paper.view().state).toMatchObject({ kind: 'saved' })
  })

  test('does not say that it keeps what cannot be saved', async () => {
    const { options } = sharedService(draft({ a: '1' }))
    const paper = new Autosave<string>({
      ...options,
      send: () => Promise.reject(new Problem({ status: 0, title: 'No', detail: 'No.', code: 'No' })),
    })
    paper.edit('a', '2')
    expect(await paper.flush()).toBe(false)
    expect(paper.view().state).toEqual({ kind: 'unsaved', because: 'no connection', here: false })
    expect(words.state(paper.view().state, String)).toMatch('This device cannot keep it')
  })
})

test.each(['{', '"words"', '{"base":1,"entries":{}}'])(
  'what cannot be read (%s) is as if it were not there',
  (text) => {
    kept.set('redesign-panels:unsaved:ann:draft:other', text)
    const { options } = sharedService(draft({ a: '1' }))
    expect(new Autosave<string>(options).view()).toMatchObject({ entries: { a: '1' }, state: { kind: 'saved' } })
  },
)
