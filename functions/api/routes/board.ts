import { stages } from '../../../domain/case/case.ts'
import * as z from '../../../domain/zod.ts'
import { listUnsent, readBoard, searchBoard, standings } from '../../store/board-store.ts'
import { authorise } from '../access.ts'
import { boardAnswer, boardColumnsAnswer, unsentAnswer } from '../answers/list.ts'
import type { Api } from '../api.ts'
import { noQuery, pageQuery, programmeView } from '../view.ts'

const standing = z.enum(standings).optional().meta({
  description: 'Open, late (a deadline has passed, or nobody is waited for), due within three days, or ended',
})
const ofBoard = pageQuery.extend({ stage: z.enum(stages).optional(), standing })
const ROWS_OF_A_COLUMN = 6

/** Every case of the programme, for those who watch over it (requirements §9). */
export function boardRoutes(app: Api): void {
  programmeView(app, {
    name: 'view-board',
    path: '/api/board',
    summary: 'Every case, or those in one stage, or that stand so; what is due first at the top, what has ended last',
    answer: boardAnswer,
    query: ofBoard,
    view: ({ known, deps, query }) => {
      authorise(known, 'view-board')
      return readBoard(deps, known, query)
    },
  })
  programmeView(app, {
    name: 'search-board',
    path: '/api/board/search',
    summary:
      'The cases in whose title each word of the search begins a word, newest first; all, or those in one stage, or that stand so',
    answer: boardAnswer,
    query: ofBoard.extend({ search: z.string().trim().min(1, 'Enter what to search for').max(200) }),
    view: ({ known, deps, query: { search, ...page } }) => {
      authorise(known, 'view-board')
      return searchBoard(deps, known, search, page)
    },
  })
  programmeView(app, {
    name: 'view-unsent',
    path: '/api/board/unsent',
    summary: 'For the secretariat: what people should have been emailed of by now, and were not, longest ago first',
    answer: unsentAnswer,
    query: noQuery,
    view: ({ known, deps }) => {
      authorise(known, 'view-unsent')
      return listUnsent(deps, known)
    },
  })
  programmeView(app, {
    name: 'view-board-columns',
    path: '/api/board/columns',
    summary: 'Of each stage the cases that are due first, side by side',
    answer: boardColumnsAnswer,
    query: z.object({ standing: standing.default('open') }),
    view: async ({ known, deps, query: { standing } }) => {
      authorise(known, 'view-board')
      const columns = stages.map(async (stage) => {
        const { rows, next } = await readBoard(deps, known, { stage, standing, limit: ROWS_OF_A_COLUMN })
        return { stage, rows, more: next !== undefined }
      })
      return { columns: await Promise.all(columns) }
    },
  })
}
