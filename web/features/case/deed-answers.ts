import type { Stage } from '../../../domain/case/case.ts'
import type { CaseView } from '../../api.ts'
import { endOfDay, type TypedDate } from '../../time.ts'
import type { Deed } from './deeds.ts'
import { words } from './words.ts'

/** What somebody has typed into the form of a deed. */
export interface Answers {
  words: string
  date: TypedDate
  stage: Stage
}

export const emptyAnswers = ({ life }: CaseView): Answers => ({
  words: '',
  date: { day: '', month: '', year: '' },
  stage: life.canGoBackTo?.at(-1) ?? life.stage,
})

/** The end of the day that was typed, or undefined when there is no such day. */
export function dueAtOf({ date }: Pick<Answers, 'date'>): string | undefined {
  const parts = [date.year, date.month, date.day].map((part) =>
    /^\d{1,4}$/.test(part.trim()) ? Number(part) : Number.NaN,
  )
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = parts
  return endOfDay(year, month, day)
}

/** What is missing, each with its field. Whether the deadline is later than the present one is the API's to judge. */
export function faultsOf(deed: Deed, answers: Answers): { fieldId: string; detail: string }[] {
  const { faults } = words.deed
  return [
    ...(deed.asks === 'date' && dueAtOf(answers) === undefined ? [{ fieldId: 'date', detail: faults.date }] : []),
    ...(deed.wordsAs && !deed.optional && answers.words.trim() === ''
      ? [{ fieldId: 'words', detail: faults.words }]
      : []),
  ]
}

/** The command's body. */
export function bodyOf({ wordsAs, optional, asks }: Deed, answers: Answers): Record<string, unknown> {
  const said = answers.words.trim()
  return {
    ...(asks === 'date' && { dueAt: dueAtOf(answers) }),
    ...(asks === 'stage' && { to: answers.stage }),
    ...(wordsAs && (said || !optional) && { [wordsAs]: said }),
  }
}

/** Which field of the form a fault of the command belongs to. */
export function fieldOf(pointer: string): string | undefined {
  const fields: Record<string, string> = {
    '/dueAt': 'date',
    '/to': 'stage',
    '/reason': 'words',
    '/reasons': 'words',
    '/whereTo': 'words',
  }
  return fields[pointer]
}
