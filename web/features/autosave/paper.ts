/** What a member writes for themselves about one tender, by criterion: scores with reasons, or notes. */
export type Entries<Entry> = Record<string, Entry>

export interface Saved<Entry> {
  version: number
  savedAt: string
  entries: Entries<Entry>
}

/** What was typed here and what was saved elsewhere, where both changed the same criterion. */
export type Clashes<Entry> = Record<string, { theirs: Entry | undefined }>

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
    : (value ?? null)
}

/**
 * Brings together what was typed here and what was saved elsewhere, from what both began with. A criterion changed in one
 * place only is taken from there; one changed in both is a clash: what was typed here stays, and the other is kept beside it.
 */
export function merge<Entry>(
  base: Entries<Entry>,
  mine: Entries<Entry>,
  theirs: Entries<Entry>,
): { entries: Entries<Entry>; clashes: Clashes<Entry> } {
  const entries: Entries<Entry> = {}
  const clashes: Clashes<Entry> = {}
  for (const id of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, here, there] = [base[id], mine[id], theirs[id]]
    const takesTheirs = same(here, was)
    const together = takesTheirs ? undefined : (togetherInLists(was, here, there) as Entry | undefined)
    const value = takesTheirs ? there : (together ?? here)
    if (value !== undefined) entries[id] = value
    if (!takesTheirs && !together && !same(there, was) && !same(here, there)) clashes[id] = { theirs: there }
  }
  return { entries, clashes }
}

/**
 * Lists of which nothing was taken away in either place, brought together entry by entry: what was added here comes before what was
 * added elsewhere. @returns nothing where that cannot be told, or the same entry was changed in both
 */
function togetherInLists(was: unknown = [], here: unknown, there: unknown): unknown[] | undefined {
  if (!Array.isArray(was) || !Array.isArray(here) || !Array.isArray(there)) return undefined
  if (here.length < was.length || there.length < was.length) return undefined
  const kept = was.map((before, index) => {
    const [mine, theirs] = [here[index], there[index]]
    if (same(mine, before)) return { entry: theirs }
    return same(theirs, before) || same(mine, theirs) ? { entry: mine } : undefined
  })
  if (kept.includes(undefined)) return undefined
  const added = there.slice(was.length).filter((theirs) => !here.slice(was.length).some((mine) => same(mine, theirs)))
  return [...kept.map((one) => one?.entry), ...here.slice(was.length), ...added]
}

/** What may be sent while clashes wait for a choice: what was saved elsewhere is not overwritten. */
export function sendable<Entry>(entries: Entries<Entry>, clashes: Clashes<Entry>): Entries<Entry> {
  const sent = { ...entries }
  for (const [id, { theirs }] of Object.entries(clashes)) {
    if (theirs === undefined) delete sent[id]
    else sent[id] = theirs
  }
  return sent
}

export const differ = <Entry>(one: Entries<Entry>, other: Entries<Entry>): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].some((id) => !same(one[id], other[id]))
