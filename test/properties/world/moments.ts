import { checklistItems } from '../../../domain/appraisal/checklist.ts'
import { declare, playEvaluation, readyToReadTenders } from '../../../local/demo/evaluation.ts'
import { playNomination } from '../../../local/demo/nomination.ts'
import { playPanelFormation, seenPanel } from '../../../local/demo/panel-formation.ts'
import { first, Play } from '../../../local/demo/play.ts'
import { markTheAppraisal, playSpecification } from '../../../local/demo/specification.ts'
import { playSubmission } from '../../../local/demo/submission.ts'
import { playTender } from '../../../local/demo/tender.ts'
import type { Part } from './acts.ts'
import { type Moment, ORIGIN, type Sent, type World } from './world.ts'

export interface Played {
  play: Play
  /** The moment at which each part of the case begins. */
  moments: Record<Part, Moment>
  /** Every write of the demo's people that was accepted. */
  accepted: Sent[]
  /** Drafts that people have begun. */
  drafts: string[]
}

/**
 * The demo's case, kept as it was when each part began.
 * @param became replaces `globalThis.fetch`, by which the demo's people speak
 */
export async function playToEveryPart(world: World, became: (fetch: typeof globalThis.fetch) => void): Promise<Played> {
  const accepted: Sent[] = []
  became(async (input, init) => {
    const answer = await world.fetch(input as string, init)
    const method = init?.method ?? 'GET'
    if (answer.ok && method !== 'GET' && typeof init?.body === 'string')
      accepted.push({ method, path: new URL(String(input)).pathname, body: JSON.parse(init.body) })
    return answer
  })
  const play = await Play.at(ORIGIN, () => {})
  await playSubmission(play)
  // Whoever approves has declared.
  await play.approver.post('/api/register/declare-interests', { declaration: { kind: 'nothing to declare' } })
  const form = accepted.find(({ method }) => method === 'PUT')?.body
  const drafts: string[] = []
  for (const person of [play.having('practice')[0], play.having('programme-manager')[0], play.having('provider')[0]])
    if (person) drafts.push((await play.as(person.id).post<{ id: string }>('/api/drafts', form)).id)
  const nomination = world.keep()
  await playNomination(play)
  const formation = world.keep()
  await leaveTooFew(play)
  const impossible = world.keep()
  world.restore(formation)
  await playPanelFormation(play)
  const appraisal = world.keep()
  const { members } = await seenPanel(play)
  for (const item of checklistItems)
    await play.command(first(members), 'answer-checklist', { item, finding: 'met', comment: 'It says so.' })
  for (const member of members)
    await play.command(member, 'vote-on-proposal', { round: 1, option: 'proceed', reasons: 'The need is plain.' })
  await play.settled()
  const specification = world.keep()
  world.restore(appraisal)
  // Nobody approves without a declaration that holds.
  await play.approver.post('/api/register/declare-interests', { declaration: { kind: 'nothing to declare' } })
  await playSpecification(play)
  // From here on an observer has something to read.
  await markTheAppraisal(play)
  await play.moveBy({ days: 2 })
  const tender = world.keep()
  await playTender(play)
  await readyToReadTenders(play)
  const scoring = world.keep()
  await playEvaluation(play)
  const decision = world.keep()
  for (const member of (await seenPanel(play)).members)
    await play.command(member, 'vote-on-award', { round: 1, option: 'award', reasons: 'It is first by quality.' })
  await play.settled()
  await declare(play, play.approver.personId)
  await play.command(play.approver.personId, 'confirm-recommendation', { reasons: 'The record bears it out.' })
  await play.settled()
  const standstill = world.keep()
  return {
    ...{ play, drafts },
    // What people send from now on is of one world alone.
    accepted: [...accepted],
    moments: {
      ...{ nomination, 'panel-formation': formation, draw: formation, 'no panel possible': impossible },
      ...{ appraisal, specification, tender, scoring },
      'sealed tenders': tender,
      ...{ 'close of the scoring': scoring, 'to the decision': scoring },
      ...{ decision, announcement: decision, standstill },
    },
  }
}

/** All nominees but four come by a conflict: no panel is possible. */
async function leaveTooFew(play: Play): Promise<void> {
  const { nomination } = (await play.see()) as { nomination?: { nominees: { person: string; status: string }[] } }
  const interest = { organisationId: 'hearthlight', kind: 'director', detail: 'Since last week.' }
  const nominees = nomination?.nominees.filter(({ status }) => status === 'accepted') ?? []
  for (const { person } of nominees.slice(4))
    await play
      .as(person)
      .post('/api/register/declare-interests', { declaration: { kind: 'interests', interests: [interest] } })
  await play.settled()
}
