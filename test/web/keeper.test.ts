import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Keeper } from '../../web/keeper.ts'
import { device, tab } from '../../web/storage.ts'

const empty = { sections: {}, reason: '' }
const name = 'person-01:c1:specification'
let stored: Map<string, string>
let tabs: Keeper<typeof empty>[]

beforeEach(() => {
  stored = new Map()
  tabs = []
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  }
  vi.stubGlobal('sessionStorage', storage)
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => void vi.unstubAllGlobals())

/** A tab at the form; the others hear of what it keeps. */
function opened() {
  const keeper = new Keeper(name, empty, device)
  tabs.push(keeper)
  const type = (sections: object) => {
    keeper.keep({ sections, reason: '' })
    for (const one of tabs) if (one !== keeper) one.hear(`redesign-panels:${name}`)
  }
  return { keeper, type }
}

test('what was typed outlives the page, as it was typed last; what was forgotten does not', () => {
  const keeper = new Keeper(name, empty, tab)
  expect(keeper.typed()).toBeUndefined()
  keeper.keep({ sections: { aims: 'An hour' }, reason: '' })
  keeper.keep({ sections: { aims: 'An hour of careful writing' }, reason: '' })
  expect(new Keeper(name, empty, tab).typed()?.value.sections).toEqual({ aims: 'An hour of careful writing' })
  keeper.forget()
  expect(new Keeper(name, empty, tab).typed()).toBeUndefined()
})

test('two tabs show one text; a tab that follows does not write over what the other types on', () => {
  const [one, other] = [opened(), opened()]
  one.type({ aims: 'from tab one' })
  expect(other.keeper.typed()?.value.sections).toEqual({ aims: 'from tab one' })
  const setItem = vi.spyOn(localStorage, 'setItem')
  other.type({ aims: 'from tab one, and two' })
  expect(one.keeper.typed()?.value.sections).toEqual({ aims: 'from tab one, and two' })
  expect(setItem).toHaveBeenCalledTimes(1)
  other.keeper.forget()
  for (const one of tabs) one.hear(`redesign-panels:${name}`)
  expect(one.keeper.typed()).toBeUndefined()
})

describe('what is there but cannot be used is as if it were not there', () => {
  test.each(['{', 'null', '"words"', '[]', '{"sections":"no object","reason":""}', '{"reason":""}'])('%s', (text) => {
    stored.set(`redesign-panels:${name}`, text)
    expect(new Keeper(name, empty, device).typed()).toBeUndefined()
  })
  test('but what has more in it is used', () => {
    stored.set(`redesign-panels:${name}`, '{"sections":{"aims":"x"},"reason":"","more":1}')
    expect(new Keeper(name, empty, device).typed()).toMatchObject({ value: { sections: { aims: 'x' } } })
  })
})

test('a browser that keeps nothing, or refuses to be asked, is told of; the page goes on', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('Full.', 'QuotaExceededError')
    },
  })
  const keeper = new Keeper(name, empty, device)
  keeper.keep({ sections: {}, reason: 'typed' })
  expect(keeper.typed()).toEqual({ value: { sections: {}, reason: 'typed' }, kept: false })
  const closed = new Keeper(name, empty, () => {
    throw new DOMException('Denied.', 'SecurityError')
  })
  closed.keep(empty)
  closed.forget()
  expect(closed.typed()).toBeUndefined()
})
