import type { Case } from '../../domain/case/case.ts'
import { agreeToErasures } from '../../domain/case/erasure.ts'
import type { Mail } from '../../domain/message/message.ts'
import { pages } from './pages.ts'

/**
 * Whoever may be the second to agree hears that somebody asked for an erasure. What it is about is for the portal.
 * @param sequence the number of the event which is to be erased
 */
export function ofErasure(theCase: Case, { sequence }: { sequence: number }): Mail[] {
  const erasures = theCase.life.status === 'ended' ? (theCase.life.erasures ?? []) : []
  const request = erasures.find((one) => one.sequence === sequence)
  if (!request) return []
  const { title } = theCase.proposal.form
  return [
    {
      to: [...agreeToErasures, { kind: 'deputy-programme-manager' }],
      but: request.by,
      subject: `Somebody asked to erase a part of the record: ${title}`,
      text: `“${title}”: somebody asked to erase what an event of the record says. It takes a second person to agree.\n\nSign in to read why.`,
      page: pages.case(theCase.id),
    },
  ]
}
