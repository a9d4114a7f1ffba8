import { createHash } from 'node:crypto'
import type { Case } from '../../domain/case/case.ts'
import type { PeopleTold } from '../../domain/message/message.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { tryEach } from './try-each.ts'

/** Mails people what the record says that they are told; each once, also who is of two kinds that are told the same. */
export async function tellPeople(deps: Deps, theCase: Case, { of, mails }: PeopleTold['data']): Promise<void> {
  await tryEach(mails, async ({ to, but, subject, text, page }) => {
    const people = (await addressees(deps, theCase.id, to)).filter(({ id }) => id !== but)
    const about = createHash('sha256').update(subject).digest('hex')
    await mailOnce(deps, people, `${theCase.id}#told#${of}#${about}`, { subject, text, page })
  })
}
