import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Case } from '../../domain/case/case.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { MOST_BESIDES } from '../../domain/conflict/check.ts'
import { type Report, reportSchema } from '../../domain/report/report.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { type Loaded, loadCase } from '../store/case-store.ts'
import { caseItem, isRegisterEvent, isRegisterRecheck, isReport, keys } from '../store/keys.ts'
import { recheckConflicts } from '../store/matter-store.ts'
import { recheckSchema } from '../store/recheck-store.ts'
import { type ChallengeEventType, isAboutAChallenge, tellOfChallenge } from './challenge-mail.ts'
import { tellOfTheDraw } from './draw-mail.ts'
import { tellOfErasure } from './erasure-mail.ts'
import { tellOfFlags } from './flag-mail.ts'
import { hurry, startTheStage, startTheSubstitution } from './hurry.ts'
import { declareFromCase, recheckOpenCases } from './register-news.ts'
import { remind } from './remind.ts'
import { tellOfLateRound, tellOfMissingRound } from './round-mail.ts'
import { mayLeaveASeat, substituteWhereNeeded } from './substitute.ts'
import { tellOfReport } from './tell-of-report.ts'
import { isNews, tellProviders } from './tell-providers.ts'
import { asksSomebody, tellOfEscalation, tellWhoIsAsked } from './wait-mail.ts'

/** Events after which a person's act, not a workflow's last state, starts the stage. */
const starts = ['ProposalSubmitted', 'CaseResumed', 'StageEntered']

/** Events that say what a case is about: who decides on it without sitting is checked. */
const begins = ['ProposalSubmitted', 'ProposalResubmitted', 'ProposalRevised']

/**
 * The stream consumer: what the table tells of, it passes on. Records may come twice and late; each is only an occasion to
 * look at the record. The first that fails is named, and the stream delivers again from there.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const given = deps()
  const looks = new Map<string, Promise<Loaded>>()
  // What a batch tells of was committed before it came: one look at a case sees all of it.
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
  for (const record of event.Records) {
    try {
      await consume(given, record, { look, wake, recheckAll })
    } catch (error) {
      logger.error('A stream record could not be consumed; it will be delivered again.', error as Error)
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}

interface Batch {
  look(caseId: string): Promise<Loaded>
  wake(caseId: string): Promise<void>
  /** Begins to look at the conflicts of every open case again, once for the batch. */
  recheckAll(run: number): Promise<void>
}

async function consume(given: Deps, record: DynamoDBRecord, batch: Batch): Promise<void> {
  const { look, wake } = batch
  const image = record.dynamodb?.NewImage
  if (record.eventName === 'REMOVE' || !image) return
  const item = unmarshall(image as Parameters<typeof unmarshall>[0])
  const [pk, sk] = [String(item['pk']), String(item['sk'])]
  if (isRegisterEvent(pk, sk)) await batch.recheckAll(Number(item['sequence']))
  if (isRegisterRecheck(pk, sk)) await recheckOpenCases(given, recheckSchema.parse(item))
  if (isReport(pk)) await passOnReport(given, reportSchema.parse(item['body']))
  const about = caseItem(pk, sk)
  if (about?.kind === 'head' && item['wakes'] === true) await wake(about.caseId)
  if (about?.kind !== 'event') return
  const type = String(item['type'])
  const byPerson = typeof item['by'] === 'object' && 'person' in item['by']
  if (byPerson && starts.includes(type)) await startTheStage(given, await look(about.caseId))
  if (mayLeaveASeat.includes(type)) await substituteWhereNeeded(given, await look(about.caseId))
  if (['SubstitutionBegun', 'CaseResumed'].includes(type)) await startTheSubstitution(given, await look(about.caseId))
  if (isTold(type)) await tellPeople(given, await look(about.caseId), type, Number(item['sequence']))
  if (isNews(type)) await tellProviders(given, await look(about.caseId), { type, sequence: Number(item['sequence']) })
  if (begins.includes(type)) await recheckConflicts(given, about.caseId, 'submission', { quietly: true })
  if (type === 'NominationAccepted') await nominationAccepted(given, about.caseId, item)
  if (type === 'DeclarationRenewed') await declarationRenewed(given, about.caseId, item)
  if (type === 'ConflictsChecked') await lockOutTheRest(given, about.caseId, Number(item['sequence']))
  if (type === 'ConflictsChecked' || type === 'FlagsChased')
    await tellOfFlags(given, await look(about.caseId), Number(item['sequence']))
}

