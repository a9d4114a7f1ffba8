import type { Party } from '../../domain/case/party.ts'
import type { WaitName } from '../../domain/wait/wait.ts'
import { addressOf, pageFor } from '../../workflows/pages.ts'

/** Every page of the portal that an email can lead to: a link opens it, after sign-in, and never acts. */
export const pages = {
  home: () => '/',
  interests: () => '/interests',
  report: (month: string) => `/reports/${month}`,
  case: (caseId: string) => `/cases/${caseId}`,
  conflicts: (caseId: string) => `/cases/${caseId}/conflicts`,
  erasures: (caseId: string) => `/cases/${caseId}/do/erase-payload`,
  decision: (caseId: string) => `/cases/${caseId}/decision`,
  challenges: (caseId: string) => `/cases/${caseId}/challenges`,
  meetings: (caseId: string) => `/cases/${caseId}/meetings`,
  draw: (caseId: string) => `/cases/${caseId}/draw`,
  /** A bidder sees of a case its tender, and what came of it. */
  tender: (caseId: string) => `/tenders/${caseId}`,
  questions: (caseId: string) => `/tenders/${caseId}/questions`,
  record: (caseId: string) => `/records/${caseId}`,
  outcome: (caseId: string) => `/tenders/${caseId}/outcome`,
  missingDocument: (caseId: string) => `/cases/${caseId}/missing-document`,
  /** Where somebody does what they are waited for. */
  wait: (caseId: string, wait: WaitName, kind: Party['kind']) => addressOf(caseId, pageFor(wait, kind)),
}
