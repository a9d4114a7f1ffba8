/** What became of a list: of each entry that it began with, and what was added before the first, the second, … and after the last. */
interface Changes {
  became: ('kept' | 'removed' | { changedTo: unknown })[]
  added: unknown[][]
}

/**
 * A list that was changed in two places, brought together entry by entry: what was added here comes before what was added elsewhere.
 * @param same whether two entries say the same
 * @returns nothing where the same entry was changed in both, or it cannot be told which was removed
 */
export function togetherInLists(
  was: unknown[],
  here: unknown[],
  there: unknown[],
  same: (one: unknown, other: unknown) => boolean,
): unknown[] | undefined {
  const [mine, theirs] = [changesOf(was, here, same), changesOf(was, there, same)]
  if (!mine || !theirs) return undefined
  const all: unknown[] = []
  for (let index = 0; index <= was.length; index += 1) {
    const added = mine.added[index] ?? []
    all.push(...added, ...(theirs.added[index] ?? []).filter((one) => !added.some((other) => same(one, other))))
    const [one, other] = [mine.became[index] ?? 'kept', theirs.became[index] ?? 'kept']
    if (one !== 'kept' && other !== 'kept' && !same(one, other)) return undefined
    const what = one === 'kept' ? other : one
    if (index < was.length && what !== 'removed') all.push(what === 'kept' ? was[index] : what.changedTo)
  }
  return all
}

/** Between two entries that were kept, as many as before are taken as changed; what is more, as added. */
function changesOf(
  was: unknown[],
  now: unknown[],
  same: (one: unknown, other: unknown) => boolean,
): Changes | undefined {
  const changes: Changes = { became: [], added: [] }
  let [from, to] = [0, 0]
  for (const [nextFrom, nextTo] of [...keptIn(was, now, same), [was.length, now.length] as const]) {
    const [before, after] = [nextFrom - from, nextTo - to]
    if (after > 0 && after < before) return undefined
    for (let step = 0; step < before; step += 1)
      changes.became.push(after === 0 ? 'removed' : { changedTo: now[to + step] })
    changes.added[nextFrom] = now.slice(to + before, nextTo)
    if (nextFrom < was.length) changes.became.push('kept')
    from = nextFrom + 1
    to = nextTo + 1
  }
  return changes
}

/** The most entries that are the same in both lists, in their order: where each is in the one and in the other. */
function keptIn(
  was: unknown[],
  now: unknown[],
  same: (one: unknown, other: unknown) => boolean,
): (readonly [number, number])[] {
  type Pairs = (readonly [number, number])[]
  // By how many of the one, of those of the other up to here: the longest so far.
  let longest: Pairs[] = Array.from({ length: now.length + 1 }, () => [])
  for (const [from, entry] of was.entries()) {
    const next: Pairs[] = [[]]
    for (const [to, other] of now.entries()) {
      const [left = [], above = [], both = []] = [next[to], longest[to + 1], longest[to]]
      next.push(same(entry, other) ? [...both, [from, to]] : left.length > above.length ? left : above)
    }
    longest = next
  }
  return longest.at(-1) ?? []
}
