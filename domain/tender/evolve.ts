import type { Recorded } from '../case/event.ts'
import type { OpenedTender, Tender } from './tender.ts'

export function evolveTender(tender: Tender | undefined, event: Recorded): Tender | undefined {
  // Each entry into the stage is a tender of its own; what was tendered before stays on the record.
  if (event.type === 'StageEntered' && event.data.stage === 'tender')
    return { status: 'due', round: (tender?.round ?? 0) + 1 }
  if (!tender) return tender
  // Sent back before anything was opened: the round is over, and nobody can tender for it.
  const before = tender.status === 'open' || tender.status === 'closed'
  if (before && event.type === 'StageEntered' && event.data.stage !== 'evaluation')
    return { status: 'due', round: tender.round }
  if (tender.status === 'due') {
    if (event.type !== 'TenderPublished') return tender
    return { status: 'open', ...event.data, publishedAt: event.at, questions: [], questionsClosed: false, tenders: {} }
  }
  switch (event.type) {
    case 'TendersOpened': {
      if (tender.status !== 'closed') return tender
      const tenders: Record<string, OpenedTender> = {}
      for (const { organisationId, opening } of event.data.tenders) {
        const sealed = tender.tenders[organisationId]
        if (sealed) tenders[organisationId] = { ...sealed, opening }
      }
      return { ...tender, status: 'opened', tenders, openedAt: event.at }
    }
    case 'TenderClosed':
      if (tender.status !== 'open') return tender
      return { ...tender, status: 'closed', deadline: event.data.deadline, closedAt: event.at }
    default:
      return tender.status === 'open' ? evolveOpen(tender, event) : tender
  }
}

function evolveOpen(tender: Extract<Tender, { status: 'open' }>, event: Recorded): Tender {
  switch (event.type) {
    case 'QuestionAsked':
      return { ...tender, questions: [...tender.questions, { ...event.data, askedAt: event.at }] }
    case 'QuestionAnswered': {
      const { id, answer, wording } = event.data
      const given = { text: answer, at: event.at, ...(wording === undefined ? {} : { wording }) }
      return { ...tender, questions: tender.questions.map((one) => (one.id === id ? { ...one, answer: given } : one)) }
    }
    case 'TenderSubmitted': {
      const { organisationId, ...sealed } = event.data
      return { ...tender, tenders: { ...tender.tenders, [organisationId]: { ...sealed, submittedAt: event.at } } }
    }
    case 'TenderWithdrawn': {
      const { [event.data.organisationId]: _, ...tenders } = tender.tenders
      return { ...tender, tenders }
    }
    case 'QuestionsClosed':
      return { ...tender, questionsClosed: true }
    default:
      return tender
  }
}
