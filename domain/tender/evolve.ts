import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import type { EarlierRound, OpenedTender, Published, Tender } from './tender.ts'

export function evolveTender(tender: Tender | undefined, event: Recorded): Tender | undefined {
  // Each entry into the stage is a tender of its own; what was tendered before stays on the record.
  if (event.type === 'StageEntered' && event.data.stage === 'tender')
    return { status: 'due', round: (tender?.round ?? 0) + 1, earlier: earlierRounds(tender, event) }
  if (!tender) return tender
  const { earlier } = tender
  if (tender.status === 'due') {
    if (event.type !== 'TenderPublished') return tender
    const nothing = { questions: [], questionsClosed: false, changes: [], deadlines: [], tenders: {}, withdrawn: {} }
    return { status: 'open', ...event.data, earlier, publishedAt: event.at, ...nothing }
  }
  const end = endOf(event)
  if (end) return tender.status === 'ended' ? tender : { ...tender, status: 'ended', ended: end }
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
    case 'FewTendersDecided':
      return tender.status === 'opened' ? { ...tender, few: { ...event.data, at: event.at } } : tender
    case 'TenderClosed':
      if (tender.status !== 'open') return tender
      return { ...tender, status: 'closed', deadline: event.data.deadline, closedAt: event.at }
    default:
      return tender.status === 'open' ? evolveOpen(tender, event) : tender
  }
}

/** Sent back or withdrawn: the round is over, and nobody can tender for it. */
function endOf(event: Recorded): EarlierRound['ended'] | undefined {
  if (event.type === 'StageEntered' && !['evaluation', 'decision', 'after-award'].includes(event.data.stage))
    return { at: event.at, because: event.data.toTheMarket ?? event.data.because ?? '' }
  if (event.type === 'CaseEnded' && event.data.outcome === 'withdrawn')
    return { at: event.at, because: event.data.reason }
  return undefined
}

function earlierRounds(tender: Tender | undefined, event: Recorded): EarlierRound[] {
  if (!tender || tender.status === 'due') return tender?.earlier ?? []
  const ended = tender.status === 'ended' ? tender.ended : endOf(event)
  const { round, publishedAt, earlier } = tender
  const closed = 'deadline' in tender && tender.deadline !== undefined && { deadline: tender.deadline }
  return ended ? [...earlier, { round, publishedAt, tenders: sealed(tender), ...closed, ended }] : earlier
}

/** The tenders as they were sealed, without what was found in them. */
function sealed({ tenders }: Published): EarlierRound['tenders'] {
  const asSealed = Object.entries(tenders).map(([organisationId, { submittedBy, submittedAt, quality, price }]) => [
    organisationId,
    { submittedBy, submittedAt, quality, price },
  ])
  return Object.fromEntries(asSealed)
}

function evolveOpen(tender: Extract<Tender, { status: 'open' }>, event: Recorded): Tender {
  switch (event.type) {
    case 'QuestionAsked':
      return { ...tender, questions: [...tender.questions, { ...event.data, askedAt: event.at }] }
    case 'QuestionAnswered': {
      const { id, answer, ...more } = event.data
      const given = { text: answer, at: event.at, ...more }
      return { ...tender, questions: tender.questions.map((one) => (one.id === id ? { ...one, answer: given } : one)) }
    }
    case 'TenderSubmitted': {
      const { organisationId, ...sealed } = event.data
      const { [organisationId]: _, ...withdrawn } = tender.withdrawn
      const tenders = { ...tender.tenders, [organisationId]: { ...sealed, submittedAt: event.at } }
      return { ...tender, tenders, withdrawn }
    }
    case 'TenderWithdrawn': {
      const { organisationId } = event.data
      const { [organisationId]: _, ...tenders } = tender.tenders
      const withdrawn = { ...tender.withdrawn, [organisationId]: { at: event.at, by: personOf(event.by) ?? '' } }
      return { ...tender, tenders, withdrawn }
    }
    case 'TenderChanged': {
      const { terms, round: _, ...change } = event.data
      // A change opens the time for questions again: bidders may ask about what is new.
      return { ...tender, terms, questionsClosed: false, changes: [...tender.changes, { ...change, at: event.at }] }
    }
    case 'TenderReconfirmed': {
      const { organisationId } = event.data
      const own = tender.tenders[organisationId]
      if (!own) return tender
      return { ...tender, tenders: { ...tender.tenders, [organisationId]: { ...own, reconfirmedAt: event.at } } }
    }
    case 'QuestionsClosed':
      return tender.questionsClosed
        ? tender
        : { ...tender, questionsClosed: true, questionsClosedBefore: event.data.deadline }
    case 'WaitOpened':
      return event.data.name === 'tenders' ? movedTo(tender, { at: event.at, dueAt: event.data.dueAt }) : tender
    case 'DeadlineExtended': {
      const { wait, dueAt, reason } = event.data
      return wait === 'tenders' ? movedTo(tender, { at: event.at, dueAt, reason }) : tender
    }
    case 'CaseResumed': {
      const { dueAt, reason } = event.data
      return dueAt === undefined ? tender : movedTo(tender, { at: event.at, dueAt, reason })
    }
    default:
      return tender
  }
}

const movedTo = (tender: Extract<Tender, { status: 'open' }>, deadline: Published['deadlines'][number]): Tender => ({
  ...tender,
  deadlines: [...tender.deadlines, { ...deadline, ...(tender.questionsClosed && { questionsClosed: true }) }],
})
