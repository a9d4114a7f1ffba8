import { lookAtCase } from '../../store/approach-store.ts'
import { audiences } from '../../store/audiences.ts'
import { readList } from '../../store/list-store.ts'
import { publicRowOf } from '../../store/rows.ts'
import { noSuchCase } from '../access.ts'
import { publicCaseAnswer, publicCasesAnswer } from '../answers/list.ts'
import type { Api } from '../api.ts'
import { noQuery, pageQuery, publicView } from '../view.ts'

/** The cases that everybody knows of. */
export function publicCaseRoutes(app: Api): void {
  publicView(app, {
    name: 'public-cases',
    path: '/api/public/cases',
    summary: 'Every accepted case, newest first',
    answer: publicCasesAnswer,
    query: pageQuery,
    view: ({ deps, query }) => readList(deps, 'everybody', audiences.public, { ...query, newestFirst: true }),
  })
  publicView(app, {
    name: 'public-case',
    path: '/api/public/cases/{caseId}',
    summary: 'What the public sees of an accepted case: its row in the list of cases',
    answer: publicCaseAnswer,
    query: noQuery,
    view: async ({ deps, caseId }) => {
      const row = publicRowOf(await lookAtCase(deps, caseId))
      if (!row) throw noSuchCase()
      return row
    },
  })
}
