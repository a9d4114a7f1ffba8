import { type Attachment, attachmentsSchema } from '../../domain/proposal/attachment.ts'
import type { ProposalForm } from '../../domain/proposal/proposal.ts'
import { type Fault, Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'
import { findCase } from './case-store.ts'
import { type Place, removeSupplied, suppliedKey } from './supplied-store.ts'

/** Where the documents of a proposal lie: the draft, and the case that comes of it, have one identifier. */
export const placeOfProposal = (caseId: string): Place => `proposals/${caseId}`

/**
 * Removes what a draft named before and names no more. Of a proposal that was submitted before, everything stays: the record
 * names what was attached then.
 */
export async function removeDetached(
  deps: Deps,
  draftId: string,
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown> = {},
): Promise<void> {
  const kept = new Set(attachmentsIn(after).map(({ id }) => id))
  const gone = attachmentsIn(before).filter(({ id }) => !kept.has(id))
  if (gone.length === 0 || (await findCase(deps, draftId))) return
  for (const attachment of gone) await removeSupplied(deps, placeOfProposal(draftId), attachment)
}

/** Those that a form names, as far as it is filled in. */
export const attachmentsIn = (form: Record<string, unknown> | undefined): Attachment[] =>
  attachmentsSchema.safeParse(form?.['attachments']).data ?? []

/** @throws Refusal `Invalid` naming every document that the form speaks of and that was never uploaded whole */
export async function mustBeAttached(
  { documents }: Pick<Deps, 'documents'>,
  caseId: string,
  { attachments }: Pick<ProposalForm, 'attachments'>,
  path: string[] = [],
): Promise<void> {
  const faults = await Promise.all(
    attachments.map(async ({ id, name }, index): Promise<Fault[]> => {
      try {
        await documents.getRange(suppliedKey(placeOfProposal(caseId), id), { from: 0, bytes: 1 })
        return []
      } catch (error) {
        if ((error as Error).name !== 'DocumentNotFound') throw error
        return [{ path: [...path, 'attachments', index], message: `Attach “${name}” again: it did not arrive` }]
      }
    }),
  )
  if (faults.flat().length > 0)
    throw new Refusal('Invalid', 'Not every attachment has arrived. Nothing was changed.', faults.flat())
}
