import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { attach } from '../../local/demo/attach.ts'
import { Refused } from '../../local/demo/client.ts'
import { declare } from '../../local/demo/evaluation.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import { signIn } from '../../local/identity/sign-in.ts'
import { caseEntering } from './lived.ts'

/** In the standstill a bidder objects; then a fault comes to light, and the case goes back to its specification. */

const { folder, locality, play } = await caseEntering('decision')
let bidder: string

beforeAll(async () => {
  bidder = play.having('provider')[0]?.id ?? ''
  const { members } = await seenPanel(play)
  for (const person of members)
    await play.command(person, 'vote-on-award', { round: 1, option: 'award', reasons: 'It is first.' })
  await play.settled()
  await declare(play, play.approver.personId)
  await play.approver.post(path('/confirm-recommendation'), { reasons: 'It follows.' })
  await play.settled()
}, 300_000)

const path = (rest: string) => `/api/cases/${play.caseId}${rest}`
const sendBack = (who = play.approver) =>
  who.post(path('/send-back'), { to: 'specification', reason: 'Evenings were left out.' })

async function mailed(about: string): Promise<Set<string>> {
  const files = (await readdir(join(folder, 'mail'))).filter((file) => file.endsWith('.json'))
  const all = await Promise.all(files.map((file) => readFile(join(folder, 'mail', file), 'utf8')))
  const mails = all.map((text) => JSON.parse(text) as { to: string; subject: string })
  return new Set(mails.filter(({ subject }) => subject.startsWith(about)).map(({ to }) => to))
}

test('an objection is answered before the case can be sent back', async () => {
  await objectsWithADocument()
  const refused = await sendBack().then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(Refused)
  await expect(sendBack(play.manager)).rejects.toMatchObject({ code: 'NotAllowed' })
  expect(refused).toMatchObject({ code: 'TooEarly', message: expect.stringContaining('must answer it') })
  const { chair = '', members: present } = await seenPanel(play)
  const further = { id: 1, decision: 'stands', reasons: 'It was read again.', present }
  await play.command(chair, 'answer-representation', further)
  await receivedByLetter()
  await play.command(chair, 'answer-representation', { ...further, id: 2 })
  await sendBack()
  expect((await play.settled()).life.stage).toBe('specification')
})

/** It is read by those who consider it, and by no other bidder; what is too long is refused with what to do. */
async function objectsWithADocument() {
  const sender = play.as(bidder)
  const map = await attach(sender, play.caseId, 'Where we are.txt', 'In every town.', 'representation')
  const said = { text: 'Our access was misread.', documents: [map] }
  await expect(play.command(bidder, 'make-representation', { ...said, text: 'x'.repeat(20_001) })).rejects.toThrow(
    '20,000 characters',
  )
  await expect(
    play.command(bidder, 'make-representation', { ...said, documents: [{ ...map, sha256: 'a'.repeat(64) }] }),
  ).rejects.toThrow('What arrived is not what you sent')
  await play.command(bidder, 'make-representation', said)
  // Whatever is sent under its name afterwards changes nothing of what was considered.
  const part = { documentId: map.id, part: 0, content: Buffer.from('In no town.').toString('base64') }
  await expect(sender.post(path('/representation-parts'), part)).rejects.toMatchObject({ code: 'Invalid' })
  const read = async (person: string) => {
    const headers = { authorization: `Bearer ${(await signIn(locality.url, person)).accessToken}` }
    return fetch(`${locality.url}${path(`/decision/document?document=${map.id}`)}`, { headers })
  }
  expect(await (await read(play.having('approver')[0]?.id ?? '')).text()).toBe('In every town.')
  for (const provider of play.having('provider').slice(0, 2)) expect((await read(provider.id)).status).toBe(403)
  expect(await sender.get(path('/letter'))).toMatchObject({ representations: [{ documents: [map] }] })
}

/** From somebody who did not tender: the secretariat records it. */
async function receivedByLetter() {
  const { announcedAt } = await play.approver.get<{ announcedAt: string }>(path('/decision'))
  const letter = { from: 'Quay Health Ltd', way: 'letter', text: 'We were told of it too late.' }
  const [on, time] = [announcedAt.slice(0, 10), '23:59:59']
  const recording = { ...letter, on, time }
  await expect(play.manager.post(path('/record-representation'), { ...recording, time: '24:00' })).rejects.toThrow()
  await expect(play.approver.post(path('/record-representation'), recording)).rejects.toMatchObject({
    code: 'NotAllowed',
  })
  await play.moveBy({ days: 1 })
  await play.manager.post(path('/record-representation'), recording)
  expect(await play.approver.get(path('/decision'))).toMatchObject({
    representations: [{ id: 1 }, { id: 2, from: letter.from, receivedAt: expect.stringContaining(':59:59.000Z') }],
  })
}

test('its bidders are told, and keep receipt and letter, which say that they no longer stand', async () => {
  const organisations = new Set(play.having('provider').map(({ organisationId }) => organisationId))
  const told = await mailed('The tender has ended')
  expect(told.size).toBe(play.people.filter(({ organisationId }) => organisations.has(organisationId)).length)
  const ended = { because: 'Evenings were left out.' }
  expect(await play.as(bidder).get(path('/tender'))).toMatchObject({ status: 'ended', tender: { round: 1 }, ended })
  const letter = await play.as(bidder).get(path('/letter'))
  expect(letter).not.toHaveProperty('letter')
  expect(letter).toMatchObject({
    superseded: [{ letter: {}, representations: [{ id: 1 }], superseded: { reason: ended.because } }],
  })
})

test('the public and the panel see what is true', async () => {
  const notice = await play.auditor.get(`/api/public/cases/${play.caseId}/tender`)
  // When it ended, and not yet why: the reason is published with the decision record.
  expect(notice).toMatchObject({ status: 'ended', round: 1, hashes: expect.any(Array) })
  expect(notice).toHaveProperty('ended', { at: expect.any(String) })
  const decision = await play.approver.get(path('/decision'))
  expect(decision).toMatchObject({ status: 'void', superseded: [{ sitting: 1 }] })
  expect(decision).not.toHaveProperty('standstill')
})
