import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { rulings } from '../../../domain/conflict/conflict.ts'
import { decideConflict } from '../../../domain/conflict/decide.ts'
import { viewConflicts } from '../../../domain/conflict/view.ts'
import { conflictsAnswer } from '../answers/conflict.ts'
import { belonging } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import type { SignedIn } from '../sign-in.ts'
import { idSchema, reason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

export function conflictRoutes(app: OpenAPIHono<SignedIn>): void {
  caseCommand(app, {
    name: 'adjudicate-interest',
    summary: 'Rule on a flagged interest: cleared, managed or barred, with reasons',
    body: z.strictObject({
      person: idSchema,
      ruling: z.enum(rulings),
      reasons: reason,
      mitigation: reason.optional(),
    }),
    decide: (theCase, { person, ruling, reasons, mitigation }, acting) =>
      decideConflict(theCase, {
        type: 'AdjudicateInterest',
        person,
        ruling,
        reasons,
        ...(mitigation !== undefined && { mitigation }),
        adjudicator: belonging(acting.person),
      }),
  })
  caseView(app, {
    name: 'view-conflicts',
    path: '/conflicts',
    summary: 'How nominees stand after the conflict check; your own standing if you are not of the secretariat',
    answer: conflictsAnswer,
    query: noQuery,
    view: (theCase, seen) => viewConflicts(theCase, seen),
  })
}
