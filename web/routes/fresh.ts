import { keepIn, keptIn, tab } from '../storage.ts'

const name = 'come-by'

/** More than anybody goes back. */
const MOST = 100

let here = { key: '', fresh: true }

/**
 * Whether this place in the tab's history is come by for the first time: what was done is said then, and not again on going back
 * to it or loading the page anew. Everything on the page is told the same. @param key the router's, of the place
 */
export function isFresh(key = ''): boolean {
  if (here.key === key) return here.fresh
  const kept = keptIn(tab, name)
  const comeBy: unknown[] = Array.isArray(kept) ? kept : []
  here = { key, fresh: !comeBy.includes(key) }
  if (here.fresh) keepIn(tab, name, [...comeBy, key].slice(-MOST))
  return here.fresh
}
