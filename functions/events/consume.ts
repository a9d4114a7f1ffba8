import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { RegisterEvent } from '../../domain/register/register.ts'
import { reportSchema } from '../../domain/report/report.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { type Loaded, loadCase } from '../store/case-store.ts'
import { caseItem, isRegisterEvent, isRegisterRecheck, isReport } from '../store/keys.ts'
import { recheckSchema } from '../store/recheck-store.ts'
import { type Around, afterEvent } from './after-event.ts'
import { hurry } from './hurry.ts'
import { recheckOpenCases } from './register-news.ts'
import { sayings } from './sayings.ts'
import { tell } from './tell.ts'

/**
 * The stream consumer: what the table tells of, it passes on. Records may come twice and late; each is only an occasion to
 * look at the record. The first that fails is named, and the stream delivers again from there.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const given = deps()
  const batch = batchOf(given, event.Records)
  for (const record of event.Records) {
    try {
      await consume(given, record, batch)
    } catch (error) {
      logger.error('A stream record could not be consumed; it will be delivered again.', error as Error)
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}

/** What the records of a batch share: everything in it was committed before it came, so one look at a case serves them all. */
interface Batch extends Around {
  /** Wakes the workflows of a case, once. */
  wake(caseId: string): Promise<void>
  /** Begins to look at the conflicts of every open case again, once. */
  recheckAll(run: number): Promise<void>
}

function batchOf(given: Deps, records: DynamoDBRecord[]): Batch {
  const look = oncePer((caseId: string): Promise<Loaded> => loadCase(given, caseId))
  let rechecked: Promise<void> | undefined
  return {
    look,
    wake: oncePer(async (caseId) => hurry(given, await look(caseId))),
    recheckAll: (run) => {
      rechecked ??= recheckOpenCases(given, { run })
      return rechecked
    },
    said: sayings(given, records),
  }
}

function oncePer<Done>(work: (caseId: string) => Promise<Done>): (caseId: string) => Promise<Done> {
  const done = new Map<string, Promise<Done>>()
  return (caseId) => {
    const doing = done.get(caseId) ?? work(caseId)
    done.set(caseId, doing)
    return doing
  }
}

type Item = Record<string, unknown>

async function consume(given: Deps, { eventName, dynamodb }: DynamoDBRecord, batch: Batch): Promise<void> {
  const image = dynamodb?.NewImage
  if (eventName === 'REMOVE' || !image) return
  const item: Item = unmarshall(image as Parameters<typeof unmarshall>[0])
  const [pk, sk] = [String(item['pk']), String(item['sk'])]
  const about = caseItem(pk, sk)
  if (about?.kind === 'head' && item['wakes'] === true) return batch.wake(about.caseId)
  if (about?.kind === 'event') return afterEvent(given, happened(about.caseId, item), batch)
  if (isRegisterEvent(pk, sk)) return afterEntry(given, item, batch)
  if (isRegisterRecheck(pk, sk)) return recheckOpenCases(given, recheckSchema.parse(item))
  if (isReport(pk)) return afterReport(given, item)
}

const seen = (item: Item) => ({ sequence: Number(item['sequence']), at: String(item['at']) })

const happened = (caseId: string, item: Item) => ({
  ...{ caseId, ...seen(item), type: item['type'] as CaseEvent['type'] },
  byPerson: typeof item['by'] === 'object' && item['by'] !== null && 'person' in item['by'],
})

/** What others enter about a person in the register, also as somebody close to them, or take out of it. */
const entered: RegisterEvent['type'][] = ['InterestsDeclared', 'InterestRecorded', 'InterestStruck', 'RelationStruck']

/** Every open case is looked at again, and the person whom others entered something about is told. */
async function afterEntry(given: Deps, item: Item, { recheckAll, said }: Batch): Promise<void> {
  const { sequence, at } = seen(item)
  await recheckAll(sequence)
  const type = entered.find((one) => one === item['type'])
  if (type) await tell(given, { kind: 'register', sequence, at, type }, said)
}

/** A report that was sent goes to the practices; a draft goes nowhere. */
async function afterReport(given: Deps, item: Item): Promise<void> {
  const { status, month } = reportSchema.parse(item['body'])
  if (status === 'sent') await tell(given, { kind: 'report', month, at: given.now() })
}
