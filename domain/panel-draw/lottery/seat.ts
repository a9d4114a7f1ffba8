import type { Selection } from '../instance/selection.ts'
import { inOrder } from './mix.ts'

/**
 * Puts people in the places of their kinds, in turn, so that nobody of a kind sits more than once more often than another.
 *
 * @param panels how many of each kind, and how often each
 * @returns panels of people, each rising, in order
 */
export function seatPeople(
  { kinds }: Selection,
  panels: readonly { panel: readonly number[]; times: number }[],
): number[][] {
  const next = kinds.map(() => 0)
  const seat = (panel: readonly number[]) =>
    panel
      .flatMap((count, kind) => {
        if (count === 0) return []
        const people = kinds[kind]?.people ?? []
        const from = next[kind] ?? 0
        next[kind] = from + count
        return Array.from({ length: count }, (_, place) => people[(from + place) % people.length] ?? 0)
      })
      .sort((one, other) => one - other)
  return panels
    .filter(({ times }) => times > 0)
    .sort((one, other) => inOrder(one.panel, other.panel))
    .flatMap(({ panel, times }) => Array.from({ length: times }, () => seat(panel)))
    .sort(inOrder)
}
