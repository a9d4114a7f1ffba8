import type { CaseEvent } from '../../domain/case/event.ts'
import type { Tells } from '../../domain/message/message.ts'
import type { RegisterEvent } from '../../domain/register/register.ts'
import type { Deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { findReport } from '../store/report-store.ts'
import { forgetUnsent, noteUnsent, readUnsent, type Unsent } from '../store/unsent-store.ts'
import { isOfMail } from './mail-once.ts'
import { tellOfEntry } from './register-mail.ts'
import { type Sayings, sayings } from './sayings.ts'
import { tellOfReport } from './tell-of-report.ts'
import { tellPeople } from './tell-people.ts'
import { tellProviders } from './tell-providers.ts'
import { tryEach } from './try-each.ts'

type Data<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>['data']

interface Told<T extends CaseEvent['type'] = CaseEvent['type']> {
  caseId: string
  sequence: number
  said: Data<T>
}

/** What the record says that people are told. What was erased is told to nobody. */
const tellings: { [T in Tells]: (given: Deps, told: Told<T>, sayings: Sayings) => Promise<void> } = {
  PeopleTold: (given, { caseId, said }, { inCase }) =>
    tellPeople(given, caseId, said, (sequence) => inCase<'DrawCommitted'>(caseId, sequence)),
  ProvidersTold: (given, { caseId, sequence, said }) => tellProviders(given, caseId, sequence, said),
}

/**
 * Mails what there is to tell, each person once. A mailbox that fails holds nothing else up: what was not sent stays noted, and the
 * daily sweep sends it.
 * @returns whether everybody was mailed
 */
export async function tell(given: Deps, unsent: Unsent, said: Sayings = sayings(given, [])): Promise<boolean> {
  try {
    await send(given, unsent, said)
  } catch (error) {
    if (!isOfMail(error)) throw error
    logger.error('An email could not be sent. The daily sweep will try again.', { ...unsent, error: error as Error })
    await noteUnsent(given, unsent)
    return false
  }
  // What others are told of is noted only where it could not be sent.
  if (unsent.kind === 'case') await forgetUnsent(given, unsent)
  return true
}

async function send(given: Deps, unsent: Unsent, said: Sayings): Promise<void> {
  if (unsent.kind === 'register') {
    const { type, ...at } = unsent
    const data = await said.inRegister(unsent.sequence)
    return data === undefined ? undefined : tellOfEntry(given, { type, data } as RegisterEvent, at)
  }
  if (unsent.kind === 'report') {
    const report = await findReport(given, unsent.month)
    return report && tellOfReport(given, report)
  }
  const { caseId, sequence, type } = unsent
  const told = await said.inCase(caseId, sequence)
  const telling = tellings[type] as (given: Deps, told: Told, sayings: Sayings) => Promise<void>
  if (told) await telling(given, { caseId, sequence, said: told }, said)
}

/** Sends what was not sent when it should have been. @throws AggregateError while some still cannot be */
export async function tellAgain(given: Deps): Promise<void> {
  await tryEach(await readUnsent(given, given.now()), async (unsent) => {
    if (!(await tell(given, unsent))) throw new Error('An email still cannot be sent.')
    await forgetUnsent(given, unsent)
  })
}
