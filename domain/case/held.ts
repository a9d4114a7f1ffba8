import { unansweredRepresentations } from '../decision/decision.ts'
import { mayLead } from '../panel/lead.ts'
import { isMember } from '../panel/panel.ts'
import { type RecordedAs, type Rule, rule, unless } from '../record/rule.ts'
import type { Capacity } from './capacity.ts'
import { type Case, stages } from './case.ts'
import type { CaseEvent, Recorded } from './event.ts'
import { maySendBack, sendBackTo } from './send-back.ts'

type Type = CaseEvent['type']

/** Who can do something: in which capacities, or a step of the service; and whom the event itself names as having done it. */
interface Doers<T extends Type> {
  as: readonly (Capacity | 'step')[]
  named?: (data: RecordedAs<T>['data']) => string
}

const secretariat = ['programme-manager', 'deputy-programme-manager'] as const
const oneself = { named: ({ person }: { person: string }) => person }
const member = { as: ['panel-member'], ...oneself } as const
const nominee = { as: ['nominee'], ...oneself } as const
const step = { as: ['step'] } as const
const practice = { as: ['practice'] } as const
const provider = { as: ['provider'] } as const
const approver = { as: ['approver'] } as const
const chair = { as: ['chair'] } as const
const onCompliance = { as: ['panel-member', 'chair', ...secretariat], ...oneself } as const

/** What only some may do (access/policies.cedar). What follows from another event is by whoever did that, and is not here. */
export const doers: { [T in Type]?: Doers<T> } = {
  ProposalAccepted: { as: secretariat },
  ProposalReturned: { as: secretariat },
  PersonNominated: practice,
  NominationWithdrawn: practice,
  PracticeDeclined: practice,
  NominationAccepted: nominee,
  NominationDeclined: nominee,
  SeatAccepted: nominee,
  SeatDeclined: nominee,
  PanelDrawn: step,
  ChairVoteCast: member,
  ChairChosen: step,
  ChecklistAnswered: member,
  VersionSaved: member,
  CommentMade: member,
  CommentAnswered: member,
  CommentResolved: member,
  WorkshopHeld: member,
  BallotCast: member,
  VersionPutToVote: chair,
  ChangePutToVote: chair,
  BusinessCaseApproved: approver,
  BusinessCaseReturned: approver,
  BusinessCaseRejected: approver,
  InterestCleared: { as: [...secretariat, 'approver'] },
  InterestManaged: { as: [...secretariat, 'approver'] },
  PersonBarred: { as: [...secretariat, 'approver'] },
  TenderPublished: step,
  QuestionAsked: provider,
  QuestionAnswered: { as: secretariat },
  TenderSubmitted: { ...provider, named: ({ submittedBy }) => submittedBy },
  TenderReconfirmed: provider,
  TenderWithdrawn: provider,
  TenderClosed: step,
  TendersOpened: step,
  FewTendersDecided: chair,
  BiddersChecked: step,
  DeclarationRenewed: { as: ['panel-member', ...secretariat, 'approver'], ...oneself },
  ComplianceRaised: onCompliance,
  ComplianceRuled: onCompliance,
  MissingDocumentAsked: onCompliance,
  MissingDocumentSupplied: { ...provider, ...oneself },
  ComplianceChecked: step,
  ScoringOpened: step,
  ScoresSubmitted: { as: ['panel-member'], named: (data) => data.member },
  ScoringClosed: step,
  ModerationMeetingHeld: chair,
  CriterionModerated: chair,
  CriterionNotAgreed: chair,
  ModerationConcluded: chair,
  ModerationClosed: step,
  PricesOpened: step,
  PriceExplained: provider,
  PriceJudged: chair,
  TendersRanked: step,
  RecommendationMade: step,
  RecommendationConfirmed: approver,
  RecommendationRejected: approver,
  LetterWritten: step,
  OutcomeAnnounced: step,
  NoticePublished: { as: secretariat },
  RepresentationMade: { as: ['provider', ...secretariat] },
  RepresentationAnswered: chair,
  AwardMade: step,
  MilestoneItemAnswered: { as: secretariat },
  MilestoneReached: { as: secretariat },
  GoLiveMoved: { as: secretariat },
  BenefitsReviewed: { as: secretariat },
}

