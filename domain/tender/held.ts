import type { Case } from '../case/case.ts'
import { personOf } from '../case/party.ts'
import { mustTakeAnswer, mustTakeQuestion } from '../clarification/decide.ts'
import { type RecordedAs, type Rule, refused, rule, same, unless } from '../record/rule.ts'
import { approvedVersion } from '../specification/specification.ts'
import { dueBefore } from '../time/before.ts'
import { dueAfter } from '../time/deadline.ts'
import { addMilliseconds } from '../time/instant.ts'
import { changeOfTender } from './change.ts'
import { mayBeOpened } from './deadline.ts'
import { decideTender, stepTender } from './decide.ts'
import { decideOnFewTenders } from './few-tenders.ts'
import { reconfirm } from './reconfirm.ts'
import { bidders } from './tender.ts'
import { publishedTerms } from './terms.ts'

const onTime = ['life', 'tender', 'ruleBook'] as const

export const tenderRules: readonly Rule[] = [
  rule(
    'A tender is published once the panel has approved the specification and the approver the business case, and is judged by what the panel approved.',
    ['TenderPublished'],
    ['life', 'tender', 'specification', 'versions', 'businessCase'],
    publicationProblems,
  ),
  rule(
    'A tender is submitted, reconfirmed or withdrawn while it is open, and before the deadline in force.',
    ['TenderSubmitted', 'TenderReconfirmed', 'TenderWithdrawn'],
    onTime,
    (before, event) =>
      refused(() => {
        const { type, data } = event
        if (type === 'TenderReconfirmed') return reconfirm(before, data, event)
        if (type === 'TenderWithdrawn') return decideTender(before, { type: 'WithdrawTender', ...data }, event)
        return decideTender(before, { type: 'SubmitTender', ...data }, event)
      }),
  ),
  rule(
    'A question is asked before questions close, and answered once.',
    ['QuestionAsked', 'QuestionAnswered'],
    onTime,
    (before, { type, data, at }) =>
      refused(() =>
        type === 'QuestionAsked' ? mustTakeQuestion(before, data.organisationId, at) : mustTakeAnswer(before, data.id),
      ),
  ),
  rule(
    'What a published tender asks changes to what the panel approved, and nothing else; where that is late, its bidders have the more time that the rules of the case say.',
    ['TenderChanged', 'TenderClosed'],
    ['life', 'tender', 'ruleBook', 'specification', 'versions'],
    changeProblems,
  ),
  rule(
    'The deadline for tenders never becomes earlier than it was first.',
    ['DeadlineExtended', 'WaitOpened', 'CaseResumed'],
    ['tender'],
    deadlineProblems,
  ),
  rule(
    'A tender closes when its deadline has passed and every question that was asked in time is answered.',
    ['TenderClosed'],
    onTime,
    (before, { data, at, by }) =>
      refused(
        () => stepTender(before, { type: 'CloseTender', attempt: before.life.attempt }, { at, by }),
        (closed) =>
          unless(
            closed.every((one) => same(one.data, data)),
            'its deadline, or how many tenders there are, is not what the record gives',
          ),
      ),
  ),
  rule(
    'Tenders are opened after the close; those that were submitted and not withdrawn, each as it was sealed, and no other.',
    ['TendersOpened'],
    ['tender'],
    openingProblems,
  ),
  rule(
    'How a case goes on with fewer than two tenders is the panel’s choice, of a quorum, once they are opened.',
    ['FewTendersDecided'],
    ['life', 'tender', 'panel', 'ruleBook', 'decision'],
    (before, { data, by }) => refused(() => decideOnFewTenders(before, { ...data, person: personOf(by) ?? '' })),
  ),
]

function publicationProblems(before: Case, { data }: RecordedAs<'TenderPublished'>): string[] {
  const { tender, businessCase } = before
  return [
    ...unless(tender?.status === 'due', 'no tender was to be published'),
    ...unless(businessCase?.status === 'approved', 'the approver had not approved the business case'),
    ...refused(
      () => publishedTerms(before),
      (terms) => unless(same(terms, data.terms), 'terms: they are not those that the panel approved'),
    ),
  ]
}

function changeProblems(before: Case, { type, data, at }: RecordedAs<'TenderChanged' | 'TenderClosed'>): string[] {
  const { tender, specification, ruleBook } = before
  if (type === 'TenderChanged')
    return refused(
      () => changeOfTender(before, data.version, at),
      ([changed]) => [
        ...unless(approvedVersion(specification) === data.version, 'the panel had not approved this version'),
        ...unless(same(changed?.data, data), 'terms: they are not those of the version that the panel approved'),
      ],
    )
  if (tender?.status !== 'open') return []
  const late = tender.changes.some((change) => {
    const then = tender.deadlines.findLast((deadline) => deadline.at < change.at)?.dueAt
    return (
      then !== undefined &&
      change.at >= dueBefore(then, ruleBook.tender.changeIsLateWithin) &&
      data.deadline < dueAfter(addMilliseconds(then, -1), ruleBook.tender.extendForChangeBy)
    )
  })
  return unless(!late, 'what is asked had changed shortly before the deadline, which did not move')
}

/** An extension can be corrected to less (domain/wait/decide.ts), but nobody is given less than what was published. */
function deadlineProblems(
  { tender }: Case,
  { type, data }: RecordedAs<'DeadlineExtended' | 'WaitOpened' | 'CaseResumed'>,
): string[] {
  if (tender?.status !== 'open') return []
  const concerns = type === 'CaseResumed' || (type === 'WaitOpened' ? data.name : data.wait) === 'tenders'
  const [first] = tender.deadlines
  if (!concerns || !first || data.dueAt === undefined) return []
  return unless(
    data.dueAt >= first.dueAt,
    `the deadline for tenders became earlier than it was published, ${first.dueAt}`,
  )
}

function openingProblems({ tender }: Case, { data, at }: RecordedAs<'TendersOpened'>): string[] {
  if (!mayBeOpened(tender, at)) return ['the tender had not closed, or its deadline had not passed']
  const opened = data.tenders.map(({ organisationId }) => organisationId)
  return [
    ...unless(
      same(opened.toSorted(), bidders(tender)),
      'tenders: they are not those that were submitted and not withdrawn',
    ),
    ...data.tenders.flatMap(({ organisationId, quality, price }) => {
      const sealed = tender.tenders[organisationId]
      return sealed && !(same(sealed.quality, quality) && same(sealed.price, price))
        ? [`tenders: what was opened of ${organisationId} is not what it had sealed`]
        : []
    }),
  ]
}
