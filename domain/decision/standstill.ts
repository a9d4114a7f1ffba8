import { Refusal } from '../refusal.ts'
import { type Day, daysAfter } from '../time/day.ts'
import { addWorkingDays, isWorkingDay } from '../time/deadline.ts'
import { endOf, type Instant, londonDate } from '../time/instant.ts'

/** What one state of the law says of the standstill. A change of the law is a new row, from its own date. */
interface StandstillLaw {
  citation: string
  /** The first day of publication it applies to. */
  from: string
  /** What a notice of the intended award says that it is. */
  notice: string
  begins: 'the day after publication' | 'the day of publication'
  workingDays: number
  /** Whether the day it begins is the first of those working days (when it is one). */
  countsTheDayItBegins: boolean
  /** After a further decision on a representation: open until the end of this many working days after that day. */
  afterFurtherDecision: { workingDays: number } | undefined
  reading: string
  /** Published on … (ISO date), open until the end of …: worked by hand, and asserted by the tests. */
  worked: { publishedOn: string; lastDay: string; why: string }[]
}

export type StandstillRuleSet = 'psr' | 'pa2023'

/** Requirements §7. Facts of the law, not settings: each row is in force from its date, the newest last. */
export const standstillLaw: Record<StandstillRuleSet, StandstillLaw[]> = {
  psr: [
    {
      citation: 'The Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348), reg. 12',
      from: '2024-01-01',
      notice:
        'This is a notice of the intention to make an award under the Competitive Process of the Health Care Services (Provider Selection Regime) Regulations 2023 (reg. 11 and sch. 10).',
      begins: 'the day after publication',
      workingDays: 8,
      countsTheDayItBegins: false,
      afterFurtherDecision: { workingDays: 5 },
      reading:
        'The longer, safe reading: the 8 working days are counted after the day the standstill began. Some guidance is read one day shorter.',
      worked: [
        {
          publishedOn: '2026-06-01',
          lastDay: '2026-06-12',
          why: 'Monday: begins Tuesday 2; working days 3, 4, 5, 8, 9, 10, 11, 12 June.',
        },
        {
          publishedOn: '2025-12-19',
          lastDay: '2026-01-05',
          why: 'Friday before Christmas: begins Saturday 20; 22, 23, 24, 29, 30, 31 December, 2, 5 January.',
        },
        {
          publishedOn: '2026-03-30',
          lastDay: '2026-04-14',
          why: 'Monday before Easter: begins Tuesday 31; 1, 2, 7, 8, 9, 10, 13, 14 April.',
        },
      ],
    },
  ],
  pa2023: [
    {
      citation: 'Procurement Act 2023, s. 51',
      from: '2025-02-24',
      notice:
        'This is a notice of the intention to enter into a contract, as a contract award notice under the Procurement Act 2023 is (s. 50).',
      begins: 'the day of publication',
      workingDays: 8,
      countsTheDayItBegins: true,
      afterFurtherDecision: undefined,
      reading:
        'The day of publication is the first of the 8, when it is a working day. Bank holidays of England and Wales are counted, as everywhere here (requirements §2). The Act may leave out those of every part of the United Kingdom (s. 123), such as 2 January in Scotland: then its own standstill can end later.',
      worked: [
        {
          publishedOn: '2026-06-01',
          lastDay: '2026-06-10',
          why: 'Monday: 1, 2, 3, 4, 5, 8, 9, 10 June.',
        },
        {
          publishedOn: '2025-12-20',
          lastDay: '2026-01-05',
          why: 'Saturday: 22, 23, 24, 29, 30, 31 December, 2, 5 January.',
        },
        {
          publishedOn: '2026-03-30',
          lastDay: '2026-04-10',
          why: 'Monday before Easter: 30, 31 March, 1, 2, 7, 8, 9, 10 April.',
        },
      ],
    },
  ],
}

export interface Standstill {
  citation: string
  /** ISO dates in London. */
  publishedOn: string
  begins: string
  /** Representations must arrive before this instant; without any, the standstill ends then. */
  ends: Instant
}

/** @throws Refusal `Invalid` when the rule set was not yet law on the day of publication */
export function standstillLawOn(ruleSet: StandstillRuleSet, day: Day): StandstillLaw {
  const law = standstillLaw[ruleSet].findLast(({ from }) => from <= day)
  if (!law) {
    const first = standstillLaw[ruleSet][0]
    throw new Refusal('Invalid', `${first?.citation} has been law since ${first?.from}: it does not apply on ${day}.`)
  }
  return law
}

/** The standstill that a notice published at this instant begins. */
export const standstillFrom = (ruleSet: StandstillRuleSet, publishedAt: Instant): Standstill =>
  standstillOn(ruleSet, londonDate(publishedAt))

/** The standstill that a notice published on this day begins. */
export function standstillOn(ruleSet: StandstillRuleSet, published: Day): Standstill {
  const law = standstillLawOn(ruleSet, published)
  const begins = law.begins === 'the day of publication' ? published : daysAfter(published, 1)
  const already = law.countsTheDayItBegins && isWorkingDay(begins) ? 1 : 0
  const last = addWorkingDays(begins, law.workingDays - already)
  return {
    citation: law.citation,
    publishedOn: published,
    begins,
    ends: endOf(last),
  }
}

/**
 * When the standstill ends once the further decision on the last representation has been communicated: never sooner than
 * it would have ended without one.
 */
export function endAfterFurtherDecision(
  ruleSet: StandstillRuleSet,
  { publishedOn, ends }: Standstill,
  communicatedAt: Instant,
): Instant {
  const { afterFurtherDecision } = standstillLawOn(ruleSet, publishedOn)
  if (!afterFurtherDecision) return ends
  const later = endOf(addWorkingDays(londonDate(communicatedAt), afterFurtherDecision.workingDays))
  return later > ends ? later : ends
}