const decidedBy: Rule = rule(
  'Whoever did something is the person whom the event names as having done it, in a capacity in which it may be done: a ballot, scores and a declaration are a member’s own, a seat is taken by the nominee, a tender is a provider’s, the award is confirmed by an approver, and votes are counted, tenders opened and awards made by steps of the service. A member sat on the panel then, its chair led it, and a nominee had been nominated.',
  Object.keys(doers) as Type[],
  ({ by }) => ('person' in by ? (restsOn[by.as] ?? []) : []),
  (before, event) => {
    const { by, type, data } = event
    const { as, named } = doers[type] as Doers<Type>
    const capacity = 'person' in by ? by.as : 'step'
    if (!as.includes(capacity))
      return [
        `it was done ${inWords(by)}, and that is for ${as.map((one) => (one === 'step' ? 'a step of the service' : one)).join(', ')}`,
      ]
    if (!('person' in by)) return []
    const who = named?.(data as never)
    return [
      ...unless(who === undefined || who === by.person, `it was done by ${by.person}, and says that it is ${who}’s`),
      ...unless(isSo(before, by), `${by.person} was no ${by.as} of this case then`),
    ]
  },
)

const inWords = (by: Recorded['by']): string =>
  'person' in by ? `by ${by.person} as ${by.as}` : `by the step “${by.step}”`

/** What shows whether somebody was what they acted as. That they have a role, such as the approver's, the record does not show. */
const restsOn: { [C in Capacity]?: readonly (keyof Case & ('panel' | 'life' | 'decision' | 'nomination'))[] } = {
  'panel-member': ['panel'],
  chair: ['panel', 'life', 'decision'],
  nominee: ['nomination'],
}

function isSo(before: Case, { person, as }: Extract<Recorded['by'], { person: string }>): boolean {
  switch (as) {
    case 'panel-member':
      return isMember(before.panel, person)
    case 'chair':
      return mayLead(before).includes(person)
    case 'nominee':
      return before.nomination?.nominees[person] !== undefined
    default:
      return true
  }
}

export const caseRules: readonly Rule[] = [
  decidedBy,
  rule(
    'A case that has ended is not paused, resumed, moved to a stage or ended again.',
    ['StageEntered', 'CasePaused', 'CaseResumed', 'CaseEnded'],
    ['life'],
    ({ life }) => unless(life.status !== 'ended', 'the case had ended'),
  ),
  rule(
    'A person sends a case back only where it can be sent back to, and, once prices are open, only as the approver.',
    ['StageEntered'],
    ['life', 'panel', 'ruleBook', 'evaluation', 'compliance'],
    (before, { by, data }) => {
      const { stage } = before.life
      if (!('person' in by) || stages.indexOf(data.stage) >= stages.indexOf(stage)) return []
      return [
        ...unless(
          (sendBackTo[stage] ?? []).includes(data.stage),
          `a case in the stage “${stage}” is not sent back to “${data.stage}”`,
        ),
        ...unless(maySendBack(before, by.as), `it was not for the ${by.as} to send the case back then`),
      ]
    },
  ),
  rule(
    'A case is not sent back or withdrawn over a representation that was not answered.',
    ['StageEntered', 'CaseEnded'],
    ['decision'],
    ({ decision }, { by, type, data }) => {
      const given = type === 'CaseEnded' ? data.outcome === 'withdrawn' : 'person' in by
      return unless(
        !given || unansweredRepresentations(decision).length === 0,
        'a representation had not been answered',
      )
    },
  ),
  rule(
    'A case ends as awarded only after an award, and as not awarded only after that was announced.',
    ['CaseEnded'],
    ['decision'],
    ({ decision }, { data: { outcome } }) =>
      unless(
        (outcome !== 'awarded' && outcome !== 'not awarded') || decision?.status === outcome,
        `nothing had been announced that ends a case as ${outcome}`,
      ),
  ),
]
