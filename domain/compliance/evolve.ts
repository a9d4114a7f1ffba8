import type { Recorded } from '../case/event.ts'
import type { Compliance, Question } from './compliance.ts'

export function evolveCompliance(compliance: Compliance | undefined, event: Recorded): Compliance | undefined {
  if (event.type === 'ComplianceQuestioned') return event.data
  if (event.type === 'ComplianceRaised') {
    const { round, person, ...found } = event.data
    const before = compliance?.round === round ? compliance : { questions: [] }
    return { ...before, round, questions: [...before.questions, { ...found, raised: { person, at: event.at } }] }
  }
  if (event.type === 'PricesQuestioned') {
    const { round, questions } = event.data
    const before = compliance?.round === round ? compliance : { questions: [] }
    return { ...before, round, questions: [...before.questions, ...questions] }
  }
  if (event.type === 'ComplianceChecked') {
    const { round } = event.data
    const questions = compliance?.round === round ? compliance.questions : []
    return { ...(compliance?.round === round && compliance), round, questions, closed: questions.length }
  }
  if (!compliance) return compliance
  const of = (id: number, more: Partial<Question>): Compliance => ({
    ...compliance,
    questions: compliance.questions.map((question) => (question.id === id ? { ...question, ...more } : question)),
  })
  switch (event.type) {
    // Which tenders are scored stands once the scores are in; who is out for what the prices showed, once they are ranked.
    case 'ScoringClosed':
    case 'TendersRanked':
      return compliance.round === event.data.round
        ? { ...compliance, standing: compliance.questions.length }
        : compliance
    // Until then a word of whoever is found to be conflicted excludes nobody (requirements §4): the question is open again.
    case 'MemberExcluded':
      return {
        ...compliance,
        questions: compliance.questions.map((question, index) =>
          index < (compliance.standing ?? 0) ? question : without(event.data.person, question),
        ),
      }
    case 'ComplianceRuled': {
      const { id, second, ...ruling } = event.data
      const ruled = { ...ruling, at: event.at }
      return of(id, second ? { second: ruled } : { first: ruled })
    }
    case 'MissingDocumentAsked': {
      const { id, organisationId: _, ...asked } = event.data
      return of(id, { asked: { ...asked, at: event.at } })
    }
    case 'MissingDocumentSupplied': {
      const { question, organisationId: _, ...supplied } = event.data
      return of(question, { supplied: { ...supplied, at: event.at } })
    }
    // The wait for documents is over: what has not come by then does not, even if another bidder is asked later.
    case 'WaitOpened':
      return event.data.name === 'compliance'
        ? { ...compliance, questions: compliance.questions.map(lapsing) }
        : compliance
    default:
      return compliance
  }
}

const lapsing = (question: Question): Question =>
  question.asked && !question.supplied ? { ...question, lapsed: true } : question

function without(person: string, { first, second, ...question }: Question): Question {
  const rulings = [first, second].filter((ruling) => ruling !== undefined)
  const [one, other] = rulings.filter((ruling) => ruling.person !== person)
  const theirs = rulings.filter((ruling) => ruling.person === person)
  return {
    ...question,
    ...(one && { first: one }),
    ...(other && { second: other }),
    ...(theirs.length > 0 && { setAside: [...(question.setAside ?? []), ...theirs] }),
  }
}
