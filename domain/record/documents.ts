import type { Export } from './export.ts'

/** A document that an event speaks of; where it lies, unless that follows from its case. */
export interface Attached {
  id: string
  bytes: number
  documentKey?: string
}

/**
 * The documents that came with one event and that no other still speaks of: they go when what it said is erased (requirements
 * §8). Those of sealed envelopes are not among them: nobody can read these.
 */
export function documentsOnlyIn(sequence: number, events: Export['events']): Attached[] {
  const named = (own: boolean) =>
    events
      .filter(({ entry }) => (entry.sequence === sequence) === own)
      .flatMap(({ payload }) => documentsIn(payload?.data))
  const others = new Set(named(false).map(({ id }) => id))
  return named(true).filter(({ id }) => !others.has(id))
}

function documentsIn(value: unknown): Attached[] {
  if (typeof value !== 'object' || value === null) return []
  return [...(isDocument(value) ? [value] : []), ...Object.values(value).flatMap(documentsIn)]
}

const isDocument = (value: object): value is Attached =>
  ['id', 'name', 'type', 'bytes', 'sha256'].every((field) => field in value)
