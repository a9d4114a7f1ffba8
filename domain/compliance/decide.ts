import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { awaitBeforeRanking } from '../evaluation/before-ranking.ts'
import { isMember } from '../panel/panel.ts'
import { refuseUnless } from '../refusal.ts'
import { cannotPass, outcomeOf, type Verdict } from './compliance.ts'
import { evolveCompliance } from './evolve.ts'
import { mayStillCome, mustBeAskedFirst } from './missing-document.ts'

export interface RuleOnCompliance {
  id: number
  verdict: Verdict
  reasons: string
  person: string
}

/**
 * Somebody rules on a question of compliance, with reasons. To let a tender pass takes one person; to exclude it takes two,
 * of whom at least one sits on the panel: the company organises, and never excludes a bidder by itself (requirements §1). For a document that
 * could be supplied, the bidder was asked first.
 */
export function ruleOnCompliance(
  theCase: Case,
  { id, verdict, reasons, person }: RuleOnCompliance,
  { at, by }: Circumstances,
): CaseEvent[] {
  mustBeIn(theCase, 'evaluation')
  const { compliance, evaluation, panel } = theCase
  const question = compliance?.questions.find((one) => one.id === id)
  refuseUnless(
    question && compliance?.round === evaluation?.round,
    'NotFound',
    'This compliance question does not exist.',
  )
  refuseUnless(outcomeOf(question) === undefined, 'AlreadyDone', 'This question has already been ruled on.')
  refuseUnless(
    verdict === 'fail' || !cannotPass.includes(question.requirement),
    'NotAllowed',
    'You cannot pass this: without it there is nothing to score, or no price to open.',
  )
  refuseUnless(
    !mayStillCome(theCase, question, at),
    'TooEarly',
    'The bidder was asked for a document, and still has time to supply it.',
  )
  refuseUnless(
    verdict === 'pass' || !mustBeAskedFirst(theCase, question),
    'TooEarly',
    'Ask the bidder for this document first. Every bidder has one chance to supply one that is missing or cannot be read.',
  )
  const { first } = question
  if (first) {
    refuseUnless(
      first.person !== person,
      'NotAllowed',
      'You have ruled that it fails. Somebody else must agree: it takes two people to exclude a tender.',
    )
    const onPanel = isMember(panel, person) || isMember(panel, first.person)
    refuseUnless(
      onPanel,
      'NotAllowed',
      'One of the two people who exclude a tender must sit on the panel. A panel member must rule on this.',
    )
  }
  const ruled: CaseEvent = {
    type: 'ComplianceRuled',
    data: { id, verdict, reasons, person, second: first !== undefined },
  }
  const settled = verdict === 'pass' || first !== undefined
  if (!settled || evaluation?.status !== 'priced') return [ruled]
  // Prices that have to be explained wait for what else was found as the prices were opened.
  const after = evolveCompliance(compliance, { ...ruled, at, by })
  return [ruled, ...awaitBeforeRanking({ ...theCase, ...(after && { compliance: after }) }, at)]
}
