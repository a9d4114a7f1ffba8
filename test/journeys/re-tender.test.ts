import { beforeAll, expect, test } from 'vitest'
import { declare, playEvaluation } from '../../local/demo/evaluation.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import { first } from '../../local/demo/play.ts'
import { playTender } from '../../local/demo/tender.ts'
import { caseEntering } from './lived.ts'
import { timelineOf } from './timeline.ts'

/** Nobody tenders, and the panel looks at what it asked for; then it wants a re-tender; then it makes no award. */

const { play } = await caseEntering('tender')
let members: string[]
let chair: string

beforeAll(async () => {
  const panel = await seenPanel(play)
  chair = panel.chair ?? ''
  members = panel.members.toSorted((a, b) => Number(a === chair) - Number(b === chair))
}, 300_000)

const vote = async (name: string, option: string) => {
  for (const person of members) await play.command(person, name, { round: 1, option, reasons: `I say ${option}.` })
  await play.settled()
}

/** Timers count in whole seconds: a little after. */
async function pastTheDeadline() {
  const { wait } = await play.settled()
  await play.moveTo(new Date(Date.parse(wait?.dueAt ?? '') + 5_000).toISOString())
  return play.settled()
}

test('when nobody tenders and the panel would make no award, it votes, and the approver answers; it asks again', async () => {
  const { life: before, wait } = await pastTheDeadline()
  expect([before.stage, wait?.name]).toEqual(['tender', 'few tenders'])
  await play.command(chair, 'decide-on-few-tenders', { choice: 'no award', reasons: 'Nobody came.', present: members })
  const { life } = await play.settled()
  expect(life.stage).toBe('decision')
  const decision = () => play.approver.get<object>(`/api/cases/${play.caseId}/decision`)
  expect(await decision()).toMatchObject({ ranked: false, fewTenders: { tenders: 0, reasons: 'Nobody came.' } })
  await vote('vote-on-award', 'no award')
  await play.approver.post(`/api/cases/${play.caseId}/reject-recommendation`, { reasons: 'Ask once more.' })
  await play.settled()
  for (const person of members)
    await play.command(person, 'vote-on-award', { round: 1, option: 're-tender', reasons: 'As we are asked.' })
  await play.settled()
  await play.approver.post(`/api/cases/${play.caseId}/confirm-recommendation`, { reasons: 'Good.' })
  expect((await play.settled()).life.stage).toBe('tender')
})

test('when nobody tenders the panel chooses: the case goes back to the specification; its reasons are on the record', async () => {
  const { life: before, wait } = await pastTheDeadline()
  expect([before.stage, wait?.name]).toEqual(['tender', 'few tenders'])
  const choice = { choice: 'change the specification', reasons: 'Too much was asked for.', present: members }
  await expect(play.command(chair, 'decide-on-few-tenders', { ...choice, choice: 'proceed' })).rejects.toThrow(
    'Nobody tendered',
  )
  await expect(
    play.command(members.find((one) => one !== chair) ?? '', 'decide-on-few-tenders', choice),
  ).rejects.toThrow()
  await play.command(chair, 'decide-on-few-tenders', choice)
  const { life } = await play.settled()
  expect(life.stage).toBe('specification')
  const told = (await timelineOf(play)).map((event) => event.told)
  expect(told).toContain('Sent back to the stage “Specification”: The panel changes what it asks for.')
  expect(told.join('\n')).toContain('Too much was asked for.')
})

/** One who is no chair comes to have an interest in a bidder, after the tenders were opened. */
async function memberLeavesForABidder() {
  const { wait } = await play.settled()
  expect(wait?.name).toBe('declarations')
  const interests = [{ organisationId: 'hearthlight', kind: 'director', detail: '' }]
  await play
    .as(first(members))
    .post('/api/register/declare-interests', { declaration: { kind: 'interests', interests } })
}

