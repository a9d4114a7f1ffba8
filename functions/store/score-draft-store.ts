import { isDeepStrictEqual } from 'node:util'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { DraftScores, Notes } from '../../domain/evaluation/draft.ts'
import type { Evaluation } from '../../domain/evaluation/evaluation.ts'
import { sheetKey } from '../../domain/evaluation/evaluation.ts'
import type { Kept, OwnWork } from '../../domain/evaluation/view.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys } from './keys.ts'
import { nounIn } from './nouns.ts'
import { getAll } from './query.ts'
import { Conflict, put, remove, transact, untilNobodyElseWrote, type Write } from './transaction.ts'

type Store = Pick<Deps, 'table'>

/** What a member writes for themselves while scoring: scores with their reasons, and notes that nobody else ever reads. */
export type Paper = 'scores' | 'notes'

export interface Whose {
  caseId: string
  personId: string
  round: number
  organisationId: string
}

type Saved = Kept<DraftScores | Notes>

/** A paper belongs to one evaluation of the case: sent back and tendered again, a member begins with an empty page. */
const keyOf = (paper: Paper, { caseId, personId, round, organisationId }: Whose) =>
  keys.caseDraft(caseId, personId, `${paper}#${round}#${organisationId}`)

/**
 * Saves over the version that it was made from (0: a new one), if the conditions hold: one request. Saving the same again,
 * because the answer was lost, is saving it once.
 * @throws Refusal `Stale` when it was saved elsewhere; ConditionFailed when a condition does not hold
 */
export async function savePaper(
  store: Store,
  paper: Paper,
  whose: Whose,
  { entries, savedAt }: Pick<Saved, 'entries' | 'savedAt'>,
  over: number,
  conditions: Write[],
): Promise<Saved> {
  const saved = { version: over + 1, savedAt, entries }
  const item = { ...keyOf(paper, whose), ...saved }
  const write =
    over === 0
      ? put(store, item, 'attribute_not_exists(pk)')
      : put(store, item, '#version = :over', { ':over': over }, { '#version': 'version' })
  return untilNobodyElseWrote(async () => {
    try {
      await transact(store, [...conditions, write], conditions.length)
      return saved
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const theirs = await readPaper(store, paper, whose)
      if (theirs?.version === saved.version && isDeepStrictEqual(theirs.entries, entries)) return theirs
      // Another transaction looked at the same person just then: scores and notes are saved at once.
      if ((theirs?.version ?? 0) === over) throw error
      throw new Refusal(
        'Stale',
        'You changed this elsewhere since this page read it, in another tab or on another device. Nothing was overwritten.',
      )
    }
  })
}

async function readPaper({ table }: Store, paper: Paper, whose: Whose): Promise<Saved | undefined> {
  const Key = keyOf(paper, whose)
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }))
  return Item && savedOf<DraftScores | Notes>(Item)
}

/** What is kept under the key of a paper was saved as such a paper. */
const savedOf = <Entries>({ version, savedAt, entries }: Record<string, unknown>) =>
  ({ version, savedAt, entries }) as Kept<Entries>

type OwnPapers = Omit<OwnWork, 'contents'>

/**
 * What a member has written, by tender: notes, and the draft of what they have not submitted or the sheet of what they
 * have. One request, and none for what others wrote: it cannot tell of it.
 */
export async function readOwnPapers(
  store: Store,
  evaluation: Evaluation | undefined,
  { caseId, personId }: Pick<Whose, 'caseId' | 'personId'>,
): Promise<OwnPapers> {
  const own: OwnPapers = { drafts: {}, notes: {}, sheets: {} }
  if (!evaluation || !('tenders' in evaluation)) return own
  const { round, tenders } = evaluation
  const submitted = evaluation.submitted?.[personId] ?? []
  const wanted = tenders.flatMap((organisationId) => {
    const whose = { caseId, personId, round, organisationId }
    const sheet = sheetKey({ round, organisationId, member: personId })
    return [
      { organisationId, into: 'notes' as const, key: keyOf('notes', whose) },
      submitted.includes(organisationId)
        ? { organisationId, into: 'sheets' as const, key: keys.entry(caseId, 'scoreSheets', sheet) }
        : { organisationId, into: 'drafts' as const, key: keyOf('scores', whose) },
    ]
  })
  const read = await getAll(
    store,
    wanted.map(({ key }) => key),
  )
  const items = new Map(read.map((item) => [item['sk'], item]))
  for (const { organisationId, into, key } of wanted) {
    const item = items.get(key.sk)
    if (!item) continue
    if (into === 'sheets') own.sheets[organisationId] = nounIn('scoreSheets', item)
    if (into === 'drafts') own.drafts[organisationId] = savedOf<DraftScores>(item)
    if (into === 'notes') own.notes[organisationId] = savedOf<Notes>(item)
  }
  return own
}

/** A draft goes when its scores are submitted: the record has them then. The notes stay. */
export const scoreDraftGone = (store: Store, whose: Whose): Write => remove(store, keyOf('scores', whose))
