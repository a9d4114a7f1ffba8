import { togetherInLists } from './lists.ts'

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
    ? Object.entries(value)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, part]) => [name, sorted(part)])
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
    const together = takesTheirs ? undefined : (inLists(was, here, there) as Entry | undefined)
    const value = takesTheirs ? there : (together ?? here)
    if (value !== undefined) entries[id] = value
    if (!takesTheirs && !together && !same(there, was) && !same(here, there)) clashes[id] = { theirs: there }
  }
  return { entries, clashes }
}

/** Nothing, where these are no lists, or one entry was changed in both. */
const inLists = (was: unknown = [], here: unknown, there: unknown): unknown[] | undefined =>
  Array.isArray(was) && Array.isArray(here) && Array.isArray(there)
    ? togetherInLists(was, here, there, same)
    : undefined

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
