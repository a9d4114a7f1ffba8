import type { Selection } from '../instance/selection.ts'
import { ExchangingPanels } from './exchanging-panels.ts'
import { numbersFrom } from './numbers.ts'

/** How often two panels meet, for each panel of the list: decision 12 says what more would change. */
const MEETINGS = 10
/** How many exchanges are tried when they meet: one for each member that only one of them has, and no more than this. */
const MOST_TRIES = 40

/**
 * Mixes a list of panels: again and again two of them, taken at random, exchange members, so that both stay feasible and everybody
 * is on as many panels as before. It tends to every list with these chances equally often: who sits *together* is then as much up to
 * chance as the limits allow, whoever made the list, and however few panels gave the chances (“curveball” exchanges: Strona et
 * al., Nature Communications 5, 2014; that no list is favoured: Carstens, Physical Review E 91, 2015).
 *
 * @param panels of members by number, each rising; all of one size, and feasible
 * @param kindOf the kind of each member, by their number
 * @param seed 32 bytes in hex
 * @returns as many panels, each rising, in order
 */
export function mixed(
  panels: readonly (readonly number[])[],
  selection: Selection,
  kindOf: readonly number[],
  seed: string,
): number[][] {
  const below = numbersFrom(seed)
  const list: Int32Array[] = panels.map((panel) => Int32Array.from(panel))
  for (let meeting = 0; meeting < MEETINGS * list.length && list.length > 1; meeting += 1) {
    const one = below(list.length)
    const other = (one + 1 + below(list.length - 1)) % list.length
    const [first, second] = [list[one], list[other]]
    if (!first || !second) throw new RangeError('There is no such panel.')
    const meet = new ExchangingPanels(first, second, selection, kindOf)
    const { differing } = meet
    const another = (place: number) => (place + 1 + below(differing - 1)) % differing
    for (let tries = Math.min(differing, MOST_TRIES); tries > 0; tries -= 1) {
      const from = below(differing)
      const to = below(differing)
      // Limits can keep apart what single exchanges would have to go through.
      const two = below(2) === 1 && differing > 1
      meet.exchange(from, to, two ? { from: another(from), to: another(to) } : undefined)
    }
    ;[list[one], list[other]] = meet.panels()
    selection.everyStep?.()
  }
  return list.map((panel) => [...panel]).sort(inOrder)
}

/** By the first member in whom they differ. */
export function inOrder(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
