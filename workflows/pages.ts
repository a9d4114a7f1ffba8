import type { Party } from '../domain/case/party.ts'
import type { WaitName } from '../domain/wait/wait.ts'

/** The pages on which something is done that somebody is waited for. */
export type CasePath =
  | '/cases/$caseId'
  | '/cases/$caseId/correct'
  | '/cases/$caseId/nominations'
  | '/cases/$caseId/panel'
  | '/cases/$caseId/appraisal'
  | '/cases/$caseId/specification'
  | '/cases/$caseId/business-case'
  | '/cases/$caseId/questions'
  | '/cases/$caseId/scoring'
  | '/cases/$caseId/conflicts'
  | '/cases/$caseId/declaration'
  | '/cases/$caseId/compliance'
  | '/cases/$caseId/missing-document'
  | '/cases/$caseId/moderation'
  | '/cases/$caseId/decision'
  | '/cases/$caseId/after-award'
  | '/cases/$caseId/few-tenders'
  | '/cases/$caseId/low-price'

/** The case itself: its deeds are there, each with its reason. */
const deeds = '/cases/$caseId'
const decision = '/cases/$caseId/decision'
const afterAward = '/cases/$caseId/after-award'
const correct = { practice: '/cases/$caseId/correct', person: '/cases/$caseId/correct' } as const

/** Where each kind of party does what it is waited for, wait by wait; of a wait for nobody, nothing. */
export const where: Record<WaitName, Partial<Record<Party['kind'], CasePath>>> = {
  triage: { 'programme-manager': deeds },
  correction: correct,
  nominations: { practice: '/cases/$caseId/nominations', person: '/cases/$caseId/nominations' },
  adjudication: { 'programme-manager': '/cases/$caseId/conflicts' },
  rulings: { 'programme-manager': '/cases/$caseId/conflicts' },
  pool: { 'programme-manager': '/cases/$caseId/panel', approver: '/cases/$caseId/panel' },
  contributions: { practice: '/cases/$caseId/panel' },
  draw: {},
  reveals: { practice: '/cases/$caseId/panel' },
  numbers: { 'programme-manager': '/cases/$caseId/panel', approver: '/cases/$caseId/panel' },
  invitations: { person: '/cases/$caseId/panel' },
  chair: { person: '/cases/$caseId/panel' },
  appraisal: { person: '/cases/$caseId/appraisal' },
  revision: correct,
  specification: { person: '/cases/$caseId/specification' },
  'specification vote': { person: '/cases/$caseId/specification' },
  'business case': { approver: '/cases/$caseId/business-case' },
  tenders: { 'programme-manager': '/cases/$caseId/questions', person: '/cases/$caseId/specification' },
  'few tenders': { person: '/cases/$caseId/few-tenders', 'programme-manager': deeds },
  declarations: { person: '/cases/$caseId/declaration' },
  compliance: { 'programme-manager': '/cases/$caseId/compliance', person: '/cases/$caseId/compliance' },
  'missing document': { provider: '/cases/$caseId/missing-document' },
  substitute: { 'programme-manager': deeds },
  scores: { person: '/cases/$caseId/scoring', 'programme-manager': deeds },
  moderation: { person: '/cases/$caseId/moderation', 'programme-manager': deeds },
  'price explanation': { provider: '/cases/$caseId/low-price' },
  'price decision': { person: '/cases/$caseId/low-price', 'programme-manager': deeds },
  'panel vote': { person: decision, 'programme-manager': '/cases/$caseId/conflicts' },
  confirmation: { approver: decision },
  standstill: { person: decision, 'programme-manager': decision },
  'plan agreed': { 'programme-manager': afterAward },
  'ready to go live': { 'programme-manager': afterAward },
  'first months': {},
  'did it work': { 'programme-manager': afterAward },
}

/** The page on which somebody does what they are waited for: the portal's lists, mails and calendars all lead there. */
export const pageFor = (wait: WaitName, kind: Party['kind']): CasePath => where[wait][kind] ?? deeds

/** The same for one case: `/cases/c0123456789ab/panel`. */
export const addressOf = (caseId: string, page: CasePath): string => page.replace('$caseId', caseId)
