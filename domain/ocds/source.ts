import type { Case } from '../case/case.ts'
import { type AwardNotice, awardNotice } from '../decision/notice.ts'
import { type DecisionRecord, isDecided, viewDecisionRecord } from '../decision-record/record.ts'

/** What a release is made from, besides the case. */
export interface Source {
  theCase: Case
  /** Present once the case is decided: nothing of the evaluation is public before. */
  record?: DecisionRecord
  /** Present in the standstill. */
  notice?: AwardNotice
  /** The company that runs the panels, for the authority. */
  buyer: { id: string; name: string }
  /** Of practices and organisations, by identifier. */
  names: (id: string) => string
  /** In London (ISO date). */
  today: string
  /** Where the service is found: `https://panels.example`. */
  origin: string
}

export const sourceOf = (theCase: Case, world: Omit<Source, 'theCase' | 'record' | 'notice'>): Source => {
  const notice = awardNotice(theCase)
  return {
    ...world,
    theCase,
    ...(notice && { notice }),
    ...(isDecided(theCase) && { record: viewDecisionRecord(theCase) }),
  }
}

/** A deployment registers a prefix of its own with the Open Contracting Partnership (docs/ocds-extension.md). */
const PREFIX = 'ocds-redesignpanels'

export const ocidOf = ({ theCase }: Source): string => `${PREFIX}-${theCase.id}`

/** Pence as the amount of an OCDS value. */
export const value = (pence: number) => ({ amount: pence / 100, currency: 'GBP' as const })

export const organisation = ({ names }: Source, id: string) => ({ id, name: names(id) })

export const address = ({ origin, theCase }: Source, rest: string): string =>
  `${origin}/api/public/cases/${theCase.id}${rest}`
