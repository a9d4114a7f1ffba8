import type { Case } from '../case/case.ts'
import { areas } from '../proposal/areas.ts'
import { priceFormulaInWords } from '../specification/price-formula-in-words.ts'
import { questionsCloseAt, tenderDeadline } from '../tender/deadline.ts'
import { bidders, type Tender } from '../tender/tender.ts'
import { dueBefore } from '../time/before.ts'
import { address, organisation, type Source } from './source.ts'

const procedures = {
  psr: 'Competitive process under the Health Care Services (Provider Selection Regime) Regulations 2023',
  pa2023: 'Open procedure under the Procurement Act 2023',
} as const

/** The tender of the present round; rounds before it are its amendments. Absent before anything was published. */
export function tenderOf(source: Source) {
  const { theCase, record } = source
  const { tender, id, proposal, ruleBook } = theCase
  if (!tender || (tender.status === 'due' && tender.earlier.length === 0)) return undefined
  const { title, problem, area } = proposal.form
  const opened = record && tender.status !== 'due'
  return {
    id: `${id}-${tender.round}`,
    title,
    description: problem,
    status: statusOf(source, tender),
    procuringEntity: source.buyer,
    items: [
      {
        id: '1',
        description: title,
        classification: { scheme: 'x-commissioning-area', id: area, description: areas[area].name },
      },
    ],
    procurementMethod: 'open' as const,
    procurementMethodDetails: procedures[ruleBook.decision.standstill],
    mainProcurementCategory: 'services' as const,
    submissionMethod: ['electronicSubmission'],
    submissionMethodDetails: 'Sealed in the bidder’s browser, with quality and price in two envelopes.',
    ...(tender.status !== 'due' && published(source, tender)),
    ...(opened && {
      numberOfTenderers: bidders(tender).length,
      tenderers: bidders(tender).map((bidder) => organisation(source, bidder)),
    }),
    ...amended(theCase),
  }
}

/**
 * Rounds that came to nothing, and since the publication changes of what is asked and of the deadline: each with its own date
 * and reason, in the order in which they happened.
 */
function amended({ tender, ruleBook }: Case) {
  if (!tender) return {}
  const rounds = tender.earlier.map(({ round, ended }) => ({
    id: `round-${round}`,
    date: ended.at,
    rationale: ended.because,
    description: `Round ${round} ended without an award, and the tender was published again.`,
  }))
  const changes = (tender.status === 'due' ? [] : tender.changes).map(({ from, version, reason, at }) => ({
    id: `specification-${version}`,
    date: at,
    rationale: reason,
    description: `The requirements were changed, from version ${from} of the specification to version ${version}. Bidders were asked to reconfirm their tenders.`,
  }))
  const deadlines = tender.status === 'due' ? [] : tender.deadlines
  const moved = deadlines.flatMap(({ at, dueAt, reason, questionsClosed }, index) => {
    const before = deadlines[index - 1]
    if (!before || reason === undefined) return []
    const { questionsCloseBefore } = ruleBook.tender
    const questions = questionsClosed
      ? 'The time for questions did not move.'
      : `Questions could be asked until ${dueBefore(dueAt, questionsCloseBefore)}.`
    return [
      {
        id: `deadline-${index}`,
        date: at,
        rationale: reason,
        description: `The deadline for tenders moved from ${before.dueAt} to ${dueAt}. ${questions}`,
      },
    ]
  })
  const since = [...changes, ...moved].sort((one, other) =>
    one.date < other.date ? -1 : one.date > other.date ? 1 : 0,
  )
  const amendments = [...rounds, ...since]
  return amendments.length > 0 ? { amendments } : {}
}

function statusOf({ theCase, record }: Source, tender: Tender) {
  if (tender.status === 'due') return theCase.life.status === 'ended' ? ('cancelled' as const) : ('planned' as const)
  if (tender.status === 'ended') return 'cancelled' as const
  if (!record) return theCase.life.status === 'ended' ? ('cancelled' as const) : ('active' as const)
  return record.outcome === 'awarded' ? ('complete' as const) : ('unsuccessful' as const)
}

function published(source: Source, { terms, publishedAt, questions, changes }: Exclude<Tender, { status: 'due' }>) {
  const { theCase } = source
  const [deadline, questionsClose] = [tenderDeadline(theCase), questionsCloseAt(theCase)]
  const answered = questions.filter(({ answer }) => answer)
  return {
    awardCriteria: 'ratedCriteria',
    awardCriteriaDetails: `${terms.criteria.map(({ title, weight }) => `${title} ${weight}`).join('; ')}; price ${terms.priceShare} (${priceFormulaInWords(terms.priceFormula)}).`,
    tenderPeriod: { startDate: publishedAt, ...(deadline && { endDate: deadline }) },
    enquiryPeriod: { startDate: publishedAt, ...(questionsClose && { endDate: questionsClose }) },
    hasEnquiries: answered.length > 0,
    documents: [
      {
        id: `specification-${terms.specificationVersion}`,
        documentType: 'technicalSpecifications',
        title: `Version ${terms.specificationVersion} of the specification, with criteria, questions and answers`,
        url: address(source, '/tender'),
        datePublished: changes.at(-1)?.at ?? publishedAt,
        format: 'application/json',
        language: 'en',
      },
    ],
  }
}
