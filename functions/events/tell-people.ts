import { createHash } from 'node:crypto'
import type { PeopleTold } from '../../domain/message/message.ts'
import { ownPart } from '../../domain/message/own-part.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { tryEach } from './try-each.ts'

/**
 * Mails people what the record says that they are told; each once, also who is of two kinds that are told the same.
 * @param saltsOf the event that they are told of, where each is sent something of their own: with the salts of a draw, unless that was erased
 */
export async function tellPeople(
  deps: Deps,
  caseId: string,
  { of, mails }: PeopleTold['data'],
  saltsOf: (sequence: number) => Promise<{ salts: Record<string, string> } | undefined>,
): Promise<void> {
  await tryEach(mails, async ({ to, but, subject, text, own, page }) => {
    const people = (await addressees(deps, caseId, to)).filter(({ id }) => id !== but)
    const about = createHash('sha256').update(subject).digest('hex')
    const salts = own && (await saltsOf(of))?.salts
    await tryEach(people, async (person) => {
      const salt = salts?.[person.id]
      const whole = own && salt !== undefined ? `${text}\n\n${ownPart(own.words, person.id, salt)}` : text
      await mailOnce(deps, [person], `${caseId}#told#${of}#${about}`, { subject, text: whole, page })
    })
  })
}
