import type { Milestone } from '../after-award/after-award.ts'
import { type AwardNotice, awardNotices } from '../decision/notice.ts'
import { told } from '../time/deadline.ts'
import { address, organisation, type Source, value } from './source.ts'

const awardId = (caseId: string, sitting: number) => `${caseId}-award-${sitting}`

/**
 * What was awarded or not, what is intended (`pending`, from the notice to the award), and what had been announced and no longer
 * stood. Why it did not is public when the case is decided.
 */
export function awards(source: Source) {
  const { theCase, record } = source
  const title = theCase.proposal.form.title
  const cancelled = (theCase.decision?.superseded ?? []).map(({ sitting, at, reason }) => ({
    id: awardId(theCase.id, sitting),
    title,
    ...(record && { description: reason }),
    status: 'cancelled' as const,
    date: at,
    ...(noticeOf(source, sitting).length > 0 && { documents: noticeOf(source, sitting) }),
  }))
  return [...cancelled, ...intended(source), ...decided(source)]
}

const noticeDocument = (source: Source, { sitting, publishedAt }: AwardNotice) => ({
  id: 'award-notice',
  documentType: 'awardNotice',
  title: 'Notice of the intended award, with the standstill',
  url: address(source, `/award-notice?sitting=${sitting}`),
  datePublished: publishedAt,
  format: 'application/json',
  language: 'en',
})

function intended(source: Source) {
  const { theCase, notice } = source
  if (!notice) return []
  return [
    {
      id: awardId(theCase.id, notice.sitting),
      title: notice.title,
      status: 'pending' as const,
      date: notice.publishedAt,
      suppliers: [organisation(source, notice.winner)],
      ...(notice.pence !== undefined && { value: value(notice.pence) }),
      ...(notice.notBefore && { description: `Nothing is awarded before ${told(notice.notBefore)}.` }),
      documents: [noticeDocument(source, notice)],
    },
  ]
}

function decided(source: Source) {
  const { theCase, record } = source
  if (!record) return []
  const { decision, winner, title } = record
  const reasons = [...new Set(decision.reasons)].join('\n')
  return [
    {
      id: awardId(theCase.id, decision.sitting),
      title,
      description: reasons,
      status: winner === undefined ? ('unsuccessful' as const) : ('active' as const),
      date: decision.awardedAt ?? decision.announcedAt,
      ...(winner !== undefined && {
        suppliers: [organisation(source, winner)],
        ...priceOf(source, winner),
      }),
      documents: [
        ...noticeOf(source, decision.sitting),
        {
          id: 'decision-record',
          documentType: 'evaluationReports',
          title: 'Decision record: the full story, with scores, reasons and how robust the result is',
          url: address(source, '/decision-record.pdf'),
          datePublished: decision.awardedAt ?? decision.announcedAt,
          format: 'application/pdf',
          language: 'en',
        },
      ],
    },
  ]
}

/** Its notice, which stays published whatever became of it. */
const noticeOf = (source: Source, sitting: number) =>
  awardNotices(source.theCase)
    .filter((notice) => notice.sitting === sitting)
    .map((notice) => noticeDocument(source, notice))

function priceOf({ record }: Source, winner: string) {
  const price = record?.ranking.find(({ organisationId }) => organisationId === winner)?.price
  return price ? { value: value(price.pence) } : {}
}

const titles: Record<Milestone, string> = {
  'plan agreed': 'The plan is agreed',
  'ready to go live': 'The service is ready to go live',
  'did it work': 'It was reviewed whether the service worked',
}

/** The awarded contract, with the milestones after it. */
export function contracts(source: Source) {
  const { theCase, record } = source
  const { afterAward } = theCase
  if (!record || record.winner === undefined || !afterAward) return []
  const { goLiveOn, milestones } = afterAward
  return [
    {
      id: `${theCase.id}-contract`,
      awardID: awardId(theCase.id, record.decision.sitting),
      title: record.title,
      // What has not begun is not in force; when it comes to a close is not known here.
      status: goLiveOn === undefined || goLiveOn > source.today ? ('pending' as const) : ('active' as const),
      ...priceOf(source, record.winner),
      ...(goLiveOn !== undefined && { period: { startDate: `${goLiveOn}T00:00:00Z` } }),
      ...(milestones.length > 0 && {
        implementation: {
          milestones: milestones.map(({ milestone, reached }) => ({
            id: milestone,
            title: titles[milestone],
            type: 'delivery',
            status: reached ? ('met' as const) : ('scheduled' as const),
            ...(reached && { dateMet: reached.at }),
          })),
        },
      }),
    },
  ]
}
