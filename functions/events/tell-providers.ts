import type { Case } from '../../domain/case/case.ts'
import { isAnnounced } from '../../domain/decision/decision.ts'
import type { Person } from '../../domain/locality/locality.ts'
import { tenderDeadline } from '../../domain/tender/deadline.ts'
import { bidders } from '../../domain/tender/tender.ts'
import { told } from '../../domain/time/deadline.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadGroup } from '../store/locality-store.ts'

interface News {
  /** Everybody who may tender, or those who have. */
  to: 'providers' | 'bidders'
  subject: string
  /** Undefined when the case has gone on, and it is no news any more. */
  text(theCase: Case): string | undefined
}

const deadline = (theCase: Case): string | undefined => {
  const at = theCase.tender?.status === 'open' ? tenderDeadline(theCase) : undefined
  return at && told(at)
}

/** What providers are told of by mail, all at once (requirements §6, §7). No mail says what only the portal should. */
const news: Record<string, News> = {
  DeadlineExtended: {
    to: 'providers',
    subject: 'The deadline has moved',
    text: (theCase) => deadline(theCase) && `Tenders can be submitted before ${deadline(theCase)}.`,
  },
  QuestionAnswered: {
    to: 'providers',
    subject: 'A question has been answered',
    text: (theCase) => deadline(theCase) && 'Question and answer stand with the tender, for everybody.',
  },
  OutcomeAnnounced: {
    to: 'bidders',
    subject: 'The outcome',
    text: ({ decision }) =>
      isAnnounced(decision) ? 'Your letter, with your scores and their reasons, is in the portal.' : undefined,
  },
}

export const isNews = (type: string): boolean => type in news

/** Mails every provider, or every bidder, what happened. Delivered twice it is mailed twice: that harms nobody. */
export async function tellProviders(deps: Deps, theCase: Case, type: string): Promise<void> {
  const item = news[type]
  const text = item?.text(theCase)
  if (!item || text === undefined) return
  const { title } = theCase.proposal.form
  for (const { email, name } of await addressees(deps, theCase, item.to))
    await deps.mail.send({
      to: email,
      subject: `${item.subject}: ${title}`,
      text: `Dear ${name},\n\n“${title}”: ${text}\n\nSign in to the portal to read it.\n`,
    })
}

async function addressees(deps: Deps, { tender }: Case, to: News['to']): Promise<Person[]> {
  if (to === 'providers') return loadGroup(deps, 'provider')
  return (await Promise.all(bidders(tender).map((organisationId) => loadGroup(deps, organisationId)))).flat()
}
