import type { Case } from '../../domain/case/case.ts'
import type { Party } from '../../domain/case/party.ts'
import { shortfallTold } from '../../domain/nomination/shortfall.ts'
import { told } from '../../domain/time/deadline.ts'
import type { WaitName } from '../../domain/wait/wait.ts'
import { whatIsAsked } from '../../workflows/waits.ts'
import type { Deps } from '../runtime/deps.ts'
import { addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { pages } from './pages.ts'
import { tryEach } from './try-each.ts'
import { waitsNow } from './wait-mail.ts'

/** Mails those whom a `Reminded` event names: what waits for them, and until when. A link opens a page; it never acts. */
export async function remind(
  deps: Deps,
  theCase: Case,
  sequence: number,
  { who, wait: name, reason }: { who: Party[]; wait: WaitName; reason?: string },
): Promise<void> {
  const wait = waitsNow(theCase).find(({ wait: { name: one } }) => one === name)?.wait
  if (!wait) return
  const { title } = theCase.proposal.form
  const lacking = name === 'nominations' ? ` ${shortfallTold(theCase)}`.trimEnd() : ''
  const byHand = reason === undefined ? '' : `\n\nThe programme manager reminds you: ${reason}`
  await tryEach(who, async (party) => {
    await mailOnce(deps, await addressees(deps, theCase.id, [party]), `${theCase.id}#reminded#${sequence}`, {
      subject: `Reminder: ${title}`,
      text: `“${title}” is waiting for you to ${whatIsAsked(wait.name, [party])}. It is due by ${told(wait.dueAt)}.${lacking}${byHand}\n\nSign in to see what to do.`,
      page: pages.wait(theCase.id, wait.name, party.kind),
    })
  })
}
