import type { Recorded } from '../case/event.ts'
import { putOut } from '../conflict/put-out.ts'
import type { Instant } from '../time/instant.ts'
import { type Compliance, outcomeOf, type Question } from './compliance.ts'

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
      return withoutThoseOut(compliance, putOut(event), event.at)
  }
}

/**
 * Opens questions again whose ruling was made by somebody who is now excluded, unless they stand already: a conflicted person's
 * word excludes nobody (requirements §4). Those that stand say so.
 */
function withoutThoseOut(compliance: Compliance, out: readonly string[], at: Instant): Compliance {
  const settled = compliance.standing ?? 0
  const concerned = ({ first, second, asked }: Question) =>
    [first, second, asked].some((one) => one && out.includes(one.person))
  if (!compliance.questions.some(concerned)) return compliance
  const questions = compliance.questions.map((question, index) => {
    if (!concerned(question)) return question
    return index < settled ? standing(question, out, at) : askedAnew(out.reduce(without, question), out)
  })
  return { ...compliance, questions }
}

function standing(question: Question, out: readonly string[], at: Instant): Question {
  const { first, second, outSince = [] } = question
  const ruled = out.filter(
    (person) => [first, second].some((one) => one?.person === person) && !outSince.some((one) => one.person === person),
  )
  return ruled.length === 0
    ? question
    : { ...question, outSince: [...outSince, ...ruled.map((person) => ({ person, at }))] }
}

/**
 * Gives a bidder another chance to supply a document where somebody who is now excluded gave the first and nothing came, while
 * that can still matter.
 */
function askedAnew(question: Question, out: readonly string[]): Question {
  const { asked, lapsed, ...rest } = question
  if (!asked || !lapsed || !out.includes(asked.person) || outcomeOf(question) !== undefined) return question
  return { ...rest, askedBefore: [...(question.askedBefore ?? []), asked] }
}

const lapsing = (question: Question): Question =>
  question.asked && !question.supplied ? { ...question, lapsed: true } : question

function without({ first, second, ...question }: Question, person: string): Question {
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
