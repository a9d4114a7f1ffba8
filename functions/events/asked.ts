import { type AskedBeside, askedBeside } from '../../domain/case/asked-beside.ts'
import type { Party } from '../../domain/case/party.ts'
import { excludedFrom } from '../../domain/conflict/exclusion.ts'
import { shortfallTold } from '../../domain/nomination/shortfall.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Wait } from '../../domain/wait/wait.ts'
import { challengeAsks, erasureAsks, whatIsAsked } from '../../workflows/waits.ts'
import { pages } from '../messages/pages.ts'
import { waitsNow } from '../messages/waits.ts'
import type { Loaded } from '../store/case-store.ts'
import type { Asking } from '../store/keys.ts'
import { waitMark } from '../store/wait-store.ts'

/** What a case asks of whom. */
export interface Asked {
  caseId: string
  title: string
  /** What is asked of one of them. */
  what(party: Party): string
  /** Where they do it. */
  page(party: Party): string
  dueAt: Instant
  /** Distinguishes this from everything else that is asked in the case, and from the same thing asked at another time. */
  mark: string
  /** The wait that is marked as told of: of the case's stage, or of the substitution beside it. */
  told?: { wait: Wait; of: Asking }
  who: readonly Party[]
  /** Whoever is excluded from the case hears no more of it than the public (requirements §4). */
  excluded: ReadonlyMap<string, string>
  /** What is lacking, while nominations are open. */
  lacking: string
  /** No digest told of this wait. */
  isNew: boolean
}

/** What is asked beside the waits, and where it is done; an email of its own has told of it already. */
const beside: Record<AskedBeside['name'], { what(party: Party): string; page(caseId: string): string }> = {
  flags: { what: (party) => whatIsAsked('adjudication', [party]), page: pages.conflicts },
  challenges: { what: () => challengeAsks, page: pages.challenges },
  erasures: { what: () => erasureAsks, page: pages.erasures },
}

/** Everything that a case asks of people: what its waits ask, and what is asked beside them. */
export function askedBy(theCase: Loaded): Asked[] {
  const { id: caseId } = theCase
  const about = { caseId, title: theCase.proposal.form.title, excluded: excludedFrom(theCase) }
  const waiting = waitsNow(theCase)
    .filter(({ who }) => who.length > 0)
    .map(({ wait, of, who }): Asked => {
      const mark = waitMark(wait)
      return {
        ...{ ...about, who, mark, dueAt: wait.dueAt, told: { wait, of } },
        what: (party) => whatIsAsked(wait.name, [party]),
        page: (party) => pages.wait(caseId, wait.name, party.kind),
        lacking: wait.name === 'nominations' ? shortfallTold(theCase) : '',
        isNew: mark !== (of === 'stage' ? theCase.digested : theCase.digestedSubstitution),
      }
    })
  const besides = askedBeside(theCase).map(({ name, due, who }): Asked => {
    const { what, page } = beside[name]
    const mark = `${due.since} ${name}`
    return { ...about, who, mark, dueAt: due.dueAt, what, page: () => page(caseId), lacking: '', isNew: false }
  })
  return [...waiting, ...besides]
}
