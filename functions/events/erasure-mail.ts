import type { Case } from '../../domain/case/case.ts'
import { agreeToErasures } from '../../domain/case/erasure.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'

import { mailOnce } from './mail-once.ts'
import { pages } from './pages.ts'

/**
 * Whoever may be the second to agree hears that somebody asked for an erasure. What it is about is for the portal.
 * @param asked the number of the event that asked, `of` that of the event which is to be erased
 */
export async function tellOfErasure(deps: Deps, theCase: Case, asked: number, of: number): Promise<void> {
  const erasures = theCase.life.status === 'ended' ? (theCase.life.erasures ?? []) : []
  const request = erasures.find(({ sequence }) => sequence === of)
  if (!request) return
  const others = (
    await addressees(deps, theCase.id, [...agreeToErasures, { kind: 'deputy-programme-manager' }])
  ).filter(({ id }) => id !== request.by)
  const { title } = theCase.proposal.form
  await mailOnce(deps, others, `${theCase.id}#erasure#${asked}`, {
    subject: `Somebody asked to erase a part of the record: ${title}`,
    text: `“${title}”: somebody asked to erase what an event of the record says. It takes a second person to agree.\n\nSign in to read why.`,
    page: pages.case(theCase.id),
  })
}
