import type { Case } from '../case/case.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { isMember, votingMembers } from '../panel/panel.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import type { Declaration } from '../register/declaration.ts'

export type RenewalEvent = {
  type: 'DeclarationRenewed'
  data: {
    round: number
    person: string
    /** What they said of those whom the tenders name. */
    said: Declaration
    /** Everything that they declare from now on. */
    declaration: Declaration
  }
}

export const hasRenewed = (evaluation: Evaluation | undefined, person: string): boolean =>
  evaluation?.declared?.[person] !== undefined

/** Members who have not said what ties them to those who tendered. */
export const unrenewed = ({ evaluation, panel }: Pick<Case, 'evaluation' | 'panel'>): string[] =>
  votingMembers(panel).filter((person) => !hasRenewed(evaluation, person))

/**
 * Declarations are renewed before the first tender can be read (issue 6, point 5): until then a tender, and whatever tells of
 * one, is kept from a member. Whoever is no member reads by other rules.
 * @throws Refusal `DeclareFirst`; `TooEarly` and `CaseEnded` where there is nothing to declare yet, or no more
 */
export function mustHaveRenewed(
  { evaluation, panel, life }: Pick<Case, 'evaluation' | 'panel' | 'life'>,
  person: string,
): void {
  if (!isMember(panel, person) || hasRenewed(evaluation, person)) return
  if (life.status === 'ended')
    throw new Refusal(
      'CaseEnded',
      `This case has ended (${life.outcome}), and you had not declared whether you have an interest in those who tendered. So you cannot read its tenders, and there is nothing left for you to do here.`,
    )
  refuseUnless(
    evaluation?.checkedAt,
    'TooEarly',
    'There is no tender to read yet. Once the tenders are open, we will first ask you whether you have an interest in any of the organisations that they name.',
  )
  throw new Refusal(
    'DeclareFirst',
    'First declare whether you have an interest in any of the organisations that the tenders name. It takes a minute, on this case’s page “Your declaration about the organisations that tendered”. Then you can read the tenders.',
  )
}

/**
 * Whoever decides alone, without sitting (the approver; the secretariat on compliance), has declared against the actual bidders as members
 * have, and no flag of theirs waits for a ruling: nobody else's word stands beside theirs (requirements §1, §4).
 * @throws Refusal `DeclareFirst`, `TooEarly`
 */
export function mustBeFreeToDecideAlone(
  { evaluation, conflicts, life }: Pick<Case, 'evaluation' | 'conflicts' | 'life'>,
  person: string,
): void {
  const judged = life.stage === 'evaluation' || life.stage === 'decision'
  refuseUnless(
    !judged || !evaluation?.checkedAt || hasRenewed(evaluation, person),
    'DeclareFirst',
    'First declare whether you have an interest in any of the organisations that the tenders name. It takes a minute, on this case’s page “Your declaration about the organisations that tendered”. Then come back and decide.',
  )
  refuseUnless(
    conflicts?.standings[person]?.status !== 'flagged',
    'TooEarly',
    'An interest of yours is flagged, and nobody has ruled on it yet. The programme manager or the deputy must do so first, or somebody else must decide.',
  )
}

/**
 * What is decided with the tenders, from the ranking to the vote, tells of them, too: until the contract is awarded it is read
 * by members who have declared. @throws Refusal `DeclareFirst`
 */
export function mustHaveRenewedToDecide(theCase: Pick<Case, 'evaluation' | 'panel' | 'life'>, person: string): void {
  const { life, evaluation } = theCase
  const deciding = life.status !== 'ended' && (life.stage === 'evaluation' || life.stage === 'decision')
  if (deciding && evaluation?.checkedAt) mustHaveRenewed(theCase, person)
}
