import type { Composition } from './program.ts'
import type { Selection } from './selection.ts'

/** Whether a panel of this composition fulfils everything, counted in whole numbers. */
export function isFeasible({ size, kinds, quotas, seats }: Selection, panel: Composition): boolean {
  const counted = quotas.map(() => 0)
  const taken = seats.map(() => 0)
  let members = 0
  for (const [index, kind] of kinds.entries()) {
    const count = panel[index] ?? 0
    if (count < 0 || count > kind.people.length || !Number.isInteger(count)) return false
    if (count === 0) continue
    members += count
    for (const quota of kind.quotas) counted[quota] = (counted[quota] ?? 0) + count
    if (kind.seat !== undefined) taken[kind.seat] = (taken[kind.seat] ?? 0) + count
    if (kind.apart.some((other) => (panel[other] ?? 0) > 0)) return false
  }
  return (
    members === size &&
    quotas.every(({ least, most }, quota) => (counted[quota] ?? 0) >= least && (counted[quota] ?? 0) <= most) &&
    taken.every((count) => count <= 1)
  )
}
