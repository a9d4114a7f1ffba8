import { type Fault, Refusal } from '../refusal.ts'
import type { SuppliedDocument } from './document.ts'

/**
 * Refuses a document with the identifier of another, whose place it would take.
 * @param before what was sent before
 * @throws Refusal `Invalid`
 */
export function mustBeNewDocuments(
  before: readonly Pick<SuppliedDocument, 'id'>[],
  documents: readonly { id: string }[],
): void {
  const known = new Set(before.map(({ id }) => id))
  const faults = documents.flatMap(({ id }, index): Fault[] => {
    const taken = known.has(id)
    known.add(id)
    return taken ? [{ path: ['documents', index, 'id'], message: 'A document was sent under this identifier' }] : []
  })
  if (faults.length > 0) throw new Refusal('Invalid', 'These documents cannot be accepted. Send them again.', faults)
}
