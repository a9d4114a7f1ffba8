import type { Stage } from '../../domain/case/case.ts'
import { type BoardPage, type Standing, standings } from '../features/board/board-page.ts'
import { stageOrder } from '../features/case/stage-words.ts'

/** What the addresses of pages may say after the question mark; anything else is not there. */
type Said = Record<string, unknown>

export const boardSearch = ({ view, stage, standing, search, after }: Said): BoardPage => ({
  ...(view === 'columns' && { view }),
  ...(stageOrder.includes(stage as Stage) && { stage: stage as Stage }),
  ...(standings.includes(standing as Standing) && { standing: standing as Standing }),
  // A search for figures comes as a number.
  ...((typeof search === 'string' || typeof search === 'number') && search !== '' && { search: String(search) }),
  ...(typeof after === 'string' && { after }),
})

/** Whether to say what is missing. */
export const sectionSearch = ({ check }: Said): { check?: true } => (check === true ? { check } : {})

/** The case for which somebody declares. */
export const interestsSearch = ({ forCase }: Said): { forCase?: string } =>
  typeof forCase === 'string' && /^c[0-9a-f]{12}$/.test(forCase) ? { forCase } : {}

export const versionSearch = ({ version }: Said): { version?: number } =>
  Number.isInteger(version) ? { version: Number(version) } : {}

export const changesSearch = ({ from, to }: Said): { from: number; to: number } => ({
  from: numberIn(from, 1),
  to: numberIn(to, 2),
})

const numberIn = (value: unknown, otherwise: number): number =>
  Number.isInteger(value) && Number(value) > 0 ? Number(value) : otherwise
