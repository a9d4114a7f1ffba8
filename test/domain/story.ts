import type { Case, CaseState } from '../../domain/case/case.ts'
import type { CaseEvent, Recorded } from '../../domain/case/event.ts'
import { evolve } from '../../domain/case/evolve.ts'
import type { Actor } from '../../domain/case/party.ts'
import type { ProposalForm } from '../../domain/proposal/proposal.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import { defaultRuleBook } from '../../domain/rule-book/rule-book.ts'
import type { Instant } from '../../domain/time/instant.ts'

/** Given, when, then: a case from its events; what a decision makes of it; or why it is refused. */

export const monday: Instant = '2026-01-05T09:00:00.000Z'
export const manager: Actor = { person: 'person-pm', as: 'programme-manager' }

export const form: ProposalForm = {
  title: 'Counselling in every practice',
  area: 'mental-health',
  kind: 'redesign',
  proposer: { kind: 'practice', practiceId: 'ashlarke' },
  problem: 'People wait nine months for counselling.',
  objectives: ['Nobody waits longer than six weeks.'],
  deliverables: [{ what: 'A counsellor in each practice', by: '2026-12-01' }],
  costs: { oneOff: 2_500_000, recurrent: 18_000_000, savings: 4_000_000, investToSave: false },
  strategicFit: {
    closeToThePatient: 'In the practice.',
    integration: 'With the practice teams.',
    avoidingAdmissions: 'Earlier help.',
    choice: 'Of counsellor and of time.',
    financialBalance: 'Fewer referrals.',
    publicHealth: 'Mental wellbeing.',
  },
  consulted: [
    {
      who: 'The counsellors',
      kind: 'current staff',
      when: '2025-11-03',
      said: 'Rooms are short.',
      changed: 'Rooms were added.',
    },
    {
      who: 'The patient group',
      kind: 'patients',
      when: '2025-11-10',
      said: 'Evenings too.',
      changed: 'Evening hours.',
    },
  ],
  clinicalLead: { name: 'Dr A Lead' },
  projectManager: { name: 'P Manager' },
  clinicalGovernance: 'The national standards for counselling.',
  premises: 'The practices’ own.',
  attachments: [],
}

type Told = CaseEvent & { at?: Instant; by?: Actor }

/** The case that these events make. An event without a time happens when the one before it did. */
export function given(...events: Told[]): Case {
  let state: CaseState | undefined
  let at = monday
  for (const event of events) {
    at = event.at ?? at
    state = evolve(state, { by: manager, ...event, at })
  }
  if (!state) throw new Error('A story needs an event.')
  return { ...state, id: 'c000000000001', head: { sequence: events.length, hash: '0'.repeat(64) } }
}

export const submitted: Told[] = [
  { type: 'ProposalSubmitted', data: { form, submittedBy: 'person-01' } },
  {
    type: 'WaitOpened',
    data: { name: 'triage', remindAt: '2026-01-20T00:00:00.000Z', dueAt: '2026-01-27T00:00:00.000Z' },
  },
]

export const accepted: Told[] = [
  ...submitted,
  { type: 'ProposalAccepted', data: { ruleBook: defaultRuleBook() } },
  { type: 'StageEntered', data: { stage: 'nomination', attempt: 2 } },
]

/** The case after more events. */
export function following(theCase: Case, events: CaseEvent[], at: Instant, by: Actor = manager): Case {
  const state = events.reduce<CaseState>((before, event) => evolve(before, { ...event, at, by }), theCase)
  const after = { ...state, id: theCase.id, head: { ...theCase.head, sequence: theCase.head.sequence + events.length } }
  past.set(after, [...pastOf(theCase), ...events.map((event) => ({ ...event, at, by }))])
  return after
}

const past = new WeakMap<Case, Recorded[]>()

/** The events that a case has followed from, since it was made up. */
export const pastOf = (theCase: Case): Recorded[] => past.get(theCase) ?? []

export const types = (events: CaseEvent[]): string[] => events.map((event) => event.type)

/** The refusal that a decision ends in; a test fails when it is not refused. */
export function refusal(decide: () => unknown): Refusal {
  try {
    decide()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused.')
}

export const refusedWith = (decide: () => unknown): RefusalCode => refusal(decide).code
