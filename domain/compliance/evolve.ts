import type { Recorded } from '../case/event.ts'
import type { Compliance } from './compliance.ts'

export function evolveCompliance(compliance: Compliance | undefined, event: Recorded): Compliance | undefined {
  if (event.type === 'ComplianceQuestioned') return event.data
  if (event.type !== 'ComplianceRuled' || !compliance) return compliance
  const { id, second, ...ruling } = event.data
  const ruled = { ...ruling, at: event.at }
  return {
    ...compliance,
    questions: compliance.questions.map((question) =>
      question.id === id ? { ...question, ...(second ? { second: ruled } : { first: ruled }) } : question,
    ),
  }
}
