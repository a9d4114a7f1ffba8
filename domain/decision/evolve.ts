import type { CaseState } from '../case/case.ts'
import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import { putOut } from '../conflict/put-out.ts'
import { isMember } from '../panel/panel.ts'
import { evolveVote } from '../vote/evolve.ts'
import {
  type Decision,
  type DecisionIn,
  type Letter,
  letterKey,
  type Representation,
  type Superseded,
} from './decision.ts'

export function evolveDecision(
  decision: Decision | undefined,
  event: Recorded,
  { compliance, panel }: Pick<CaseState, 'compliance' | 'panel'> = {},
): Decision | undefined {
  // Each entry into the stage decides anew; what was decided before stays on the record.
  if (event.type === 'StageEntered' && event.data.stage === 'decision')
    return { status: 'due', sitting: decision?.sitting ?? 0, returned: [], superseded: decision?.superseded ?? [] }
  if (!decision) return decision
  const { sitting, returned, superseded, answeredBy = [] } = decision
  const answering = { answeredBy: [...new Set([...answeredBy, personOf(event.by) ?? ''])] }
  switch (event.type) {
    case 'VoteOpened':
    case 'BallotCast':
    case 'VoteCounted': {
      if (event.data.matter !== 'award') return decision
      const vote = evolveVote('award', decision.status === 'voting' ? decision.vote : undefined, event)
      if (!vote) return decision
      return {
        status: 'voting',
        sitting: event.type === 'VoteOpened' ? sitting + 1 : sitting,
        returned,
        superseded,
        answeredBy,
        vote,
      }
    }
    case 'RecommendationMade': {
      if (decision.status !== 'voting') return decision
      const { recommendation, reasons } = event.data
      return { ...decision, status: 'recommended', recommendation, reasons }
    }
    case 'RecommendationConfirmed': {
      if (decision.status !== 'recommended') return decision
      const { reasons } = event.data
      return { ...decision, ...answering, status: 'confirmed', confirmation: { reasons, at: event.at }, letters: [] }
    }
    case 'RecommendationRejected': {
      const { reasons } = event.data
      const rejected = [...returned, { by: 'approver' as const, reasons, at: event.at }]
      return { status: 'due', sitting, returned: rejected, superseded, ...answering }
    }
    case 'MemberExcluded':
      return decision.status === 'due' ? decision : decideAnew(decision, EXCLUDED, event.at)
    case 'ConflictsChecked':
    case 'PersonBarred': {
      const out = putOut(event)
      if (answeredBy.some((approver) => out.includes(approver)))
        return decideAnew(decision, APPROVER_OUT, event.at, out)
      // Of a member it is the exclusion from the panel that brings it back.
      const ruled = (compliance?.questions ?? []).some(({ outSince = [] }) =>
        outSince.some(({ person, at }) => at === event.at && out.includes(person) && !isMember(panel, person)),
      )
      return ruled && decision.status !== 'due' ? decideAnew(decision, RULER_OUT, event.at) : decision
    }
    case 'LetterWritten':
      if (decision.status !== 'confirmed') return decision
      return { ...decision, letters: [...decision.letters, event.data.organisationId] }
    case 'OutcomeAnnounced': {
      if (decision.status !== 'confirmed') return decision
      const { standstill, notice } = event.data
      const announced = { ...decision, announcedAt: event.at, representations: [], ...(notice && { notice }) }
      return standstill ? { ...announced, status: 'standstill', standstill } : { ...announced, status: 'not awarded' }
    }
    default:
      if (decision.status === 'awarded') return evolveAwarded(decision, event)
      return decision.status === 'standstill' ? evolveStandstill(decision, event) : decision
  }
}

const EXCLUDED =
  'A member was excluded for a conflict of interest after the tenders were ranked. That member’s scores are set aside. The panel votes again, by the result of the others’ scores.'

/** Why the decision came back, where it was not for a member (who providers are told it by: domain/message/provider-news.ts). */
export const APPROVER_OUT =
  'An approver who had confirmed or rejected what the panel decided was excluded for a conflict of interest, so that answer counts no more. The panel votes again, and another approver confirms or rejects.'

/** The same, where it was for somebody who had ruled on a tender without sitting on the panel. */
export const RULER_OUT =
  'Somebody who had ruled on a tender was excluded for a conflict of interest. The ruling had taken effect, and stands. The panel votes again, with that before it.'

