import { createHash } from 'node:crypto'
import { type Party, partiesOf } from '../../domain/case/party.ts'
import type { Person } from '../../domain/locality/locality.ts'
import { told } from '../../domain/time/deadline.ts'
import { isMonday, londonDate } from '../../domain/time/instant.ts'
import { pages } from '../messages/pages.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadEverybody } from '../store/locality-store.ts'
import { markDigested } from '../store/wait-store.ts'
import type { Asked } from './asked.ts'
import { type MailAbout, mailOnce } from './mail-once.ts'
import { tryEach } from './try-each.ts'

/**
 * One mail a morning to each person for whom something new waits, and on Mondays to each for whom anything does: a list of
 * all of it, what is due first at the top (requirements §9). Nobody is mailed the same list twice, but on another Monday. A
 * mailbox that fails keeps nobody else waiting; what it was to tell stays new, so that the next sweep tries again.
 *
 * @throws AggregateError after all were tried
 */
export async function digest(deps: Deps, asked: readonly Asked[]): Promise<void> {
  const monday = isMonday(deps.now())
  const news = asked.filter(({ isNew }) => isNew)
  if (news.length === 0 && !(monday && asked.length > 0)) return
  const now = deps.now()
  const week = monday ? `${londonDate(now)}#` : ''
  const untold = new Set<string>()
  try {
    await tryEach(await loadEverybody(deps), async (person) => {
      const theirs = askedOf(person, asked)
      if (theirs.length === 0 || !(monday || theirs.some(({ isNew }) => isNew))) return
      const about = `digest#${week}${fingerprint(theirs)}`
      await mailOnce(deps, [{ person, about, mail: inWords(theirs, now) }]).catch((error) => {
        for (const one of theirs) untold.add(markOf(one))
        throw error
      })
    })
  } finally {
    for (const one of news)
      if (one.told && !untold.has(markOf(one))) await markDigested(deps, one.caseId, one.told.wait, one.told.of)
  }
}

/** A hash that two lists share only if they list the same things. */
const fingerprint = (theirs: Theirs[]): string =>
  createHash('sha256')
    .update(JSON.stringify(theirs.map(markOf)))
    .digest('hex')

/** What is asked in which case, since when. */
const markOf = ({ caseId, mark }: Asked): string => `${caseId} ${mark}`

type Theirs = Asked & { party: Party }

function askedOf(person: Person, asked: readonly Asked[]): Theirs[] {
  const names = new Set(partiesOf(person).map(nameOf))
  return asked
    .flatMap((one) => {
      const party = one.excluded.has(person.id) ? undefined : one.who.find((waitedFor) => names.has(nameOf(waitedFor)))
      return party ? [{ ...one, party }] : []
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}

const nameOf = (party: Party): string => ('id' in party ? `${party.kind} ${party.id}` : party.kind)

/** One thing leads to where it is done; of several, each does. */
function inWords(theirs: Theirs[], now: string): MailAbout {
  const items = theirs.map(({ title, what, page, dueAt, party, lacking }) => {
    const due = dueAt < now ? `It was due by ${told(dueAt)}: do it now` : `It is due by ${told(dueAt)}`
    return { text: `“${title}”: ${what(party)}. ${due}. ${lacking}`.trimEnd(), page: page(party), title }
  })
  const [first, ...more] = items
  if (first && more.length === 0)
    return {
      subject: `Waiting for you: ${first.title}`,
      text: `This is waiting for you:\n\n${first.text}\n\nSign in to do it:`,
      page: first.page,
    }
  return {
    subject: `${items.length} things are waiting for you`,
    text: 'These are waiting for you. Each link opens the page on which you do it, once you have signed in.',
    items,
    page: pages.home(),
    closing: 'All of it, in one list:',
  }
}
