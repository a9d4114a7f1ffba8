import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Case } from '../../domain/case/case.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { caseItem } from '../store/keys.ts'
import { hurry, startTheStage } from './hurry.ts'
import { remind } from './remind.ts'
import { isNews, tellProviders } from './tell-providers.ts'

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
  if (type === 'Reminded') await remind(given, theCase, Number(item['sequence']))
  if (isNews(type)) await tellProviders(given, theCase, type)
}