/**
 * Opens the decision again after a member was excluded: nothing that was not yet awarded stands, and the panel and the approver
 * decide with the result without that member before them (requirements §4). Open representations are answered with it.
 */
function decideAnew(decision: Decision, reasons: string, at: string, out: readonly string[] = []): Decision {
  const { sitting, returned, answeredBy } = decision
  const again = {
    status: 'due' as const,
    sitting,
    returned: [...returned, { by: 'exclusion' as const, reasons, at }],
    answeredBy: answeredBy?.filter((approver) => !out.includes(approver)),
  }
  switch (decision.status) {
    case 'due':
    case 'voting':
    case 'recommended':
    case 'confirmed':
      return { ...again, superseded: decision.superseded }
    case 'standstill': {
      const given = { decision: 'reopened' as const, reasons, at }
      const representations = decision.representations.map((one) => (one.answer ? one : { ...one, answer: given }))
      return { ...again, superseded: supersede({ ...decision, representations }, reasons, at) }
    }
    default:
      return decision
  }
}

/** What was announced, as it stood when it ceased to: with what it had been answered. */
function supersede(decision: DecisionIn<'standstill'>, reason: string, at: string): Superseded[] {
  const { sitting, recommendation, announcedAt, standstill, notice, published, representations } = decision
  const told = { sitting, recommendation, announcedAt, standstill, representations }
  return [...decision.superseded, { ...told, ...(notice && { notice }), ...(published && { published }), reason, at }]
}

/** The award stays what it is: what came to light afterwards stands beside it. */
function evolveAwarded(decision: DecisionIn<'awarded'>, event: Recorded): Decision {
  const { representations } = decision
  const changing = (id: number, change: Partial<Representation>): Decision => ({
    ...decision,
    representations: representations.map((one) => (one.id === id ? { ...one, ...change } : one)),
  })
  switch (event.type) {
    case 'RepresentationMade':
      return { ...decision, representations: [...representations, { ...event.data, at: event.at }] }
    case 'RepresentationChased':
      return changing(event.data.id, { chaseAt: event.data.chaseAt, chasedAt: event.at })
    case 'RepresentationAnswered': {
      const { id, decision: answer, reasons, present } = event.data
      return changing(id, { answer: { decision: answer, reasons, present, at: event.at } })
    }
    default:
      return decision
  }
}

function evolveStandstill(decision: DecisionIn<'standstill'>, event: Recorded): Decision {
  const { sitting, returned, representations } = decision
  switch (event.type) {
    case 'NoticePublished': {
      const { sitting: _, ...published } = event.data
      // A standstill never becomes shorter than it was announced: one that began later goes on counting.
      const later = published.standstill ?? decision.published?.standstill
      return { ...decision, published: { ...published, at: event.at, ...(later && { standstill: later }) } }
    }
    case 'RepresentationMade':
      return { ...decision, representations: [...representations, { ...event.data, at: event.at }] }
    case 'RepresentationAnswered': {
      const { id, decision: answer, reasons, present, also = [] } = event.data
      const given = { decision: answer, reasons, present, at: event.at }
      const answered = {
        ...decision,
        representations: representations.map((one) => {
          if (one.id === id) return { ...one, answer: given }
          return also.includes(one.id) ? { ...one, answer: { ...given, reasons: '', with: id } } : one
        }),
      }
      if (answer === 'stands') return answered
      const superseded = supersede(answered, reasons, event.at)
      const reopened = [...returned, { by: 'panel' as const, reasons, at: event.at }]
      return { status: 'due', sitting, returned: reopened, superseded, answeredBy: decision.answeredBy }
    }
    case 'AwardMade':
      return { ...decision, status: 'awarded', awardedAt: event.at }
    case 'StageEntered':
      return { status: 'void', sitting, returned, superseded: supersede(decision, event.data.because ?? '', event.at) }
    case 'CaseEnded':
      return { status: 'void', sitting, returned, superseded: supersede(decision, event.data.reason, event.at) }
    default:
      return decision
  }
}

export function evolveLetters(
  letters: Record<string, Letter> | undefined,
  event: Recorded,
): Record<string, Letter> | undefined {
  if (event.type !== 'LetterWritten') return letters
  const { sitting, organisationId, letter } = event.data
  return { ...letters, [letterKey(sitting, organisationId)]: letter }
}
