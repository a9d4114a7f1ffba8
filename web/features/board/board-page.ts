import type { Stage } from '../../../domain/case/case.ts'

/** How cases stand, as the board is asked for it. */
export const standings = ['open', 'late', 'soon', 'ended'] as const
export type Standing = (typeof standings)[number]

/** What of the board is looked at, as its address says it. */
export interface BoardPage {
  /** The stages side by side; else a table. */
  view?: 'columns' | undefined
  stage?: Stage | undefined
  standing?: Standing | undefined
  /** Words of a title: looked for among those of that stage and standing. */
  search?: string | undefined
  after?: string | undefined
}

/** Where the API has it. */
export function pathOf({ view, stage, standing, search, after }: BoardPage): string {
  if (view === 'columns' && search === undefined)
    return `/api/board/columns?${new URLSearchParams({ ...(standing && { standing }) })}`
  const page = { limit: '25', ...(stage && { stage }), ...(standing && { standing }), ...(after && { after }) }
  if (search !== undefined) return `/api/board/search?${new URLSearchParams({ ...page, search })}`
  return `/api/board?${new URLSearchParams(page)}`
}
