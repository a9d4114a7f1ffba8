import type { Recorded } from '../case/event.ts'
import type { Workshop } from './workshop.ts'

/** By number. */
export function evolveWorkshops(
  workshops: Record<string, Workshop> | undefined,
  event: Recorded,
): Record<string, Workshop> | undefined {
  if (event.type !== 'WorkshopHeld') return workshops
  const { person, ...workshop } = event.data
  return { ...workshops, [workshop.number]: { ...workshop, by: person, at: event.at } }
}
