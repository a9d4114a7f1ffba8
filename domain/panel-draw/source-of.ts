import type { Case } from '../case/case.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'
import { daysAfter, dayTold, weekdayOf } from '../time/day.ts'
import { dueAfter } from '../time/deadline.ts'
import { addMilliseconds, type Instant, londonDate, startOf } from '../time/instant.ts'
import type { Announcement } from './fair-draw/prepare.ts'
import type { Contribution } from './randomness/commit-reveal.ts'
import { firstRoundFrom, QUICKNET, timeOfRound } from './randomness/quicknet.ts'
import { HALF_A_DAY, type Source } from './randomness/source.ts'

const HOUR = 3_600_000

export type SourceKind = NonNullable<RuleBook['panel']['randomness']>

/** Where the draws of a case take their randomness from. */
export const sourceKind = ({ panel }: Pick<RuleBook, 'panel'>): SourceKind => panel.randomness ?? 'drand-quicknet'

/** What practices have contributed that no draw has used yet, in their order. */
const standingContributions = ({ panel }: Pick<Case, 'panel' | 'ruleBook'>): Contribution[] =>
  Object.entries(panel?.contributions ?? {})
    .map(([by, commitment]) => ({ by, commitment }))
    .sort((one, other) => (one.by < other.by ? -1 : 1))

/** Whether practices have still to contribute before a draw can be committed to. */
export const contributionsMissing = (theCase: Pick<Case, 'panel' | 'ruleBook'>): boolean =>
  sourceKind(theCase.ruleBook) === 'commit-reveal' &&
  standingContributions(theCase).length < theCase.ruleBook.panel.contributors

/**
 * The randomness that a draw names, which exists at the end of the notice at the earliest, and what takes its place if it
 * fails. Named by rule and not by choice, so that nobody can pick what suits them.
 *
 * @param company what the company contributes to a draw by commit–reveal; revealed only in place of a practice that does not reveal
 */
export function nameSource(
  theCase: Pick<Case, 'panel' | 'ruleBook'>,
  at: Instant,
  company: Contribution | undefined,
): Pick<Announcement, 'noticeHours' | 'source' | 'fallback'> {
  const { ruleBook } = theCase
  const { commitBefore, fallbackAfter } = ruleBook.panel
  const notice = dueAfter(at, commitBefore)
  const noticeHours = Math.floor((Date.parse(notice) - Date.parse(at)) / HOUR)
  switch (sourceKind(ruleBook)) {
    case 'drand-quicknet': {
      const round = firstRoundFrom(notice)
      const late = dueAfter(timeOfRound(round), fallbackAfter)
      return {
        noticeHours,
        source: { kind: 'drand-quicknet', chain: QUICKNET.hash, round },
        fallback: publicNumbers(ruleBook, late),
      }
    }
    case 'public-numbers':
      return { noticeHours, source: publicNumbers(ruleBook, notice), fallback: null }
    case 'commit-reveal':
      if (!company) throw new RangeError('A draw by commit–reveal names what the company contributes.')
      return {
        noticeHours,
        source: {
          kind: 'commit-reveal',
          contributions: standingContributions(theCase),
          fallback: company,
          revealFrom: notice,
        },
        fallback: null,
      }
  }
}

/** The first public draw of numbers from an instant on, by its weekday. */
function publicNumbers({ panel }: Pick<RuleBook, 'panel'>, from: Instant): Source {
  const { what, weekdays, knownBy, count, lowest, highest } = panel.publicNumbers
  let day = londonDate(from)
  const known = () => startOf(day, knownBy)
  // Some people know numbers before everybody does: the draw of the day itself is too early after noon.
  const early = addMilliseconds(from, HALF_A_DAY)
  while (!weekdays.includes(weekdayOf(day)) || known() < early) day = daysAfter(day, 1)
  const numbers = { count, lowest, highest }
  return { kind: 'public-numbers', sources: [`${what} ${dayTold(day)}`], numbers, publishedFrom: known() }
}
