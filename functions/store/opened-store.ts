import { type QualityContent, qualityContentSchema } from '../../domain/tender/content.ts'
import type { Tender } from '../../domain/tender/tender.ts'
import type { Deps } from '../runtime/deps.ts'
import type { Whose } from './chunk-store.ts'

/** Where what was opened lies, readable: `quality`, `price`, or a document by its identifier. */
export const openedKey = ({ caseId, round, organisationId }: Whose, what: string): string =>
  `opened/${caseId}/${round}/${organisationId}/${what}`

/** What bidders wrote, by bidder, of tenders that have been opened. */
export async function readContents(
  deps: Pick<Deps, 'documents'>,
  tender: Tender | undefined,
  organisationIds: readonly string[],
): Promise<Record<string, QualityContent>> {
  const contents: Record<string, QualityContent> = {}
  if (tender?.status !== 'opened') return contents
  for (const organisationId of organisationIds) {
    const opening = tender.tenders[organisationId]?.opening
    if (opening?.outcome !== 'opened') continue
    const bytes = await deps.documents.get(opening.documentKey)
    contents[organisationId] = qualityContentSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  }
  return contents
}
