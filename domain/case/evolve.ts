import { evolveAfterAward } from '../after-award/evolve.ts'
import { evolveAppraisal } from '../appraisal/evolve.ts'
import { evolveBusinessCase } from '../business-case/evolve.ts'
import { evolveChallenges } from '../challenge/evolve.ts'
import { evolveCompliance } from '../compliance/evolve.ts'
import { evolveConflicts } from '../conflict/evolve.ts'
import { evolveDecision, evolveLetters } from '../decision/evolve.ts'
import { evolveEvaluation, evolveScoreSheets } from '../evaluation/evolve.ts'
import { evolveNomination } from '../nomination/evolve.ts'
import { evolvePanel } from '../panel/evolve.ts'
import { evolveDraws } from '../panel-draw/evolve.ts'
import { evolveProposal } from '../proposal/evolve.ts'
import { defaultRuleBook } from '../rule-book/rule-book.ts'
import { evolveComments, evolveSpecification, evolveVersions } from '../specification/evolve.ts'
import { evolveSubstitution, isOfSubstitution } from '../substitution/evolve.ts'
import { evolveTender } from '../tender/evolve.ts'
import { evolveWait } from '../wait/evolve.ts'
import { evolveWorkshops } from '../workshop/evolve.ts'
import type { CaseState, Life } from './case.ts'
import type { Recorded } from './event.ts'
import { personOf } from './party.ts'

/** The state after one more event: each noun takes from it what concerns it. The first event makes the case. */
export function evolve(state: CaseState | undefined, event: Recorded): CaseState {
  const proposal = evolveProposal(state?.proposal, event)
  if (!proposal) throw new Error(`The record must begin with ProposalSubmitted, not ${event.type}.`)
  const nomination = evolveNomination(state?.nomination, event)
  const conflicts = evolveConflicts(state?.conflicts, event)
  const panel = evolvePanel(state?.panel, event)
  const draws = evolveDraws(state?.draws, event)
  const appraisal = evolveAppraisal(state?.appraisal, event)
  const specification = evolveSpecification(state?.specification, event)
  const versions = evolveVersions(state?.versions, event)
  const comments = evolveComments(state?.comments, event)
  const workshops = evolveWorkshops(state?.workshops, event)
  const businessCase = evolveBusinessCase(state?.businessCase, event)
  const tender = evolveTender(state?.tender, event)
  const compliance = evolveCompliance(state?.compliance, event)
  const evaluation = evolveEvaluation(state?.evaluation, event, compliance)
  const scoreSheets = evolveScoreSheets(state?.scoreSheets, event)
  const decision = evolveDecision(state?.decision, event)
  const letters = evolveLetters(state?.letters, event)
  const afterAward = evolveAfterAward(state?.afterAward, event)
  const challenges = evolveChallenges(state?.challenges, event)
  return {
    life: evolveLife(state?.life, event),
    ruleBook: event.type === 'ProposalAccepted' ? event.data.ruleBook : (state?.ruleBook ?? defaultRuleBook),
    proposal,
    ...(nomination && { nomination }),
    ...(conflicts && { conflicts }),
    ...(panel && { panel }),
    ...(draws && { draws }),
    ...(appraisal && { appraisal }),
    ...(specification && { specification }),
    ...(versions && { versions }),
    ...(comments && { comments }),
    ...(workshops && { workshops }),
    ...(businessCase && { businessCase }),
    ...(tender && { tender }),
    ...(compliance && { compliance }),
    ...(evaluation && { evaluation }),
    ...(scoreSheets && { scoreSheets }),
    ...(decision && { decision }),
    ...(letters && { letters }),
    ...(afterAward && { afterAward }),
    ...(challenges && { challenges }),
  }
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
    case 'PayloadErased':
      if (life.status !== 'ended') return life
      return { ...life, erasures: (life.erasures ?? []).filter(({ sequence }) => sequence !== event.data.sequence) }
    default:
      return before === wait && beside === substitution ? life : ({ ...rest, ...(wait && { wait }), ...also } as Life)
  }
}

const closed = (life: Life, at: string): Life['path'] =>
  life.path.map((passage) => (passage.left ? passage : { ...passage, left: at }))
