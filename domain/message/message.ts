import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import type { Party } from '../case/party.ts'
import { providerNews } from './provider-news.ts'

/**
 * What providers are told by email is on the record before it is sent (requirements §7: every notice, message and version), in the
 * words of the email: the stream sends what the record says, once to each of their people.
 */
export interface ProvidersTold {
  type: 'ProvidersTold'
  data: {
    /** Everybody who may tender, or these organisations. */
    to: 'every provider' | string[]
    subject: string
    text: string
    /** Where it is read. */
    page: 'tender' | 'questions' | 'outcome' | 'missingDocument' | 'record'
  }
}

/** Whom a mail may be for: a party to the case, or the deputy. */
export type Addressee = Party | { kind: 'deputy-programme-manager' }

/** What people are told of an event, and whom. */
export interface Mail {
  to: Addressee[]
  /** Not who did it. */
  but?: string
  subject: string
  text: string
  /**
   * What follows it in the copy of each person alone, of a draw: the words, and the SHA-256 of what each was sent. What is theirs is not
   * here, because it holds a secret (own-part.ts).
   */
  own?: { words: string; sha256: Record<string, string> }
  /** The address in the portal where it is read or done. */
  page: string
}

/**
 * The same for everybody else: members and nominees, practices, the programme manager and the approver. Nobody's name is in it, and
 * nothing of one person that another should not read (decision 10).
 * @param of the number of the event that they are told of
 */
export interface PeopleTold {
  type: 'PeopleTold'
  data: { of: number; mails: Mail[] }
}

/** Events that are sent by email as they stand on the record. */
export const tells = ['PeopleTold', 'ProvidersTold'] as const
export type Tells = (typeof tells)[number] & CaseEvent['type']
export const doesTell = (type: string): type is Tells => tells.some((one) => one === type)

/** What these events are to tell providers. @param after the case as the events left it */
export function messagesOf(after: Case, events: readonly CaseEvent[]): ProvidersTold[] {
  const { title } = after.proposal.form
  return events.flatMap(({ type }): ProvidersTold[] => {
    const news = providerNews[type]
    const text = news?.text(after)
    if (!news || text === undefined) return []
    const to = news.to(after)
    return to.length === 0
      ? []
      : [
          {
            type: 'ProvidersTold',
            data: {
              to,
              subject: `${news.subject}: ${title}`,
              text: `“${title}”: ${text}\n\n${news.page === 'record' ? 'Read it here:' : 'Sign in to read it:'}`,
              page: news.page ?? 'tender',
            },
          },
        ]
  })
}
