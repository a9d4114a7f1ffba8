import { createHash } from 'node:crypto'
import type { Person } from '../../domain/locality/locality.ts'
import { daysAfter } from '../../domain/time/day.ts'
import { londonDate } from '../../domain/time/instant.ts'
import type { Topic } from '../sample/topics.ts'
import type { Client } from './client.ts'
import { ordinal, type Play } from './play.ts'

/** @param now the day of it is counted from: people were asked in the weeks before, and the service begins in the years after */
const form = (topic: Topic, practiceId: string, now: string) => ({
  title: topic.title,
  area: topic.area,
  kind: 'redesign',
  proposer: { kind: 'practice', practiceId },
  problem: topic.problem,
  objectives: topic.objectives,
  deliverables: [
    { what: 'One point of referral for the whole locality', by: dayFrom(now, 300) },
    { what: topic.service, by: dayFrom(now, 420) },
  ],
  costs: { oneOff: 4_800_000, recurrent: 41_500_000, savings: 9_200_000, investToSave: true },
  strategicFit: {
    closeToThePatient: 'In the patient’s own practice, or the nearest place.',
    integration: 'The new team joins the practices’ weekly meetings.',
    avoidingAdmissions: 'Earlier help for people who now reach crisis.',
    choice: 'A choice of place, and of day or evening.',
    financialBalance: 'Modelled on two practices; the savings are counted from the second year.',
    publicHealth: 'The first of the locality’s five priorities.',
  },
  consulted: [
    { kind: 'current staff', when: dayFrom(now, -35), ...topic.staff },
    { kind: 'patients', when: dayFrom(now, -28), ...topic.patients },
  ],
  clinicalLead: { name: 'The proposing practice’s lead GP' },
  projectManager: { name: 'The proposing practice’s business manager' },
  clinicalGovernance: 'The national standards for the service; accredited supervision.',
  premises: 'Rooms of the nineteen practices, outside surgery hours where needed.',
})

const dayFrom = (now: string, days: number): string => daysAfter(londonDate(now), days)

/** What the patients wrote, as a document. */
async function attached(writer: Client, draftId: string, { patients }: Topic): Promise<unknown> {
  const bytes = Buffer.from(`${patients.who}\n\n${patients.said}\n`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const id = sha256.slice(0, 32)
  await writer.post(`/api/drafts/${draftId}/attachment-parts`, {
    documentId: id,
    part: 0,
    content: bytes.toString('base64'),
  })
  const said = { id, name: 'What patients said.txt', type: 'text/plain', bytes: bytes.length, sha256 }
  return writer.post(`/api/drafts/${draftId}/attachments`, said)
}

/** Who proposes what this case is about: the manager of a practice. */
export function proposerOf(play: Play): Person {
  const managers = play.having('practice').filter(({ profession }) => profession === 'practice-manager')
  return ordinal(managers, play.topic.proposedBy)
}

/** A practice drafts a proposal, completes it and submits it; the programme manager accepts it, with the rules it has. */
export async function playSubmission(play: Play, { accept = true, ruleBook = {} } = {}): Promise<void> {
  const proposer = proposerOf(play)
  const whole = form(play.topic, proposer.practiceId ?? '', await play.now())
  const { problem: _, ...unfinished } = whole
  const writer = play.as(proposer.id)
  const draft = await writer.post<{ id: string }>('/api/drafts', unfinished)
  const attachments = [await attached(writer, draft.id, play.topic)]
  await writer.put(`/api/drafts/${draft.id}`, { ...whole, attachments }, '"1"')
  await writer.post(`/api/drafts/${draft.id}/submit`)
  play.caseId = draft.id
  await play.settled()
  if (!accept) return
  await play.moveBy({ days: 2 })
  await play.command(play.manager.personId, 'accept-proposal', { ruleBook })
  await play.settled()
}