test('approved again it is tendered again, and a vote for a re-tender publishes another round', async () => {
  const [writer = ''] = members
  const { version } = await play
    .as(writer)
    .get<{ version: { content: { sections: object } } }>(`/api/cases/${play.caseId}/specification`)
  await play.command(writer, 'save-version', {
    basedOn: 2,
    content: { ...version.content, sections: { ...version.content.sections, premises: 'Anywhere in the locality.' } },
    reason: 'We ask it again, and tell more people.',
  })
  await play.command(chair, 'put-to-vote', { version: 3 })
  await vote('vote-on-specification', 'for')
  await play.approver.post(`/api/cases/${play.caseId}/approve-business-case`, { reasons: 'Still wanted.' })
  expect((await play.settled()).life.stage).toBe('tender')
  await playTender(play)
  await memberLeavesForABidder()
  await playEvaluation(play)
  const panel = await seenPanel(play)
  expect(panel).toMatchObject({ vacancies: 0 })
  expect(panel.members).not.toContain(writer)
  members = panel.members
  await vote('vote-on-award', 're-tender')
  await declare(play, play.approver.personId)
  await play.approver.post(`/api/cases/${play.caseId}/confirm-recommendation`, { reasons: 'Agreed.' })
  const { life } = await play.settled()
  expect(life.stage).toBe('tender')
  expect(life.path.map(({ stage }) => stage).slice(-8)).toEqual([
    'tender',
    'decision',
    'tender',
    'specification',
    'tender',
    'evaluation',
    'decision',
    'tender',
  ])
  const notice = await play.auditor.get(`/api/public/cases/${play.caseId}/tender`)
  expect(notice).toMatchObject({ round: 4, status: 'open', specificationVersion: 3, questions: [] })
  expect(notice).not.toHaveProperty('hashes')
  // What members wrote with scores and prices before them is not for those who tender next.
  const open = await play.auditor.get(`/api/public/cases/${play.caseId}/ocds`)
  expect(JSON.stringify(open)).toContain('"rationale":"The panel decided to tender again."')
  expect(JSON.stringify(open)).toContain('"rationale":"The panel changes what it asks for."')
  expect(JSON.stringify(open)).not.toContain('Too much was asked for.')
  // Its address is the portal's, whatever the API was asked at (behind CloudFront that is a host of its own).
  const { baseUrl } = play.auditor
  const elsewhere = `${baseUrl.replace('127.0.0.1', 'localhost')}/api/public/cases/${play.caseId}/ocds-package`
  const { uri, extensions } = (await (await fetch(elsewhere)).json()) as { uri: string; extensions: string[] }
  expect([uri, ...extensions].map((address) => new URL(address).origin)).toEqual([baseUrl, baseUrl])
})

/** A resumed stage runs its workflow from the top: whatever was done before the pause is done once. */
async function pausedAndResumed() {
  const before = await play.settled()
  await play.manager.post(`/api/cases/${play.caseId}/pause`, { reason: 'The office is flooded.' })
  await play.moveBy({ days: 2 })
  await play.manager.post(`/api/cases/${play.caseId}/resume`, { reason: 'It is dry.' })
  const after = await play.settled()
  expect([after.life.stage, after.wait?.name]).toEqual([before.life.stage, before.wait?.name])
}

test('scored anew, paused at every stage, it can end without an award; every bidder has a letter', async () => {
  await pausedAndResumed()
  await playTender(play)
  await pausedAndResumed()
  await playEvaluation(play)
  await pausedAndResumed()
  await vote('vote-on-award', 'no award')
  await pausedAndResumed()
  await declare(play, play.approver.personId)
  await play.approver.post(`/api/cases/${play.caseId}/confirm-recommendation`, { reasons: 'None is good enough.' })
  const { life } = await play.settled()
  expect(life).toMatchObject({ status: 'ended', outcome: 'not awarded' })
  const [bidder] = play.having('provider')
  const { letter } = await play
    .as(bidder?.id ?? '')
    .get<{ letter: { outcome: string } }>(`/api/cases/${play.caseId}/letter`)
  expect(letter).toMatchObject({ outcome: 'not awarded' })
  expect(letter).not.toHaveProperty('winners')
  expect(await play.auditor.get(`/api/public/cases/${play.caseId}/decision-record`)).toMatchObject({
    outcome: 'not awarded',
  })
})
