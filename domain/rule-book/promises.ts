import type { Fault } from '../refusal.ts'
import { inWords, type Period, periodSchema } from '../time/deadline.ts'
import type { RuleBook } from './rule-book.ts'

/**
 * What in a rule book would break a promise of the requirements, all at once, each where it stands. A case is not accepted with it;
 * cases that run already are read with what they were accepted with.
 */
export const brokenPromises = (ruleBook: RuleBook): Fault[] => [
  ...periodsIn(ruleBook).flatMap(lengthFaults),
  ...outOfOrder(ruleBook),
  ...emptied(ruleBook),
]

export type Path = (string | number)[]

const fault = (at: Path, message: string): Fault => ({ path: ['ruleBook', ...at], message })

/** A setting in words: `accept within (panel)`. */
export function called(at: Path): string {
  const words = at.map((one) => String(one).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
  return words.length > 1 ? `${words.at(-1)} (${words.slice(0, -1).join(', ')})` : (words[0] ?? '')
}

/** Every length of time in it, and where it stands. */
function periodsIn(value: unknown, at: Path = []): { at: Path; period: Period }[] {
  const period = periodSchema.safeParse(value)
  if (period.success) return [{ at, period: period.data }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => periodsIn(inner, [...at, key]))
}

const A_YEAR = 365 * 24

/** About how many hours: five working days are a week. */
const lengthOf = ({ count, unit }: Period): number =>
  unit === 'hours' ? count : unit === 'calendar days' ? count * 24 : (count * 7 * 24) / 5

/**
 * Faults of a length of time: nobody can do anything in no time, and no execution of a workflow waits for longer than a year
 * (Step Functions).
 */
function lengthFaults({ at, period }: { at: Path; period: Period }): Fault[] {
  if (period.count === 0) return [fault([...at, 'count'], `Enter a time above 0 for “${called(at)}”`)]
  return lengthOf(period) > A_YEAR ? [fault([...at, 'count'], `Enter at most a year for “${called(at)}”`)] : []
}

/**
 * Faults of pairs of times that begin at the same moment and must come one after the other: a reminder before the end, a
 * closing after the opening.
 */
function outOfOrder({ submission, nomination, tender, evaluation, afterAward, erasures }: RuleBook): Fault[] {
  const month: Period = { count: 28, unit: 'calendar days' }
  const pairs: [at: Path, shorter: Period, longer: Period][] = [
    [['submission', 'remindAfter'], submission.remindAfter, submission.escalateAfter],
    [['nomination', 'remindAfter'], nomination.remindAfter, nomination.closeAfter],
    [['tender', 'questionsCloseBefore'], tender.questionsCloseBefore, tender.openFor],
    [['evaluation', 'remindToDeclareAfter'], evaluation.remindToDeclareAfter, evaluation.declareWithin],
    [['evaluation', 'remindToSupplyAfter'], evaluation.remindToSupplyAfter, evaluation.supplyDocumentWithin],
    [['afterAward', 'reviewAfter'], afterAward.reviewAfter, afterAward.reviewBy],
  ]
  return [
    ...pairs
      .filter(([, shorter, longer]) => lengthOf(shorter) >= lengthOf(longer))
      .map(([at, , longer]) => fault([...at, 'count'], `Enter less than ${inWords(longer)} for “${called(at)}”`)),
    // UK GDPR, article 12(3): a month to answer whoever asked.
    ...(lengthOf(erasures.agreeWithin) > lengthOf(month)
      ? [fault(['erasures', 'agreeWithin', 'count'], `Enter at most ${inWords(month)}: the law gives a month`)]
      : []),
  ]
}

/** The fewest outcomes of public numbers: with so many, nobody has good odds of naming them in advance. */
const FEWEST_OUTCOMES = 1_000_000

/** Faults of values with which a rule would say nothing any more. */
function emptied({ conflict, evaluation, panel: { publicNumbers } }: RuleBook): Fault[] {
  const bounds: [broken: boolean, at: Path, message: string][] = [
    [
      conflict.endedTiesBarForMonths < 24,
      ['conflict', 'endedTiesBarForMonths'],
      'A tie that ended bars for 24 months at least (requirements §4)',
    ],
    [
      conflict.smallOwnershipBelow > 100,
      ['conflict', 'smallOwnershipBelow'],
      'Who owns 1% or more is barred (requirements §4): enter at most 100',
    ],
    [
      evaluation.moderateAboveSpread >= 100,
      ['evaluation', 'moderateAboveSpread'],
      'Enter at most 99: no scores spread by more than the whole scale, so none would be discussed',
    ],
    [
      outcomes(publicNumbers) < FEWEST_OUTCOMES,
      ['panel', 'publicNumbers', 'count'],
      'Choose numbers that can fall in at least a million ways: fewer could be guessed before the draw',
    ],
  ]
  return bounds.flatMap(([broken, at, message]) => (broken ? [fault(at, message)] : []))
}

/** How many sets of different numbers there are. */
const outcomes = ({ count, lowest, highest }: RuleBook['panel']['publicNumbers']): number =>
  Array.from({ length: count }, (_, drawn) => (highest - lowest + 1 - drawn) / (drawn + 1)).reduce(
    (product, factor) => product * factor,
    1,
  )
