import type { Capacity } from '../case/capacity.ts'
import type { Case } from '../case/case.ts'
import { mustBeOpen } from '../case/decide.ts'
import type { MemberExcluded } from '../panel/panel.ts'
import { seatOf } from '../panel/panel.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { answerAClaim } from '../register/own-interest.ts'
import type { ConflictEvent, Finding, rulings } from './conflict.ts'
import { openFlags } from './evolve.ts'
import { readingOf } from './reading.ts'
import { neededSkill, type SkillsOf, soleExpertFaults } from './sole-expert.ts'
import { rulingsAreOverdue } from './waits.ts'

export type ConflictCommand = {
  type: 'AdjudicateInterest'
  person: string
  ruling: (typeof rulings)[number]
  /** What was read of their open flags (`readingOf`): the ruling is on these, and on nothing that came up since. */
  read: readonly string[]
  reasons: string
  /** How a managed interest is kept from mattering. */
  mitigation?: string
  /** The skill for which nobody else without a conflict could be found: the one exception to replacing a recused member. */
  soleExpertIn?: string
  /** What the register of people says that nominees can do. */
  skillsOf?: SkillsOf
  adjudicator: Adjudicator
}

interface Adjudicator {
  person: string
  /** In what capacity they rule. */
  as?: Capacity
  /** Organisations in which they have an interest of their own (`ownOrganisations`): where they belong is among them. */
  interestedIn?: string[]
  closeTo?: string[]
}

/** A flagged interest is adjudicated with written reasons (requirements §4), by somebody it does not touch. */
export function decideConflict(theCase: Case, command: ConflictCommand): (ConflictEvent | MemberExcluded)[] {
  mustBeOpen(theCase)
  const { person, ruling, adjudicator } = command
  const standing = theCase.conflicts?.standings[person]
  refuseUnless(standing, 'NotFound', 'This person has not been checked for this case.')
  refuseUnless(
    standing.status !== 'barred' && standing.status !== 'ineligible',
    'NotAllowed',
    'A bar is never relaxed: it follows from the rules, or has been ruled already.',
  )
  refuseUnless(
    standing.status === 'flagged',
    'AlreadyDone',
    'This person has no flagged interest waiting for a ruling.',
  )
  refuseUnless(
    adjudicator.as !== 'approver' || rulingsAreOverdue(theCase),
    'TooEarly',
    'The programme manager or the deputy rules on flagged interests. You can once a ruling is overdue.',
  )
  refuseUnless(
    !isOwn(adjudicator, person, theCase.nomination?.nominees[person]?.practiceId, standing.findings),
    'NotAllowed',
    `Nobody can adjudicate their own interest, that of somebody close to them, or one in their own practice or organisation. Somebody else who can rule must do it: the programme manager, the deputy or, once it is overdue, an approver. ${answerAClaim}`,
  )
  const findings = openFlags(standing)
  refuseUnless(
    !findings.some(({ enteredBy }) => enteredBy === adjudicator.person),
    'NotAllowed',
    'You entered what is to be ruled on, so somebody else must rule on it: your deputy, or the person you stand in for; once it is overdue, an approver.',
  )
  mustBeRead(findings, command.read)
  const reasons = command.reasons.trim()
  const mitigation = command.mitigation?.trim() ?? ''
  const faults: Fault[] = [
    ...(reasons === '' ? [{ path: ['reasons'], message: 'Enter the reasons for your ruling' }] : []),
    ...(ruling === 'managed' && mitigation === ''
      ? [{ path: ['mitigation'], message: 'Enter how the interest will be managed' }]
      : []),
  ]
  const { soleExpertIn, skillsOf = () => [] } = command
  if (soleExpertIn !== undefined && ruling !== 'managed')
    faults.push({ path: ['soleExpertIn'], message: 'Only an interest that is managed can be kept for a sole expert' })
  if (soleExpertIn !== undefined) faults.push(...soleExpertFaults(theCase, person, soleExpertIn, skillsOf))
  if (ruling === 'managed' && findings.some(({ wouldBar }) => wouldBar))
    faults.push({
      path: ['ruling'],
      message:
        'If this interest is true, it bars, and cannot be managed. Clear it if it is not true, with what shows that; or bar the person',
    })
  const soleExpert = soleExpertIn === undefined ? undefined : neededSkill(theCase, soleExpertIn)
  if (faults.length > 0) throw new Refusal('Invalid', 'This ruling is not complete.', faults)
  switch (ruling) {
    case 'cleared':
      return [{ type: 'InterestCleared', data: { person, reasons, findings } }]
    case 'managed':
      return [
        {
          type: 'InterestManaged',
          data: {
            person,
            reasons,
            findings,
            mitigation,
            ...(soleExpert !== undefined && { soleExpertIn: soleExpert }),
          },
        },
      ]
    case 'barred': {
      const seat = seatOf(theCase.panel, person)
      const sits = seat?.status === 'accepted' || seat?.status === 'invited'
      return [
        { type: 'PersonBarred', data: { person, reasons, findings } },
        ...(sits ? [{ type: 'MemberExcluded' as const, data: { person, reason: reasons } }] : []),
      ]
    }
  }
}

/**
 * Whether somebody would decide on their own interest, that of somebody close to them, or one of an organisation in which they
 * have an interest: the nominee's practice, and whatever a finding leads through.
 */
function isOwn(
  { person: by, interestedIn = [], closeTo = [] }: Adjudicator,
  person: string,
  practiceId: string | undefined,
  findings: readonly Finding[],
): boolean {
  const about = [practiceId, ...findings.flatMap(({ organisationId, chain = [] }) => [organisationId, ...chain])]
  const people = [person, ...findings.flatMap(({ relative }) => relative ?? [])]
  return (
    people.some((one) => one === by || closeTo.includes(one)) ||
    about.some((one) => one !== undefined && interestedIn.includes(one))
  )
}

/** Whoever rules has read what is open now, all of it and nothing else. @throws Refusal `Stale` with what is new */
function mustBeRead(open: readonly Finding[], read: readonly string[]): void {
  const unread = open.filter((finding) => !read.includes(readingOf(finding)))
  const gone = read.filter((one) => !open.some((finding) => readingOf(finding) === one)).length
  if (unread.length + gone === 0) return
  throw new Refusal(
    'Stale',
    'What is known of this person has changed since you read it. Nothing was changed. Read what is open now, then rule on all of it.',
    [
      ...unread.map(({ evidence, rule }) => ({ path: ['read'], message: `New: ${evidence} (${rule})` })),
      ...(gone > 0 ? [{ path: ['read'], message: `No longer open: ${gone} of the findings that you read` }] : []),
    ],
  )
}
