import { evolveAfterAward } from '../after-award/evolve.ts'
import { evolveAppraisal } from '../appraisal/evolve.ts'
import { evolveBusinessCase } from '../business-case/evolve.ts'
import { evolveChallenges } from '../challenge/evolve.ts'
import { evolveCompliance } from '../compliance/evolve.ts'
import { evolveConflicts } from '../conflict/evolve.ts'
import { evolveDecision, evolveLetters } from '../decision/evolve.ts'
import { evolveEvaluation, evolveScoreSheets } from '../evaluation/evolve.ts'
import { evolveMarkedPapers } from '../marked-paper/evolve.ts'
import { evolveMeetings } from '../meeting/evolve.ts'
import { evolveNomination } from '../nomination/evolve.ts'
import { evolvePanel } from '../panel/evolve.ts'
import { evolveDraws } from '../panel-draw/evolve.ts'
import { evolveProposal } from '../proposal/evolve.ts'
import { evolveRuleBook } from '../rule-book/evolve.ts'
import { evolveComments, evolveSpecification, evolveVersions } from '../specification/evolve.ts'
import { evolveSubstitution, isOfSubstitution } from '../substitution/evolve.ts'
import { evolveTender } from '../tender/evolve.ts'
import { evolveWait } from '../wait/evolve.ts'
import { evolveWorkshops } from '../workshop/evolve.ts'
import type { CaseState, Life } from './case.ts'
import type { Recorded } from './event.ts'
import { personOf } from './party.ts'

type Evolve<K extends keyof CaseState> = (
  before: CaseState[K] | undefined,
  event: Recorded,
  /** The nouns above it in this table, as the event leaves them. */
  after: Partial<CaseState>,
) => CaseState[K] | undefined

/**
 * Each noun takes from an event what concerns it, and looks only at its own state; the evaluation also looks at compliance, and the
 * decision at compliance and panel.
 */
const evolvers: { [K in keyof CaseState]-?: Evolve<K> } = {
  life: evolveLife,
  ruleBook: evolveRuleBook,
  proposal: evolveProposal,
  nomination: evolveNomination,
  conflicts: evolveConflicts,
  panel: evolvePanel,
  draws: evolveDraws,
  appraisal: evolveAppraisal,
  specification: evolveSpecification,
  versions: evolveVersions,
  comments: evolveComments,
  workshops: evolveWorkshops,
  businessCase: evolveBusinessCase,
  tender: evolveTender,
  compliance: evolveCompliance,
  evaluation: (before, event, { compliance }) => evolveEvaluation(before, event, compliance),
  scoreSheets: evolveScoreSheets,
  decision: evolveDecision,
  letters: evolveLetters,
  afterAward: evolveAfterAward,
  challenges: evolveChallenges,
  meetings: evolveMeetings,
  markedPapers: evolveMarkedPapers,
}
export const nouns = Object.keys(evolvers) as (keyof CaseState)[]

type EvolveAny = (before: unknown, event: Recorded, after: Partial<CaseState>) => unknown

/** Puts into `after` what an event makes of a noun. */
export function evolveNoun(
  noun: keyof CaseState,
  before: Partial<CaseState>,
  event: Recorded,
  after: Partial<CaseState>,
): void {
  const next = (evolvers[noun] as EvolveAny)(before[noun], event, after)
  if (next !== undefined) Object.assign(after, { [noun]: next })
}

/** The state after one more event. The first event makes the case. */
export function evolve(state: CaseState | undefined, event: Recorded): CaseState {
  const after: Partial<CaseState> = {}
  for (const noun of nouns) evolveNoun(noun, state ?? {}, event, after)
  const { life, ruleBook, proposal } = after
  if (!life || !ruleBook || !proposal)
    throw new Error(`The record must begin with ProposalSubmitted, not ${event.type}.`)
  return { ...after, life, ruleBook, proposal }
}

function evolveLife(life: Life | undefined, event: Recorded): Life {
  if (!life) {
    const path = [{ stage: 'submission' as const, attempt: 1, entered: event.at }]
    return { status: 'open', stage: 'submission', attempt: 1, path }
  }
  const { wait: before, substitution: beside, ...rest } = life
  const wait = isOfSubstitution(beside, event) ? before : evolveWait(before, event)
  const substitution = evolveSubstitution(beside, event)
  const also = substitution && { substitution }
  const common = { stage: rest.stage, attempt: rest.attempt, path: rest.path, ...(wait && { wait }), ...also }
  switch (event.type) {
    case 'StageEntered': {
      const { stage, attempt } = event.data
      return {
        status: 'open',
        stage,
        attempt,
        path: [...closed(life, event.at), { stage, attempt, entered: event.at }],
        ...also,
      }
    }
    case 'CasePaused':
      return { ...common, status: 'paused', pausedAt: event.at, reason: event.data.reason }
    case 'CaseResumed': {
      const { attempt, reason: _, ...times } = event.data
      return { ...common, status: 'open', attempt, ...(wait && { wait: { ...wait, ...times } }) }
    }
    case 'CaseEnded':
      return { ...common, status: 'ended', path: closed(life, event.at), endedAt: event.at, ...event.data }
    case 'ErasureAsked':
      if (life.status !== 'ended') return life
      return {
        ...life,
        erasures: [...(life.erasures ?? []), { ...event.data, by: personOf(event.by) ?? '', at: event.at }],
      }
    case 'ErasureTakenBack':
    case 'PayloadErased':
      if (life.status !== 'ended') return life
      return { ...life, erasures: (life.erasures ?? []).filter(({ sequence }) => sequence !== event.data.sequence) }
    default:
      return before === wait && beside === substitution ? life : ({ ...rest, ...(wait && { wait }), ...also } as Life)
  }
}

const closed = (life: Life, at: string): Life['path'] =>
  life.path.map((passage) => (passage.left ? passage : { ...passage, left: at }))
