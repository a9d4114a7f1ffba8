import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Case } from '../../domain/case/case.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { caseItem, keys } from '../store/keys.ts'
import { hurry, startTheStage } from './hurry.ts'
import { remind } from './remind.ts'
import { isNews, tellProviders } from './tell-providers.ts'
import { opensForSomebody, tellOfEscalation, tellWhoIsWaitedFor } from './wait-mail.ts'

/** Events after which a person's act, not a workflow's last state, starts the stage. */
const starts = ['ProposalSubmitted', 'CaseResumed', 'StageEntered']

/**
 * The stream consumer: what the table tells of, it passes on. Records may come twice and late; each is only an occasion to
 * look at the record. The first that fails is named, and the stream delivers again from there.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const given = deps()
  const hurried = new Map<string, Promise<Case>>()
  // What a batch tells of was committed before it came: one look at a case sees all of it.
  const once = (caseId: string): Promise<Case> => {
    const theCase = hurried.get(caseId) ?? hurry(given, caseId)
    hurried.set(caseId, theCase)
    return theCase
  }
  for (const record of event.Records) {
    try {
      await consume(given, record, once)
    } catch (error) {
      logger.error('A stream record could not be consumed; it will be delivered again.', error as Error)
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}

async function consume(given: Deps, record: DynamoDBRecord, hurried: (caseId: string) => Promise<Case>): Promise<void> {
  const image = record.dynamodb?.NewImage
  if (record.eventName === 'REMOVE' || !image) return
  const item = unmarshall(image as Parameters<typeof unmarshall>[0])
  const about = caseItem(String(item['pk']), String(item['sk']))
  if (!about || about.kind === 'other') return
  const theCase = await hurried(about.caseId)
  if (about.kind !== 'event') return
  const byPerson = typeof item['by'] === 'object' && 'person' in item['by']
  if (byPerson && starts.includes(String(item['type']))) await startTheStage(given, theCase)
  const type = String(item['type'])
  await tellPeople(given, theCase, type, Number(item['sequence']))
  if (isNews(type)) await tellProviders(given, theCase, type)
}

/** Mails what an event means for those who are waited for. */
async function tellPeople(given: Deps, theCase: Case, type: string, sequence: number): Promise<void> {
  if (opensForSomebody(type)) await tellWhoIsWaitedFor(given, theCase, type)
  if (type === 'Reminded') {
    const said = await saidBy<'Reminded'>(given, theCase.id, sequence)
    await remind(given, theCase, sequence, said?.who ?? [])
  }
  if (type === 'Escalated') {
    const said = await saidBy<'Escalated'>(given, theCase.id, sequence)
    await tellOfEscalation(given, theCase, { sequence, because: said?.because })
  }
}

/** What an event said; undefined when it has been erased. */
async function saidBy<T extends CaseEvent['type']>(
  { table }: Deps,
  caseId: string,
  sequence: number,
): Promise<Extract<CaseEvent, { type: T }>['data'] | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keys.payload(caseId, sequence) }),
  )
  return Item?.['data']
}
