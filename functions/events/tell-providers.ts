import type { Case } from '../../domain/case/case.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Addressed, addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { pages } from './pages.ts'
import { providerNews } from './provider-news.ts'

export const isNews = (type: string): boolean => type in providerNews

/** Mails every provider, or every bidder, what happened; each once. */
export async function tellProviders(
  deps: Deps,
  theCase: Case,
  { type, sequence }: { type: string; sequence: number },
): Promise<void> {
  const item = providerNews[type]
  const text = item?.text(theCase)
  if (!item || text === undefined) return
  const { title } = theCase.proposal.form
  const mail = {
    subject: `${item.subject}: ${title}`,
    text: `“${title}”: ${text}\n\nSign in to the portal to read it.`,
    page: pages[item.page ?? 'tender'](theCase.id),
  }
  await mailOnce(
    deps,
    await addressees(deps, theCase.id, partiesOf(item.to(theCase))),
    `${theCase.id}#news#${sequence}`,
    mail,
  )
}

const partiesOf = (to: 'every provider' | string[]): Addressed[] =>
  to === 'every provider' ? [{ kind: 'provider' }] : to.map((id) => ({ kind: 'provider', id }))
