import type { Selection } from '../instance/selection.ts'

/**
 * Puts people in the places of their kinds, in turn, so that nobody of a kind sits more than once more often than another.
 *
 * @param panels how many of each kind, in any order
 * @returns panels of people, each rising, in order
 */
export function seatPeople({ kinds }: Selection, panels: readonly (readonly number[])[]): number[][] {
  const next = kinds.map(() => 0)
  const ordered = [...panels].sort(inOrder)
  const seated = ordered.map((panel) =>
    panel
      .flatMap((count, kind) => {
        const people = kinds[kind]?.people ?? []
        const from = next[kind] ?? 0
        next[kind] = from + count
        return Array.from({ length: count }, (_, place) => people[(from + place) % people.length] ?? 0)
      })
      .sort((one, other) => one - other),
  )
  return seated.sort(inOrder)
}

function inOrder(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
