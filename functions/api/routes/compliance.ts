import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { verdicts } from '../../../domain/compliance/compliance.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { viewCompliance } from '../../../domain/compliance/view.ts'
import { complianceAnswer } from '../answers/compliance.ts'
import { caseCommand } from '../command.ts'
import type { SignedIn } from '../sign-in.ts'
import { shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

/** What the opening found wrong with a tender, and who rules on it. */
export function complianceRoutes(app: OpenAPIHono<SignedIn>): void {
  caseCommand(app, {
    name: 'rule-on-compliance',
    summary: 'Rule on what the opening found wrong with a tender, with reasons; to exclude one takes two people',
    body: z.strictObject({ id: z.int().min(1), verdict: z.enum(verdicts), reasons: shortReason }),
    decide: (theCase, body, { person }) => ruleOnCompliance(theCase, { ...body, person: person.id }),
  })
  caseView(app, {
    name: 'view-compliance',
    path: '/compliance',
    summary: 'What the opening found wrong with which tender, and who has ruled what',
    answer: complianceAnswer,
    query: noQuery,
    view: viewCompliance,
  })
}
