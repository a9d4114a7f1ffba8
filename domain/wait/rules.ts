import { didItWork, firstMonths, planAgreed, readyToGoLive } from '../after-award/waits.ts'
import { appraisal, revision } from '../appraisal/waits.ts'
import { businessCase } from '../business-case/waits.ts'
import { compliance, missingDocument } from '../compliance/waits.ts'
import { adjudication, rulings } from '../conflict/waits.ts'
import { confirmation, panelVote, standstill } from '../decision/waits.ts'
import { priceDecision, priceExplanation } from '../evaluation/low-price-waits.ts'
import { moderation, scores } from '../evaluation/waits.ts'
import { nominations } from '../nomination/waits.ts'
import { chair, invitations } from '../panel/waits.ts'
import { contributions, draw, numbers, pool, reveals } from '../panel-draw/waits.ts'
import { correction, triage } from '../proposal/waits.ts'
import { declarations } from '../renewal/waits.ts'
import { specification, specificationVote } from '../specification/waits.ts'
import { substitute } from '../substitution/waits.ts'
import { fewTenders } from '../tender/few-tenders.ts'
import { tenders } from '../tender/waits.ts'
import type { WaitRule } from './rule.ts'
import type { WaitName } from './wait.ts'

/** Every wait of every stage, each ruled by its own noun. */
export const waitRules: Record<WaitName, WaitRule> = {
  triage,
  correction,
  nominations,
  adjudication,
  rulings,
  pool,
  contributions,
  draw,
  reveals,
  numbers,
  invitations,
  chair,
  appraisal,
  revision,
  specification,
  'specification vote': specificationVote,
  'business case': businessCase,
  tenders,
  'few tenders': fewTenders,
  declarations,
  compliance,
  'missing document': missingDocument,
  substitute,
  scores,
  moderation,
  'price explanation': priceExplanation,
  'price decision': priceDecision,
  'panel vote': panelVote,
  confirmation,
  standstill,
  'plan agreed': planAgreed,
  'ready to go live': readyToGoLive,
  'first months': firstMonths,
  'did it work': didItWork,
}
