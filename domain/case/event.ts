import type { AfterAwardEvent } from '../after-award/after-award.ts'
import type { AppraisalEvent } from '../appraisal/appraisal.ts'
import type { BusinessCaseEvent } from '../business-case/business-case.ts'
import type { ChallengeEvent } from '../challenge/challenge.ts'
import type { ClarificationEvent } from '../clarification/clarification.ts'
import type { ComplianceEvent } from '../compliance/compliance.ts'
import type { ConflictEvent } from '../conflict/conflict.ts'
import type { DecisionEvent } from '../decision/decision.ts'
import type { EvaluationEvent } from '../evaluation/evaluation.ts'
import type { MarkedPaperEvent } from '../marked-paper/marked-paper.ts'
import type { MeetingEvent } from '../meeting/meeting.ts'
import type { PeopleTold, ProvidersTold } from '../message/message.ts'
import type { NominationEvent } from '../nomination/nomination.ts'
import type { PanelEvent } from '../panel/panel.ts'
import type { DrawEvent } from '../panel-draw/draw.ts'
import type { ProposalEvent } from '../proposal/decide.ts'
import type { RenewalEvent } from '../renewal/renewal.ts'
import type { SpecificationEvent } from '../specification/specification.ts'
import type { StandingPanelEvent } from '../standing-panel/standing-panel.ts'
import type { SubstitutionEvent } from '../substitution/substitution.ts'
import type { TenderEvent } from '../tender/tender.ts'
import type { Instant } from '../time/instant.ts'
import type { VoteEvent } from '../vote/vote.ts'
import type { WaitEvent } from '../wait/decide.ts'
import type { WorkshopEvent } from '../workshop/workshop.ts'
import type { LifeEvent } from './decide.ts'
import type { Actor } from './party.ts'

/** Every fact that can stand on a case's record. */
export type CaseEvent =
  | LifeEvent
  | WaitEvent
  | ProposalEvent
  | NominationEvent
  | ConflictEvent
  | DrawEvent
  | PanelEvent
  | SubstitutionEvent
  | StandingPanelEvent
  | AppraisalEvent
  | SpecificationEvent
  | BusinessCaseEvent
  | TenderEvent
  | ClarificationEvent
  | RenewalEvent
  | ComplianceEvent
  | EvaluationEvent
  | DecisionEvent
  | AfterAwardEvent
  | ChallengeEvent
  | VoteEvent
  | WorkshopEvent
  | MeetingEvent
  | MarkedPaperEvent
  | PeopleTold
  | ProvidersTold

/** An event with who did it and when. */
export type Recorded = CaseEvent & { at: Instant; by: Actor }

/** What every decision is made with, besides the case and the command. */
export interface Circumstances {
  by: Actor
  at: Instant
}
