import type { Case } from '../../domain/case/case.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Addressed, addressees } from './addressees.ts'
import { casePage } from './case-page.ts'
import { providerNews } from './provider-news.ts'

export const isNews = (type: string): boolean => type in providerNews

/** Mails every provider, or every bidder, what happened. Delivered twice it is mailed twice: that harms nobody. */
export async function tellProviders(deps: Deps, theCase: Case, type: string): Promise<void> {
  const item = providerNews[type]
  const text = item?.text(theCase)
  if (!item || text === undefined) return
  const { title } = theCase.proposal.form
  for (const { email, name } of await addressees(deps, theCase.id, partiesOf(item.to(theCase))))
    await deps.mail.send({
      to: email,
      subject: `${item.subject}: ${title}`,
      text: `Dear ${name},\n\n“${title}”: ${text}\n\nSign in to the portal to read it.\n`,
      page: casePage(theCase),
    })
}

const partiesOf = (to: 'every provider' | string[]): Addressed[] =>
  to === 'every provider' ? [{ kind: 'provider' }] : to.map((id) => ({ kind: 'provider', id }))
