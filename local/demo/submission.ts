import { first, type Play } from './play.ts'

const form = (practiceId: string) => ({
  title: 'Counselling in every practice',
  area: 'mental-health',
  kind: 'redesign',
  proposer: { kind: 'practice', practiceId },
  problem:
    'People referred for counselling wait nine months, and one in three has given up by then. Counsellors work in six of nineteen practices only.',
  objectives: [
    'Nobody waits longer than six weeks for a first appointment.',
    'Counselling is offered within three miles of every patient.',
  ],
  deliverables: [
    { what: 'One point of referral for the whole locality', by: '2027-09-01' },
    { what: 'A counsellor in every practice at least one day a week', by: '2028-01-31' },
  ],
  costs: { oneOff: 4_800_000, recurrent: 41_500_000, savings: 9_200_000, investToSave: true },
  strategicFit: {
    closeToThePatient: 'In the patient’s own practice, or the nearest one.',
    integration: 'Counsellors join the practice team’s weekly meeting.',
    avoidingAdmissions: 'Earlier help for people who now reach crisis.',
    choice: 'Of counsellor, of day or evening, in person or by video.',
    financialBalance: 'Prescribing and repeat appointments fall; modelled on two practices.',
    publicHealth: 'Mental wellbeing, the first of the locality’s five priorities.',
  },
  consulted: [
    {
      who: 'The eleven counsellors who provide the service today',
      kind: 'current staff',
      when: '2026-09-14',
      said: 'Rooms and supervision matter more to us than who employs us.',
      changed: 'Supervision and rooms became deliverables of the proposal.',
    },
    {
      who: 'The locality’s mental health patient group',
      kind: 'patients',
      when: '2026-09-21',
      said: 'We want evening appointments, and to choose whom we see.',
      changed: 'Evening appointments and choice became objectives.',
    },
  ],
  clinicalLead: { name: 'The proposing practice’s lead GP for mental health' },
  projectManager: { name: 'The proposing practice’s business manager' },
  clinicalGovernance: 'The national standards for counselling in primary care; accredited supervision.',
  premises: 'Consulting rooms of the nineteen practices, outside surgery hours where needed.',
})

/** A practice drafts a proposal, completes it and submits it; the programme manager accepts it. */
export async function playSubmission(play: Play, { accept = true } = {}): Promise<void> {
  const proposer = first(play.having('practice').filter(({ profession }) => profession === 'practice-manager'))
  const whole = form(proposer.practiceId ?? '')
  const { problem: _, ...unfinished } = whole
  const writer = play.as(proposer.id)
  const draft = await writer.post<{ id: string }>('/api/drafts', unfinished)
  await writer.put(`/api/drafts/${draft.id}`, whole, '"1"')
  await writer.post(`/api/drafts/${draft.id}/submit`)
  play.caseId = draft.id
  await play.settled()
  if (!accept) return
  await play.moveBy({ days: 2 })
  await play.command(play.manager.personId, 'accept-proposal')
  await play.settled()
}
