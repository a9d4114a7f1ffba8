import { isDeepStrictEqual } from 'node:util'
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { Refusal } from '../../domain/refusal.ts'
import { instantSchema } from '../../domain/time/instant.ts'
import * as z from '../../domain/zod.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys, prefixes } from './keys.ts'
import { queryAll } from './query.ts'
import type { Write } from './transaction.ts'

/** A proposal somebody is writing: private to them, outside the record. */
const draftSchema = z.object({
  id: z.string(),
  version: z.int(),
  savedAt: instantSchema,
  form: z.record(z.string(), z.unknown()),
})
export type ProposalDraft = z.infer<typeof draftSchema>

type Store = Pick<Deps, 'table'>

export async function findDraft(
  { table }: Store,
  personId: string,
  draftId: string,
): Promise<ProposalDraft | undefined> {
  const Key = keys.proposalDraft(personId, draftId)
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }))
  return Item && draftSchema.parse(Item)
}

export async function readDraft(store: Store, personId: string, draftId: string): Promise<ProposalDraft> {
  const draft = await findDraft(store, personId, draftId)
  if (!draft) throw new Refusal('NotFound', 'This draft does not exist. It may have been submitted or deleted.')
  return draft
}

export const readDrafts = async (store: Store, personId: string): Promise<ProposalDraft[]> =>
  (await queryAll(store, prefixes.proposalDrafts(personId))).map((item) => draftSchema.parse(item))

/**
 * Saves a draft over the version it was made from (0: a new one).
 * @returns what stood there before
 * @throws Refusal `Stale`
 */
export async function saveDraft(
  { table }: Store,
  personId: string,
  draft: ProposalDraft,
  over: number,
): Promise<ProposalDraft | undefined> {
  try {
    const { Attributes } = await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.proposalDraft(personId, draft.id), ...draft },
        ReturnValues: 'ALL_OLD',
        ...(over === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :over',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':over': over },
            }),
      }),
    )
    return Attributes && draftSchema.parse(Attributes)
  } catch (error) {
    if ((error as Error).name !== 'ConditionalCheckFailedException') throw error
    const theirs = await readDraft({ table }, personId, draft.id)
    // The same save sent again, because its answer was lost, is done.
    if (theirs.version === draft.version && isDeepStrictEqual(theirs.form, draft.form)) return undefined
    throw stale(draft, theirs)
  }
}

/** Says which fields somebody (in another tab, perhaps) saved differently. */
function stale(mine: ProposalDraft, theirs: ProposalDraft): Refusal {
  const fields = [...new Set([...Object.keys(mine.form), ...Object.keys(theirs.form)])]
  const differing = fields.filter((field) => !isDeepStrictEqual(mine.form[field], theirs.form[field]))
  return new Refusal(
    'Stale',
    `This draft was saved elsewhere (version ${theirs.version}). Nothing was overwritten: load it and repeat your change.`,
    differing.map((field) => ({ path: ['form', field], message: 'Differs from what was saved elsewhere' })),
  )
}

/** @returns what stood there */
export async function deleteDraft(
  { table }: Store,
  personId: string,
  draftId: string,
): Promise<ProposalDraft | undefined> {
  const Key = keys.proposalDraft(personId, draftId)
  const { Attributes } = await table.client.send(
    new DeleteCommand({ TableName: table.name, Key, ReturnValues: 'ALL_OLD' }),
  )
  return Attributes && draftSchema.parse(Attributes)
}

/** A draft goes when it is submitted: the record has it then. */
export const draftGone = ({ table }: Store, personId: string, draft: ProposalDraft): Write => ({
  Delete: {
    TableName: table.name,
    Key: keys.proposalDraft(personId, draft.id),
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': draft.version },
  },
})
