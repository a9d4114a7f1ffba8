import type { ProvidersTold } from '../../domain/message/message.ts'
import { pages } from '../messages/pages.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Addressed, addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'

/** Mails every provider, or those named, what the record says that they are told; each once. */
export async function tellProviders(
  deps: Deps,
  caseId: string,
  sequence: number,
  { to, subject, text, page }: ProvidersTold['data'],
): Promise<void> {
  const people = await addressees(deps, caseId, partiesOf(to))
  const mail = { subject, text, page: pages[page](caseId) }
  await mailOnce(
    deps,
    people.map((person) => ({ person, about: `${caseId}#news#${sequence}`, mail })),
  )
}

const partiesOf = (to: ProvidersTold['data']['to']): Addressed[] =>
  to === 'every provider' ? [{ kind: 'provider' }] : to.map((id) => ({ kind: 'provider', id }))
