import type { Case } from '../case/case.ts'
import { cannotPass, outcomeOf, requirements } from './compliance.ts'

/** What the opening found wrong with which tender, and who has ruled what, with reasons. */
export const viewCompliance = ({ compliance, evaluation }: Case) => ({
  questions: (compliance?.round === evaluation?.round ? (compliance?.questions ?? []) : []).map((question) => ({
    ...question,
    must: requirements[question.requirement],
    mayPass: !cannotPass.includes(question.requirement),
    outcome: outcomeOf(question),
  })),
})
