import type { Case } from '../../domain/case/case.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { Tells } from '../../domain/message/message.ts'
import type { Deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { loadCase } from '../store/case-store.ts'
import { loadPayload } from '../store/payload.ts'
import { findReport } from '../store/report-store.ts'
import { forgetUnsent, noteUnsent, readUnsent, type Unsent } from '../store/unsent-store.ts'
import { isOfMail } from './mail-once.ts'
import { tellOfEntry } from './register-mail.ts'
import { tellOfReport } from './tell-of-report.ts'
import { tellPeople } from './tell-people.ts'
import { tellProviders } from './tell-providers.ts'
import { tryEach } from './try-each.ts'

type Data<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>['data']

/** How a case, and what an event said, are read; nothing where that was erased. */
export interface Reading {
  look(caseId: string): Promise<Case>
  said<T extends CaseEvent['type']>(caseId: string, sequence: number): Promise<Data<T> | undefined>
}

/** Straight from the table. */
const fromTable = (given: Deps): Reading => ({
  look: (caseId) => loadCase(given, caseId),
  said: async (caseId, sequence) => (await loadPayload(given, caseId, sequence))?.data as never,
})

interface Told<T extends CaseEvent['type'] = CaseEvent['type']> {
  theCase: Case
  sequence: number
  said: Data<T>
}

/** What the record says that people are told. What was erased is told to nobody. */
const tellings: { [T in Tells]: (given: Deps, told: Told<T>, reading: Reading) => Promise<void> } = {
  PeopleTold: (given, { theCase, said }, reading) =>
    tellPeople(given, theCase, said, (sequence) => reading.said<'DrawCommitted'>(theCase.id, sequence)),
  ProvidersTold: (given, { theCase, sequence, said }) => tellProviders(given, theCase, sequence, said),
}

/**
 * Mails what there is to tell, each person once. A mailbox that fails holds nothing else up: what was not sent stays noted, and the
 * daily sweep sends it.
 * @returns whether everybody was mailed
 */
export async function tell(given: Deps, unsent: Unsent, reading: Reading = fromTable(given)): Promise<boolean> {
  try {
    await send(given, unsent, reading)
  } catch (error) {
    if (!isOfMail(error)) throw error
    logger.error('An email could not be sent. The daily sweep will try again.', { ...unsent, error: error as Error })
    await noteUnsent(given, unsent)
    return false
  }
  await forgetUnsent(given, unsent)
  return true
}

async function send(given: Deps, unsent: Unsent, reading: Reading): Promise<void> {
  if (unsent.kind === 'register') return tellOfEntry(given, unsent.sequence)
  if (unsent.kind === 'report') {
    const report = await findReport(given, unsent.month)
    return report && tellOfReport(given, report)
  }
  const { caseId, sequence, type } = unsent
  const told = await reading.said(caseId, sequence)
  const telling = tellings[type] as (given: Deps, told: Told, reading: Reading) => Promise<void>
  if (told) await telling(given, { theCase: await reading.look(caseId), sequence, said: told }, reading)
}

/** Sends what was not sent when it should have been. @throws AggregateError while some still cannot be */
export async function tellAgain(given: Deps): Promise<void> {
  await tryEach(await readUnsent(given, given.now()), async (unsent) => {
    if (!(await tell(given, unsent))) throw new Error('An email still cannot be sent.')
  })
}
