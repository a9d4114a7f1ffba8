import { raisedByPeople, verdicts } from '../../../domain/compliance/compliance.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { raiseQuestion } from '../../../domain/compliance/raise.ts'
import { viewCompliance } from '../../../domain/compliance/view.ts'
import { mustHaveRenewed } from '../../../domain/renewal/renewal.ts'
import * as z from '../../../domain/zod.ts'
import { loadNames } from '../../store/locality-store.ts'
import { complianceAnswer } from '../answers/compliance.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { numbered } from '../numbers.ts'
import { idSchema, shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'
import { missingDocumentRoutes } from './missing-document.ts'

/** Whoever raised a question, asked its bidder or ruled. */
const whoActed = ({ questions }: ReturnType<typeof viewCompliance>): string[] =>
  questions
    .flatMap(({ raised, asked, askedBefore = [], first, second, setAside = [] }) => [
      ...[raised, asked, first, second].flatMap((one) => one ?? []),
      ...askedBefore,
      ...setAside,
    ])
    .map(({ person }) => person)

/** What the opening, or somebody who read it, found wrong with a tender; and who rules on it. */
export function complianceRoutes(app: Api): void {
  caseCommand(app, {
    name: 'rule-on-compliance',
    summary: 'Rule on a problem found with a tender, with reasons; it takes two people to exclude one',
    body: z.strictObject({ id: numbered, verdict: z.enum(verdicts), reasons: shortReason }),
    decidesAlone: ['programme-manager', 'deputy-programme-manager'],
    decide: (theCase, body, command) => ruleOnCompliance(theCase, { ...body, person: command.person.id }, command),
  })
  caseCommand(app, {
    name: 'raise-compliance-question',
    summary: 'Raise what a machine cannot find: a missing document, or something else that every bidder was asked for',
    body: z.strictObject({ organisationId: idSchema, requirement: z.enum(raisedByPeople), says: shortReason }),
    decide: (theCase, body, command) => raiseQuestion(theCase, { ...body, person: command.person.id }, command),
  })
  caseView(app, {
    name: 'view-compliance',
    path: '/compliance',
    summary: 'What was found wrong with which tender, what its bidder supplied, and who has ruled what',
    answer: complianceAnswer,
    query: noQuery,
    view: async (theCase, { person, deps }) => {
      mustHaveRenewed(theCase, person.id)
      const view = viewCompliance(theCase, deps.now())
      return { ...view, names: await loadNames(deps, whoActed(view)) }
    },
  })
  missingDocumentRoutes(app)
}
