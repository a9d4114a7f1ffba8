import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Deps } from '../runtime/deps.ts'
import type { Write } from './case-store.ts'
import { keys, prefixes } from './keys.ts'
import { queryAll } from './query.ts'

type Store = Pick<Deps, 'table'>

/** A draft belongs to one evaluation of the case: sent back and tendered again, a member begins with an empty page. */
const nameOf = (round: number, organisationId: string) => `scores#${round}#${organisationId}`

/** A member's scores of one tender while they think: private to them, outside the record. The last save stands. */
export async function saveScoreDraft(
  { table }: Store,
  { caseId, personId, round, organisationId }: Whose,
  draft: { savedAt: string; scores: unknown; notes: string },
): Promise<void> {
  const Item = { ...keys.caseDraft(caseId, personId, nameOf(round, organisationId)), organisationId, round, draft }
  await table.client.send(new PutCommand({ TableName: table.name, Item }))
}

interface Whose {
  caseId: string
  personId: string
  round: number
  organisationId: string
}

/** By tender. */
export async function readScoreDrafts(
  store: Store,
  { caseId, personId, round }: Omit<Whose, 'organisationId'>,
): Promise<Record<string, unknown>> {
  const items = await queryAll(store, prefixes.caseDrafts(caseId, personId))
  return Object.fromEntries(
    items.filter((item) => item['round'] === round).map((item) => [String(item['organisationId']), item['draft']]),
  )
}

/** A draft goes when its scores are submitted: the record has them then. */
export const scoreDraftGone = ({ table }: Store, { caseId, personId, round, organisationId }: Whose): Write => ({
  Delete: { TableName: table.name, Key: keys.caseDraft(caseId, personId, nameOf(round, organisationId)) },
})
