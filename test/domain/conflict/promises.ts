import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { isBarred } from '../../../domain/conflict/conflict.ts'
import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import { scorers } from '../../../domain/evaluation/members.ts'
import { invited, seated, vacancies, votingMembers } from '../../../domain/panel/panel.ts'
import { votingIn } from '../../../domain/panel/voting.ts'
import { limitsOf } from '../../../domain/panel-draw/limits.ts'
import { scoringHasBegun } from '../../../domain/substitution/decide.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { tookPart } from '../../../domain/vote/count.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'

/** What is known of people without asking the rules of conflict. */
export interface Known {
  /** Who has an interest in a bidder, in whoever provides the service, in the practices' own provider, or in the company. */
  tied: readonly string[]
  staff: readonly string[]
  /** Of the tied, whoever the case does not keep out. */
  letIn?: readonly string[]
  /** The time, after whatever the workflow has to do by then. */
  at?: Instant
}

/** Whoever of a case sits, votes or scores and may not, and a seat that is empty with nobody who does anything (§4, §5). */
export function brokenIn(theCase: Case, { tied, staff, letIn = [], at }: Known): string[] {
  const { panel, conflicts, nomination } = theCase
  const sit = seated(panel)
  const out = excludedFrom(theCase)
  const practices = sit.map((person) => nomination?.nominees[person]?.practiceId)
  return [
    ...sit
      .filter((person) => isBarred(conflicts, person) || out.has(person))
      .map((person) => `${person} is barred, and sits`),
    ...sit.filter((person) => tied.includes(person)).map((person) => `${person} has a conflict, and sits`),
    ...sit.filter((person) => staff.includes(person)).map((person) => `${person} is of the company, and sits`),
    ...letIn.map((person) => `${person} has a conflict, and is let in`),
    ...(new Set(practices).size < practices.length ? ['two of one practice sit'] : []),
    ...votingMembers(panel)
      .filter((person) => isBarred(conflicts, person))
      .map((person) => `${person} is barred, and may vote`),
    ...scorers(theCase)
      .filter((person) => isBarred(conflicts, person) && theCase.evaluation?.status !== 'ranked')
      .map((person) => `${person} is barred, and their scores count`),
    ...unseen(theCase, at),
  ]
}

/** Somebody or something is at work, and says until when. */
const atWork: WaitName[] = ['adjudication', 'rulings', 'contributions', 'draw', 'reveals']

function unseen(theCase: Case, at = ''): string[] {
  const { life, panel, ruleBook } = theCase
  if (life.status !== 'open' || !panel || life.stage === 'nomination') return []
  if (scoringHasBegun(theCase))
    return votingMembers(panel).length < votingIn(theCase).quorum && life.wait === undefined
      ? ['the panel is below its quorum, and nobody is asked anything']
      : []
  if (vacancies(panel, ruleBook) <= 0 || invited(panel).length > 0) return []
  const wait = life.substitution ? life.substitution.wait : life.wait
  if (!wait) return ['the panel is short, and nobody is waited for']
  const escalated = wait.escalatedAt !== undefined
  const seen = wait.name === 'pool' ? escalated : atWork.includes(wait.name) && (escalated || wait.dueAt > at)
  return seen ? [] : [`the panel is short, and it waits for ${wait.name}, due ${wait.dueAt}`]
}

/** What one event may not say, given the case before it. */
export function brokenBy(event: CaseEvent, before: Case, { tied, staff }: Known): string[] {
  const { conflicts, panel, ruleBook, nomination } = before
  const outsiders = (people: readonly string[], does: string) =>
    people
      .filter((person) => isBarred(conflicts, person) || tied.includes(person) || staff.includes(person))
      .map((person) => `${person} may not, and ${does}`)
  switch (event.type) {
    case 'ScoresSubmitted':
      return outsiders([event.data.member], 'scores')
    case 'BallotCast':
      return outsiders([event.data.person], 'votes')
    case 'ChairVoteCast':
      return outsiders([event.data.person], 'votes for a chair')
    case 'ScoringClosed':
      return outsiders(event.data.finished, 'is counted among those who scored')
    case 'TendersRanked':
      return outsiders(event.data.counted.scoring, 'is counted in the ranking')
    case 'VoteCounted': {
      const may = votingMembers(panel).filter((person) => !isBarred(conflicts, person)).length
      const counted = tookPart(event.data.tally)
      return counted > may ? [`${counted} votes are counted, and ${may} may vote`] : []
    }
    case 'StandingPanelConvened':
      return outsiders(
        event.data.panel.members.map(({ person }) => person),
        'serves the area',
      )
    case 'StandingMembersSeated':
    case 'PanelDrawn':
    case 'PanelFilledWithoutDraw': {
      const { panelSize, quotas } = limitsOf(ruleBook, panel?.relaxed)
      const people = [...seated(panel), ...event.data.people]
      const { length: gps } = people.filter((person) => nomination?.nominees[person]?.profession === 'gp')
      const quota = quotas.find(({ feature }) => feature === 'gp')
      if (people.length > panelSize) return [`${people.length} are drawn for a panel of ${panelSize}`]
      // Somebody who sat may have left since it was committed to: then there is another draw.
      const kept = people.length < panelSize || (quota !== undefined && gps >= quota.min && gps <= quota.max)
      return kept ? [] : [`${gps} GPs are drawn, and nothing gave way`]
    }
    default:
      return []
  }
}
