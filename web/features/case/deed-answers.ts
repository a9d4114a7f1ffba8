import type { Stage } from '../../../domain/case/case.ts'
import type { RuleBook } from '../../../domain/rule-book/rule-book.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { endOfDay, isoOf, londonDay, onDate, type TypedDate } from '../../time.ts'
import { type Deed, extendable } from './deeds.ts'
import { words } from './words.ts'

/** What somebody has typed into the form of a deed. */
export interface Answers {
  words: string
  date: TypedDate
  /** Whose deadline: that of the stage, or that of the substitution beside it. */
  of: 'stage' | 'substitution'
  stage: Stage
  /** Whether the panel serves this case or its area, and for how many months. */
  serves: RuleBook['panel']['serves']
  months: string
  /** The number of an event. */
  event: string
}

const defaultServes = 'one case'

export const emptyAnswers = (theCase: CaseView): Answers => ({
  words: '',
  of: extendable(theCase)[0] ?? 'stage',
  date: { day: '', month: '', year: '' },
  stage: theCase.life.canGoBackTo?.at(-1) ?? theCase.life.stage,
  serves: defaultServes,
  months: '24',
  event: String(theCase.life.erasures?.[0]?.sequence ?? ''),
})

/** The end of the day that was typed, or undefined when there is no such day. */
export function dueAtOf({ date }: Pick<Answers, 'date'>): string | undefined {
  const parts = [date.year, date.month, date.day].map((part) =>
    /^\d{1,4}$/.test(part.trim()) ? Number(part) : Number.NaN,
  )
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = parts
  return endOfDay(year, month, day)
}

/** A term of 1 to 60 months, or undefined when none was typed. */
export function monthsOf({ months }: Pick<Answers, 'months'>): number | undefined {
  const count = /^\d{1,2}$/.test(months.trim()) ? Number(months) : 0
  return count >= 1 && count <= 60 ? count : undefined
}

/** The number of an event, or undefined when none was typed. */
export function eventOf({ event }: Pick<Answers, 'event'>): number | undefined {
  return /^[1-9]\d{0,6}$/.test(event.trim()) ? Number(event) : undefined
}

/** The last day to which a deadline can be moved: two years from now. @param now in milliseconds */
export function lastDayFrom(now: number): string {
  const [year = '', month, day] = londonDay(new Date(now).toISOString()).split('-')
  return `${Number(year) + 2}-${month}-${month === '02' && day === '29' ? '28' : day}`
}

/**
 * What is missing, each with its field. Whether the deadline is later than the present one is the API's to judge.
 * @param now in milliseconds
 */
export function faultsOf(deed: Deed, answers: Answers, now: number): { fieldId: string; detail: string }[] {
  const { faults } = words.deed
  const lastDay = lastDayFrom(now)
  const day = isoOf(answers.date)
  return [
    ...(deed.asks === 'date' && dueAtOf(answers) === undefined ? [{ fieldId: 'date', detail: faults.date }] : []),
    ...(deed.asks === 'date' && dueAtOf(answers) !== undefined && day > lastDay
      ? [{ fieldId: 'date', detail: faults.far(onDate(lastDay)) }]
      : []),
    ...(deed.asks === 'panel' && answers.serves !== defaultServes && monthsOf(answers) === undefined
      ? [{ fieldId: 'months', detail: faults.months }]
      : []),
    ...(deed.asks === 'event' && eventOf(answers) === undefined ? [{ fieldId: 'event', detail: faults.event }] : []),
    ...(deed.wordsAs && !deed.optional && answers.words.trim() === ''
      ? [{ fieldId: 'words', detail: faults.words }]
      : []),
  ]
}

/** The command's body. */
export function bodyOf({ wordsAs, optional, asks }: Deed, answers: Answers): Record<string, unknown> {
  const said = answers.words.trim()
  const { serves, of } = answers
  const panel = serves === defaultServes ? { serves } : { serves, termMonths: monthsOf(answers) }
  return {
    ...(asks === 'date' && { dueAt: dueAtOf(answers), of }),
    ...(asks === 'stage' && { to: answers.stage }),
    ...((asks === 'event' || asks === 'erasure') && { sequence: eventOf(answers) }),
    ...(asks === 'panel' && { ruleBook: { panel } }),
    ...(wordsAs && (said || !optional) && { [wordsAs]: said }),
  }
}

/** Which field of the form a fault of the command belongs to. */
export function fieldOf(pointer: string): string | undefined {
  const fields: Record<string, string> = {
    '/dueAt': 'date',
    '/to': 'stage',
    '/sequence': 'event',
    '/reason': 'words',
    '/reasons': 'words',
    '/whereTo': 'words',
    '/ruleBook/panel/termMonths': 'months',
  }
  return fields[pointer]
}
