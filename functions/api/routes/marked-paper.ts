import { decideMarkedPaper } from '../../../domain/marked-paper/decide.ts'
import { observerPapers } from '../../../domain/marked-paper/marked-paper.ts'
import { viewMarkedPapers } from '../../../domain/marked-paper/view.ts'
import * as z from '../../../domain/zod.ts'
import { markedPapersAnswer } from '../answers/marked-paper.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

const body = z.strictObject({ paper: z.enum(observerPapers, 'Choose which paper'), reason: shortReason })

/** What of the panel's work observers may read: marked by the secretariat, read by them. */
export function markedPaperRoutes(app: Api): void {
  caseCommand(app, {
    name: 'mark-paper',
    summary: 'Mark a paper that the panel has finished for observers to read, with a reason',
    body,
    decide: (theCase, entered) => decideMarkedPaper(theCase, { type: 'MarkPaper', ...entered }),
  })
  caseCommand(app, {
    name: 'unmark-paper',
    summary: 'Take back that observers may read a paper, with a reason',
    body,
    decide: (theCase, entered) => decideMarkedPaper(theCase, { type: 'UnmarkPaper', ...entered }),
  })
  caseView(app, {
    name: 'view-marked-papers',
    path: '/marked-papers',
    summary: 'The papers that are marked for observers to read, whole',
    answer: markedPapersAnswer,
    query: noQuery,
    load: ['versions'],
    view: (theCase, { as }) => viewMarkedPapers(theCase, as),
  })
}
