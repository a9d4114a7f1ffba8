import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { MOST_CHANGED } from '../../domain/conflict/check.ts'
import { doesTell } from '../../domain/message/message.ts'
import type { RegisterEvent } from '../../domain/register/register.ts'
import { type Report, reportSchema } from '../../domain/report/report.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { recheckConflicts } from '../conflicts/recheck.ts'
import { loadWorld } from '../conflicts/world.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { type Loaded, loadCase } from '../store/case-store.ts'
import { caseItem, isRegisterEvent, isRegisterRecheck, isReport } from '../store/keys.ts'
import { recheckSchema } from '../store/recheck-store.ts'
import { hurry, startTheStage, startTheSubstitution } from './hurry.ts'
import { declareFromCase, recheckOpenCases } from './register-news.ts'
import { type Sayings, sayings } from './sayings.ts'
import { mayLeaveASeat, substituteWhereNeeded } from './substitute.ts'
import { tell } from './tell.ts'

/** Events after which a person's act, not a workflow's last state, starts the stage. */
const starts = ['ProposalSubmitted', 'CaseResumed', 'StageEntered']

/** Events that say what a case is about: who decides on it without sitting is checked. */
const begins = ['ProposalSubmitted', 'ProposalResubmitted', 'ProposalRevised']

/** What others enter about a person in the register, also as somebody close to them, or take out of it. */
const entered: RegisterEvent['type'][] = ['InterestsDeclared', 'InterestRecorded', 'InterestStruck', 'RelationStruck']

/**
 * The stream consumer: what the table tells of, it passes on. Records may come twice and late; each is only an occasion to
 * look at the record. The first that fails is named, and the stream delivers again from there.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const given = deps()
  const looks = new Map<string, Promise<Loaded>>()
  // Everything in a batch was committed before it came, so one look at a case serves the whole batch.
  const look = (caseId: string): Promise<Loaded> => {
    const theCase = looks.get(caseId) ?? loadCase(given, caseId)
    looks.set(caseId, theCase)
    return theCase
  }
  const woken = new Map<string, Promise<void>>()
  const wake = async (caseId: string): Promise<void> => {
    const waking = woken.get(caseId) ?? hurry(given, await look(caseId))
    woken.set(caseId, waking)
    return waking
  }
  let rechecked: Promise<void> | undefined
  const recheckAll = (run: number): Promise<void> => {
    rechecked ??= recheckOpenCases(given, { run })
    return rechecked
  }
  const said = sayings(given, event.Records)
  for (const record of event.Records) {
    try {
      await consume(given, record, { look, wake, recheckAll, said })
    } catch (error) {
      logger.error('A stream record could not be consumed; it will be delivered again.', error as Error)
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}

interface Batch {
  said: Sayings
  look(caseId: string): Promise<Loaded>
  wake(caseId: string): Promise<void>
  /** Begins to look at the conflicts of every open case again, once for the batch. */
  recheckAll(run: number): Promise<void>
}

async function consume(given: Deps, record: DynamoDBRecord, batch: Batch): Promise<void> {
  const { look, wake, said } = batch
  const image = record.dynamodb?.NewImage
  if (record.eventName === 'REMOVE' || !image) return
  const item = unmarshall(image as Parameters<typeof unmarshall>[0])
  const [pk, sk] = [String(item['pk']), String(item['sk'])]
  const seen = { sequence: Number(item['sequence']), at: String(item['at']) }
  if (isRegisterEvent(pk, sk)) {
    await batch.recheckAll(Number(item['sequence']))
    if (entered.some((type) => type === item['type']))
      await tell(given, { kind: 'register', ...seen, type: item['type'] as RegisterEvent['type'] }, said)
  }
  if (isRegisterRecheck(pk, sk)) await recheckOpenCases(given, recheckSchema.parse(item))
  if (isReport(pk)) await passOn(given, reportSchema.parse(item['body']))
  const about = caseItem(pk, sk)
  if (about?.kind === 'head' && item['wakes'] === true) await wake(about.caseId)
  if (about?.kind !== 'event') return
  const type = String(item['type'])
  const byPerson = typeof item['by'] === 'object' && 'person' in item['by']
  if (byPerson && starts.includes(type)) await startTheStage(given, await look(about.caseId))
  if (mayLeaveASeat.includes(type)) await substituteWhereNeeded(given, await look(about.caseId))
  if (['SubstitutionBegun', 'CaseResumed'].includes(type)) await startTheSubstitution(given, await look(about.caseId))
  const happened = { caseId: about.caseId, ...seen }
  if (doesTell(type)) await tell(given, { kind: 'case', ...happened, type }, said)
  if (begins.includes(type)) await recheckConflicts(given, about.caseId, 'submission', { quietly: true })
  if (type === 'NominationAccepted') await nominationAccepted(given, happened, said)
  if (type === 'DeclarationRenewed') await declarationRenewed(given, happened, said)
  if (type === 'ConflictsChecked') await lockOutTheRest(given, happened, said)
}

/** An event of a case. */
interface Happened {
  caseId: string
  sequence: number
  at: Instant
}

/** What is declared for a case goes to the register, and the person who declared it is checked against it (requirements §4). */
async function nominationAccepted(given: Deps, { caseId, sequence, at }: Happened, said: Sayings): Promise<void> {
  const accepted = await said.inCase<'NominationAccepted'>(caseId, sequence)
  const head = accepted && (await declareFromCase(given, { at, ...accepted }))
  await recheckConflicts(given, caseId, 'nomination', { world: loadWorld(given, head) })
}

/** They were checked when they declared; an interest in those who tendered concerns other cases too. */
async function declarationRenewed(given: Deps, { caseId, sequence, at }: Happened, said: Sayings): Promise<void> {
  const renewed = await said.inCase<'DeclarationRenewed'>(caseId, sequence)
  if (renewed?.said.kind !== 'interests') return
  const { person, declaration } = renewed
  await declareFromCase(given, { at, person, declaration })
}

/** A check of a step that locked out as many as one event holds may have left others: access ends at once for these, too (requirements §4). */
async function lockOutTheRest(given: Deps, { caseId, sequence }: Happened, said: Sayings): Promise<void> {
  const checked = await said.inCase<'ConflictsChecked'>(caseId, sequence)
  if ((checked?.changed?.length ?? 0) >= MOST_CHANGED)
    await recheckConflicts(given, caseId, checked?.occasion ?? 'register', { quietly: true })
}

/** A report that was sent goes to the practices; a draft goes nowhere. */
async function passOn(given: Deps, { status, month }: Report): Promise<void> {
  if (status === 'sent') await tell(given, { kind: 'report', month, at: given.now() })
}
