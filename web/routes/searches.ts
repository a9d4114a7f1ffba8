import { type BoardPage, standings } from '../features/board/board-page.ts'
import { stageOrder } from '../features/case/stage-words.ts'

/** What the addresses of pages may say after the question mark; anything else is not there. */
type Said = Record<string, unknown>

// The router lays what is found here over what the address says: what is not to be there must be undefined, not left out.

export const boardSearch = ({ view, stage, standing, search, after }: Said): BoardPage => ({
  view: view === 'columns' ? view : undefined,
  stage: stageOrder.find((one) => one === stage),
  standing: standings.find((one) => one === standing),
  // A search for figures comes as a number.
  search: (typeof search === 'string' || typeof search === 'number') && search !== '' ? String(search) : undefined,
  after: typeof after === 'string' ? after : undefined,
})

/** Which form's words are shown once more, before what it asks for is done. */
export const formSearch = ({ check }: Said): { check?: true | string | undefined } => ({
  check: check === true || typeof check === 'string' ? check : undefined,
})

/** Whether to say what is missing, or to show once more what will be done. */
export const checkSearch = ({ check }: Said): { check?: true | undefined } => ({
  check: check === true ? check : undefined,
})

/** Which tender is scored, and whether its scores are looked at once more before they are submitted. */
export const scoringSearch = ({ tender, check }: Said): { tender?: string | undefined; check?: true | undefined } => ({
  tender: typeof tender === 'string' ? tender : undefined,
  ...checkSearch({ check }),
})

/** The case for which somebody declares. */
export const interestsSearch = ({ forCase }: Said): { forCase?: string | undefined } => ({
  forCase: typeof forCase === 'string' && /^c[0-9a-f]{12}$/.test(forCase) ? forCase : undefined,
})

export const versionSearch = ({ version }: Said): { version?: number | undefined } => ({
  version: Number.isInteger(version) && Number(version) > 0 ? Number(version) : undefined,
})

export const changesSearch = ({ from, to }: Said): { from: number; to: number } => ({
  from: numberIn(from, 1),
  to: numberIn(to, 2),
})

const numberIn = (value: unknown, otherwise: number): number =>
  Number.isInteger(value) && Number(value) > 0 ? Number(value) : otherwise
