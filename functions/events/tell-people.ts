import { createHash } from 'node:crypto'
import type { PeopleTold } from '../../domain/message/message.ts'
import { ownPart } from '../../domain/message/own-part.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'
import { type Letter, mailOnce } from './mail-once.ts'

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
  const letters = mails.map(async ({ to, but, subject, text, own, page }) => {
    const people = (await addressees(deps, caseId, to)).filter(({ id }) => id !== but)
    const about = `${caseId}#told#${of}#${createHash('sha256').update(subject).digest('hex')}`
    const salts = own && (await saltsOf(of))?.salts
    return people.map((person): Letter => {
      const salt = salts?.[person.id]
      const whole = own && salt !== undefined ? `${text}\n\n${ownPart(own.words, person.id, salt)}` : text
      return { person, about, mail: { subject, text: whole, page } }
    })
  })
  await mailOnce(deps, (await Promise.all(letters)).flat())
}