/** What is declared for a case goes to the register, and the person who declared it is checked against it (requirements §4). */
async function nominationAccepted(given: Deps, caseId: string, event: Record<string, unknown>): Promise<void> {
  const said = await saidBy<'NominationAccepted'>(given, caseId, Number(event['sequence']))
  if (said) await declareFromCase(given, { at: String(event['at']), ...said })
  await recheckConflicts(given, caseId, 'nomination')
}

/** They were checked when they declared; an interest in those who tendered concerns other cases too. */
async function declarationRenewed(given: Deps, caseId: string, event: Record<string, unknown>): Promise<void> {
  const renewed = await saidBy<'DeclarationRenewed'>(given, caseId, Number(event['sequence']))
  if (renewed?.said.kind !== 'interests') return
  const { person, declaration } = renewed
  await declareFromCase(given, { at: String(event['at']), person, declaration })
}

/** Events of a draw that its nominees, or those who answer for it, are told of. */
const ofTheDraw = ['DrawCommitted', 'RandomnessMissing', 'RoundBrought']

/** A check of a step that locked out as many as one event holds may have left others: access ends at once for these, too (requirements §4). */
async function lockOutTheRest(given: Deps, caseId: string, sequence: number): Promise<void> {
  const said = await saidBy<'ConflictsChecked'>(given, caseId, sequence)
  if ((said?.changed?.length ?? 0) >= MOST_BESIDES)
    await recheckConflicts(given, caseId, said?.occasion ?? 'register', { quietly: true })
}

const isTold = (type: string) =>
  asksSomebody(type) ||
  isAboutAChallenge(type) ||
  ['Reminded', 'Escalated', 'ErasureAsked', ...ofTheDraw].includes(type)

/** A report that was sent goes to the practices; a draft goes nowhere. */
async function passOnReport(given: Deps, report: Report): Promise<void> {
  if (report.status === 'sent') await tellOfReport(given, report)
}

/** Mails what an event means for those who are waited for. */
async function tellPeople(given: Deps, theCase: Case, type: string, sequence: number): Promise<void> {
  if (asksSomebody(type)) await tellWhoIsAsked(given, theCase)
  if (type === 'Reminded') {
    const said = await saidBy<'Reminded'>(given, theCase.id, sequence)
    if (said) await remind(given, theCase, sequence, said)
  }
  if (type === 'DrawCommitted') {
    const said = await saidBy<'DrawCommitted'>(given, theCase.id, sequence)
    if (said) await tellOfTheDraw(given, theCase, said)
  }
  if (type === 'RandomnessMissing' || type === 'RoundBrought') {
    const said = await saidBy<'RandomnessMissing' | 'RoundBrought'>(given, theCase.id, sequence)
    const tell = type === 'RoundBrought' ? tellOfLateRound : tellOfMissingRound
    if (said) await tell(given, await loadCase(given, theCase.id, { also: ['draws'] }), said.draw)
  }
  if (isAboutAChallenge(type)) {
    const said = await saidBy<ChallengeEventType>(given, theCase.id, sequence)
    await tellOfChallenge(given, theCase, { type, sequence, id: said?.id })
  }
  if (type === 'ErasureAsked') {
    const said = await saidBy<'ErasureAsked'>(given, theCase.id, sequence)
    if (said) await tellOfErasure(given, theCase, sequence, said.sequence)
  }
  if (type === 'Escalated') {
    const said = await saidBy<'Escalated'>(given, theCase.id, sequence)
    if (said) await tellOfEscalation(given, theCase, { sequence, ...said })
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
