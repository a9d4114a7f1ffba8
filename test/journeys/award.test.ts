import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Export } from '../../domain/record/export.ts'
import { verifyExport } from '../../domain/record/verify.ts'
import { seal } from '../../domain/tender/seal.ts'
import { addMilliseconds, londonDate } from '../../domain/time/instant.ts'
import { attach } from '../../local/demo/attach.ts'
import { Refused } from '../../local/demo/client.ts'
import { ruleOnFlagged } from '../../local/demo/evaluation.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import { signIn } from '../../local/identity/sign-in.ts'
import { caseEntering } from './lived.ts'
import { timelineOf } from './timeline.ts'

/** From the tender to the award over HTTP, by the longer way: a question in the way, a damaged tender, late people, a rejection. */

const { folder, locality, play } = await caseEntering('tender')
let bidders: { id: string; organisation: string }[]
let members: string[]
let chair: string
let receipt: { head: { hash: string }; receipt: { quality: { sha256: string } } }

beforeAll(async () => {
  bidders = [
    ...new Map(
      play
        .having('provider')
        .map(({ id, organisationId = '' }) => [organisationId, { id, organisation: organisationId }]),
    ).values(),
  ]
  ;({ members, chair = '' } = await seenPanel(play))
}, 300_000)

const deputy = play.having('deputy-programme-manager')[0]?.id ?? ''
const bidder = (index: number) => bidders[index] ?? { id: '', organisation: '' }
const path = (rest: string) => `/api/cases/${play.caseId}${rest}`
const notice = () =>
  play.auditor.get<{
    publicKeys: { quality: string; price: string }
    round: number
    deadline: string
    criteria: { id: string }[]
    hashes?: unknown[]
  }>(`/api/public/cases/${play.caseId}/tender`)

const readPublic = (document: string) =>
  fetch(`${locality.url}/api/public/cases/${play.caseId}/tender/document?document=${document}`)

async function sealedBy({ organisation }: { organisation: string }, pence: number) {
  const { publicKeys, round, criteria } = await notice()
  const binding = { caseId: play.caseId, round, organisationId: organisation }
  const answers = Object.fromEntries(criteria.map(({ id }) => [id, `We do ${id}.`]))
  return {
    quality: await seal(publicKeys.quality, { answers, partners: [] }, { ...binding, kind: 'quality' }),
    price: await seal(publicKeys.price, { pence }, { ...binding, kind: 'price' }),
  }
}

/** Status, headers and body, as they are. */
async function seenBy(personId: string, url: string): Promise<string> {
  const { accessToken } = await signIn(locality.url, personId)
  const answer = await fetch(`${locality.url}${url}`, { headers: { authorization: `Bearer ${accessToken}` } })
  const headers = [...answer.headers].filter(([name]) => name !== 'date')
  return JSON.stringify([answer.status, headers, await answer.text()])
}

async function refused(doing: Promise<unknown>): Promise<Refused> {
  const error = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Refused) return error
  throw error ?? new Error('It was not refused.')
}

/** Timers count in whole seconds: a little after. */
async function past(at: string) {
  await play.moveTo(new Date(Date.parse(at) + 5_000).toISOString())
  return play.settled()
}

/** Who was sent a mail of this subject, and what it said. */
async function mailed(about: string): Promise<{ to: Set<string>; text: string }> {
  const files = (await readdir(join(folder, 'mail'))).filter((file) => file.endsWith('.json'))
  const all = await Promise.all(files.map((file) => readFile(join(folder, 'mail', file), 'utf8')))
  const mails = all.map((text) => JSON.parse(text) as { to: string; subject: string; text: string })
  const found = mails.filter(({ subject }) => subject.startsWith(about))
  return { to: new Set(found.map(({ to }) => to)), text: found.map(({ text }) => text).join() }
}

describe('the tender', () => {
  test('is public while it is open', async () => {
    const { rows } = await play.auditor.get<{ rows: object[] }>('/api/public/tenders')
    expect(rows).toMatchObject([{ caseId: play.caseId, round: 1 }])
  })

  test('takes sealed envelopes alone, whole ones, from providers', async () => {
    const [one] = [bidder(0)]
    const good = await sealedBy(one, 100)
    const plain = await refused(
      play.command(one.id, 'submit-tender', { quality: { answers: {} }, price: { pence: 1 } }),
    )
    expect([plain.status, plain.code]).toEqual([422, 'Invalid'])
    const damaged = { ...good, quality: { ...good.quality, sha256: '0'.repeat(64) } }
    expect((await refused(play.command(one.id, 'submit-tender', damaged))).message).toContain('/quality/sha256')
    const large = { ...good, price: { ...good.price, ciphertext: 'A'.repeat(8_004) } }
    expect((await refused(play.command(one.id, 'submit-tender', large))).message).toContain('8000 characters')
    expect((await refused(play.command(play.manager.personId, 'submit-tender', good))).status).toBe(403)
    expect((await refused(play.command(members[0] ?? '', 'submit-tender', good))).status).toBe(403)
  })

  test('gives a receipt, and shows a bidder nothing of the others', async () => {
    receipt = await play.command(bidder(0).id, 'submit-tender', await sealedBy(bidder(0), 600_000_00))
    const before = await seenBy(bidder(0).id, path('/tender'))
    expect(before).toContain(receipt.receipt.quality.sha256)
    expect(before).toContain(receipt.head.hash)
    await play.command(bidder(1).id, 'submit-tender', await sealedBy(bidder(1), 500_000_00))
    await play.command(bidder(2).id, 'submit-tender', await sealedBy(bidder(2), 400_000_00))
    await play.command(bidder(3).id, 'submit-tender', await sealedBy(bidder(3), 1_00))
    await play.command(bidder(3).id, 'withdraw-tender')
    expect(await play.as(bidder(0).id).get('/api/me')).toMatchObject({ tenders: [{ caseId: play.caseId }] })
    expect(await play.as(bidder(3).id).get('/api/me')).toMatchObject({ tenders: [] })
    expect(await seenBy(bidder(0).id, path('/tender'))).toBe(before)
    // Nobody is told on the timeline who tendered, or who asks.
    expect(
      (await timelineOf(play))
        .filter(({ type }) => type.startsWith('Tender') && type.endsWith('ed'))
        .every(({ by }) => by.person === undefined),
    ).toBe(true)
  })

  test('does not pass while a question asked in time is unanswered; then a late tender is refused with its time', async () => {
    const { deadline } = await notice()
    const plan = await attach(play.as(bidder(1).id), play.caseId, 'Harbour plan.txt', 'Where would the rooms be?')
    const ask = { text: 'May we, of all people, ask?', documents: [plan] }
    await play.command(bidder(1).id, 'ask-question', ask)
    expect((await refused(play.command(bidder(1).id, 'ask-question', ask))).status).toBe(422)
    expect((await readPublic(plan.id)).status).toBe(404)
    const { questions } = await play.manager.get<{ questions: object[] }>(path('/tender/questions'))
    expect(questions).toMatchObject([{ documents: [{ id: plan.id, name: 'Document 1 of the question.txt' }] }])
    expect(await seenBy(play.manager.personId, path(`/tender/questions/document?document=${plan.id}`))).toContain(
      'Where would the rooms be?',
    )
    const { life } = await past(deadline)
    expect(life.stage).toBe('tender')
    const moved = (await notice()).deadline
    expect(moved > deadline).toBe(true)
    // Everybody who may tender is told, and nobody by what was asked.
    const mails = await mailed('The deadline has moved')
    expect(mails.to.size).toBe(play.having('provider').length)
    expect(mails.text).not.toContain('of all people')
    expect((await refused(play.command(bidder(0).id, 'ask-question', { text: 'One more?' }))).code).toBe('TooLate')
    const map = await attach(play.manager, play.caseId, 'Rooms.txt', 'On the ground floor.')
    const answer = { id: 1, answer: 'You may.', wording: 'May a bidder ask?', documents: [map], withDocuments: true }
    await play.manager.post(path('/answer-question'), answer)
    expect(await (await readPublic(map.id)).text()).toBe('On the ground floor.')
    expect(await (await readPublic(plan.id)).text()).toBe('Where would the rooms be?')
    expect(JSON.stringify(await notice())).not.toContain('Harbour plan')
    const late = await sealedBy(bidder(3), 100)
    // One bidder’s envelope is damaged where it is kept.
    const { quality } = await play
      .as(bidder(2).id)
      .get<{ tender: { quality: { sha256: string } } }>(path('/tender'))
      .then(({ tender }) => tender)
    await writeFile(join(folder, 'sealed-tenders', play.caseId, `${quality.sha256}.document`), '{"ciphertext":"AAAA"}')
    expect((await past(moved)).life.stage).toBe('evaluation')
    // Who was drawn may have a tie to a bidder.
    await ruleOnFlagged(play)
    await play.settled()
    ;({ members, chair = '' } = await seenPanel(play))
    members = [chair, ...members.filter((member) => member !== chair)]
    const error = await refused(play.command(bidder(3).id, 'submit-tender', late))
    expect(error.code).toBe('TooLate')
    expect(error.message).toMatch(
      /Your tender arrived at 00:00:\d\d\.\d{3} on .*The deadline was the end of .*had to arrive before 00:00:00\.000/,
    )
    expect((await notice()).hashes).toHaveLength(3)
  })
})

describe('the evaluation', () => {
  const give = (member: string, organisationId: string, score: number) =>
    notice().then(({ criteria }) =>
      play.command(member, 'submit-scores', {
        organisationId,
        scores: Object.fromEntries(criteria.map(({ id }) => [id, { score, rationale: `${score} of 5.` }])),
      }),
    )

  test('shows no tender to a member before they declared against those who tendered', async () => {
    const nothing = { declaration: { kind: 'nothing to declare' } }
    const idle = members.at(-1) ?? ''
    const seen = await play.as(idle).get<{ named: { organisationId: string }[] }>(path('/declaration'))
    expect(seen.named.map(({ organisationId }) => organisationId)).toEqual(
      [bidder(0), bidder(1), bidder(2)].map(({ organisation }) => organisation).sort(),
    )
    expect((await refused(play.command(idle, 'renew-declaration', {}))).status).toBe(422)
    expect((await refused(play.command(bidder(0).id, 'renew-declaration', nothing))).status).toBe(403)
    for (const member of members.slice(0, -1)) await play.command(member, 'renew-declaration', nothing)
    expect((await refused(play.command(chair, 'renew-declaration', nothing))).code).toBe('AlreadyDone')
    const { wait } = await play.settled()
    expect(wait).toMatchObject({ name: 'declarations', waitsFor: [{ kind: 'person', id: idle }] })
    // What came to light while they declared is ruled on before the tenders are looked into.
    if ((await past(wait?.dueAt ?? '')).wait?.name === 'adjudication') await ruleOnFlagged(play)
    expect((await play.settled()).wait?.name).toBe('compliance')
    for (const view of [`/opened-tender?of=${bidder(0).organisation}`, '/scoring', '/compliance'])
      expect((await refused(play.as(idle).get(path(view)))).message).toContain(
        'First declare whether you have an interest',
      )
    const raised = { organisationId: bidder(0).organisation, requirement: 'other', says: 'So.' }
    expect((await refused(play.command(idle, 'raise-compliance-question', raised))).code).toBe('DeclareFirst')
    expect(await seenBy(chair, path(`/opened-tender?of=${bidder(0).organisation}`))).toContain('We do access.')
  })

  test('leaves out what was damaged when two people have said so, with the reasons, and goes on', async () => {
    expect((await play.settled()).wait?.name).toBe('compliance')
    const ruling = { id: 1, verdict: 'fail', reasons: 'Nobody can read it.' }
    expect((await refused(play.command(chair, 'rule-on-compliance', { ...ruling, verdict: 'pass' }))).status).toBe(403)
    // Who rules or confirms alone has declared against the bidders, too (requirements §1).
    expect((await refused(play.manager.post(path('/rule-on-compliance'), ruling))).code).toBe('DeclareFirst')
    for (const officer of [play.manager.personId, deputy])
      await play.command(officer, 'renew-declaration', { declaration: { kind: 'nothing to declare' } })
    await play.command(deputy, 'rule-on-compliance', ruling)
    expect((await refused(play.command(deputy, 'rule-on-compliance', ruling))).message).toContain('two people')
    expect((await refused(play.command(bidder(0).id, 'rule-on-compliance', ruling))).status).toBe(403)
    await play.command(chair, 'rule-on-compliance', ruling)
    expect((await play.settled()).wait?.name).toBe('scores')
    const progress = await play.manager.get<{
      findings: { organisationId: string; reasons: string[] }[]
      tenders: number
    }>(path('/progress'))
    expect(progress.tenders).toBe(2)
    expect(progress.findings.find(({ organisationId }) => organisationId === bidder(2).organisation)?.reasons).toEqual([
      'The sealed envelope is not what was submitted: its hash differs from the receipt. Nobody can read it. Nobody can read it.',
    ])
  })

  test('asks a bidder once for a document that is missing, within 24 hours, and goes on scoring', async () => {
    const { organisation = '' } = bidder(0)
    const raise = { organisationId: organisation, requirement: 'missing', says: 'No certificate of insurance.' }
    await play.manager.post(path('/raise-compliance-question'), raise)
    await play.manager.post(path('/raise-compliance-question'), { ...raise, organisationId: bidder(1).organisation })
    expect((await play.settled()).wait?.name).toBe('compliance')
    for (const id of [2, 3])
      await play.command(chair, 'ask-for-missing-document', { id, document: 'The certificate of insurance' })
    const waiting = await play.settled()
    expect(waiting.wait?.name).toBe('missing document')
    const bytes = new TextEncoder().encode('Insured for ten million pounds.')
    const document = { id: 'ab'.repeat(16), name: 'Insurance.txt', type: 'text/plain', bytes: bytes.length }
    const said = { ...document, sha256: createHash('sha256').update(bytes).digest('hex') }
    const supply = (who: string) => play.command(who, 'supply-missing-document', said)
    expect((await refused(supply(bidder(0).id))).message).toContain('Some parts of it have not been uploaded')
    const part = { documentId: document.id, part: 0, content: Buffer.from(bytes).toString('base64') }
    await play.as(bidder(0).id).post(path('/missing-document-parts'), part)
    expect((await refused(play.as(bidder(2).id).post(path('/missing-document-parts'), part))).status).toBe(404)
    await supply(bidder(0).id)
    expect((await refused(supply(bidder(0).id))).code).toBe('AlreadyDone')
    await past(waiting.wait?.dueAt ?? '')
    expect((await play.settled()).wait?.name).toBe('compliance')
    const late = await refused(supply(bidder(1).id))
    expect(late).toMatchObject({ code: 'TooLate', message: expect.stringContaining('Your document arrived at') })
    const { questions } = await play.manager.get<{ questions: { id: number; supplied?: { name: string } }[] }>(
      path('/compliance'),
    )
    expect(questions.map(({ supplied }) => supplied?.name)).toEqual([undefined, 'Insurance.txt', undefined])
    const readBy = async (person: string) => {
      const { accessToken } = await signIn(locality.url, person)
      const headers = { authorization: `Bearer ${accessToken}` }
      return fetch(`${locality.url}${path('/compliance/document?question=2')}`, { headers })
    }
    expect(await (await readBy(chair)).text()).toBe('Insured for ten million pounds.')
    expect((await readBy(bidder(0).id)).status).toBe(403)
    for (const id of [2, 3])
      await play.manager.post(path('/rule-on-compliance'), { id, verdict: 'pass', reasons: 'So.' })
    expect((await play.settled()).wait?.name).toBe('scores')
  })

  test('is blind: a member sees the same bytes whatever others submit, and nobody else sees a score', async () => {
    const [me = '', ...others] = members
    await play.as(me).put(path(`/score-drafts/${bidder(0).organisation}`), { scores: {} }, '"0"')
    await play
      .as(me)
      .put(
        path(`/score-notes/${bidder(0).organisation}`),
        { notes: { access: { page: 'page 3', text: 'The map.' } } },
        '"0"',
      )
    const scoring = path(`/scoring?read=${bidder(1).organisation}`)
    const before = await seenBy(me, scoring)
    expect(before).toContain('page 3')
    expect(before).toContain('We do access.')
    for (const [index, member] of others.slice(0, -1).entries()) {
      await give(member, bidder(0).organisation, index === 0 ? 0 : 4)
      await give(member, bidder(1).organisation, 3)
    }
    expect(await seenBy(me, scoring)).toBe(before)
    expect(await seenBy(others[0] ?? '', path('/scoring'))).not.toContain('page 3')
    for (const view of ['/scoring', '/moderation'])
      expect((await refused(play.manager.get(path(view)))).status).toBe(403)
    for (const view of ['/ranking']) expect((await refused(play.manager.get(path(view)))).code).toBe('TooEarly')
    expect((await refused(play.as(me).get(path('/moderation')))).code).toBe('TooEarly')
    expect(JSON.stringify(await play.manager.get(path('/progress')))).not.toContain('of 5.')
    await give(me, bidder(0).organisation, 4)
    // What a member noted for themselves stays with them.
    expect(await seenBy(me, path('/scoring'))).toContain('page 3')
    expect((await refused(give(me, bidder(0).organisation, 5))).code).toBe('AlreadyDone')
  })

  test('is extended once; then the unfinished are left out, and the median stands where nothing is agreed', async () => {
    const first = (await play.see()).wait?.dueAt ?? ''
    expect((await past(first)).wait).toMatchObject({ name: 'scores', extensions: 1 })
    const second = (await play.see()).wait?.dueAt ?? ''
    const { wait } = await past(second)
    expect(wait?.name).toBe('moderation')
    const progress = await play.manager.get<{ leftOut: string[] }>(path('/progress'))
    expect(progress).toMatchObject({ status: 'moderating', leftOut: [members[0], members.at(-1)].sort() })
    // How many criteria are to be moderated says something of the scores.
    expect(progress).not.toHaveProperty('moderation')
    expect(
      (
        await refused(
          play.command(members[0] ?? '', 'submit-scores', { organisationId: bidder(1).organisation, scores: {} }),
        )
      ).code,
    ).toBe('TooLate')
    expect((await past(wait?.dueAt ?? '')).life.stage).toBe('decision')
    const { ranking } = await play.manager.get<{
      ranking: {
        organisationId: string
        total: string
        terms: string[]
        criteria: { basis: string; score: string }[]
      }[]
    }>(path('/ranking'))
    // 75 × 4 ÷ 5 + 25 × 250 ÷ 300, and 75 × 3 ÷ 5 + 25
    expect(ranking.map(({ organisationId, total }) => [organisationId, total])).toEqual([
      [bidder(0).organisation, '485/6'],
      [bidder(1).organisation, '70'],
    ])
    expect(ranking[0]?.criteria.map(({ basis, score }) => `${basis} ${score}`)).toEqual(
      Array.from({ length: 5 }, () => 'median 4'),
    )
    expect(ranking[0]?.terms.at(-1)).toBe('Total: 60 + 125/6 (20.83) = 485/6 (80.83)')
  })
})

describe('the decision', () => {
  const vote = async (option: string) => {
    for (const person of (await seenPanel(play)).members)
      await play.command(person, 'vote-on-award', { round: 1, option, reasons: `I say ${option}.` })
    return play.settled()
  }

  test('goes back to the panel when the approver rejects it', async () => {
    // Whoever never declared does so before they vote.
    const [idle = ''] = members.slice(-1)
    const ballot = { round: 1, option: 'award', reasons: 'So.' }
    expect((await refused(play.command(idle, 'vote-on-award', ballot))).code).toBe('DeclareFirst')
    await play.command(idle, 'renew-declaration', { declaration: { kind: 'nothing to declare' } })
    expect((await vote('award')).wait?.name).toBe('confirmation')
    const rejecting = { reasons: 'Say why the median stood.' }
    expect((await refused(play.approver.post(path('/reject-recommendation'), rejecting))).code).toBe('DeclareFirst')
    expect(await play.approver.get(path('/decision'))).toMatchObject({ declareFirst: true })
    await play.command(play.approver.personId, 'renew-declaration', { declaration: { kind: 'nothing to declare' } })
    await play.approver.post(path('/reject-recommendation'), rejecting)
    expect((await play.settled()).wait?.name).toBe('panel vote')
    expect(await play.approver.get(path('/decision'))).toMatchObject({
      sitting: 2,
      returned: [{ reasons: 'Say why the median stood.' }],
    })
    expect((await vote('award')).wait?.name).toBe('confirmation')
  })

  test('goes back to it again when a member turns out to have an interest in a bidder, with the result without them', async () => {
    // Of the seven two were left out of the scoring: without one of the five who scored, nothing could be awarded.
    const [member = ''] = members.slice(-1)
    const interests = [{ organisationId: bidder(1).organisation, kind: 'director', detail: '' }]
    await play.as(member).post('/api/register/declare-interests', { declaration: { kind: 'interests', interests } })
    expect((await play.settled()).wait?.name).toBe('panel vote')
    expect((await refused(play.as(member).get(path('/decision')))).status).toBe(404)
    expect(await play.approver.get(path('/decision'))).toMatchObject({
      sitting: 3,
      status: 'voting',
      returned: [{ by: 'approver' }, { by: 'exclusion' }],
    })
    expect(await play.approver.get(path('/ranking'))).toMatchObject({
      ranking: [{ organisationId: bidder(0).organisation }, {}],
      excludedSince: { members: [member], changesTheWinner: false, scoring: 5, quorum: 5 },
    })
  })

  test('and when somebody does who had ruled that a tender is left out: the ruling stands, and is before whoever decides', async () => {
    const interests = [{ organisationId: bidder(1).organisation, kind: 'director', detail: '' }]
    await play.as(deputy).post('/api/register/declare-interests', { declaration: { kind: 'interests', interests } })
    expect((await play.settled()).wait?.name).toBe('panel vote')
    expect(await play.approver.get(path('/decision'))).toMatchObject({ sitting: 4, ruledByExcluded: true })
    expect(await play.approver.get(path('/ranking'))).toMatchObject({
      ruledByExcluded: [{ organisationId: bidder(2).organisation, ruled: 'excluded', people: [deputy] }],
    })
    expect((await vote('award')).wait?.name).toBe('confirmation')
  })

  test('is told to nobody before it is confirmed, and then to every bidder', async () => {
    expect((await refused(play.as(bidder(0).id).get(path('/letter')))).status).toBe(404)
    await play.approver.post(path('/confirm-recommendation'), { reasons: 'It follows from the record.' })
    expect((await play.settled()).wait?.name).toBe('standstill')
    expect(await play.as(bidder(0).id).get(path('/letter'))).toMatchObject({
      letter: { outcome: 'awarded to you', place: 1 },
    })
    expect(await play.as(bidder(1).id).get(path('/letter'))).toMatchObject({
      letter: { outcome: 'awarded to another', place: 2, winners: { total: '485/6' } },
    })
    expect(await play.as(bidder(2).id).get(path('/letter'))).toMatchObject({
      letter: {
        notCompliant: [expect.stringContaining('hash differs')],
        withoutExcluded: expect.arrayContaining([expect.stringContaining('A person who had ruled on the tender of')]),
      },
    })
    const tendered = [0, 1, 2].map((index) => bidder(index).organisation)
    const told = play.people.filter(({ organisationId = '' }) => tendered.includes(organisationId))
    expect((await mailed('The outcome')).to.size).toBe(told.length)
    expect((await refused(play.as(bidder(3).id).get(path('/letter')))).status).toBe(404)
    expect((await refused(play.command(bidder(3).id, 'make-representation', { text: 'We were late.' }))).status).toBe(
      404,
    )
  })

  test('stands still as long as the law says, and is then an award with a public record', async () => {
    const record = `/api/public/cases/${play.caseId}/decision-record`
    const notice = `/api/public/cases/${play.caseId}/award-notice`
    expect((await refused(play.auditor.get(record))).status).toBe(404)
    // From the day it is published the standstill counts.
    const { standstill, ...told } = await play.auditor.get<{ winner: string; standstill: { publishedOn: string } }>(
      notice,
    )
    expect(told.winner).toBe(bidder(0).organisation)
    const platform = { on: standstill.publishedOn, reference: '2026/S 000-001234' }
    expect((await refused(play.approver.post(path('/record-notice'), platform))).status).toBe(403)
    expect(
      (await refused(play.manager.post(path('/record-notice'), { on: '2026-13-40', reference: ' ' }))).status,
    ).toBe(422)
    await play.manager.post(path('/record-notice'), platform)
    expect(await play.auditor.get(notice)).toMatchObject({ published: platform })
    expect(
      (
        await refused(
          play.manager.post(path('/extend-deadline'), { dueAt: '2099-01-01T00:00:00.000Z', reason: 'More.' }),
        )
      ).status,
    ).toBe(403)
    const { life } = await past((await play.see()).wait?.dueAt ?? '')
    expect(life).toMatchObject({ status: 'open', stage: 'after-award' })
    expect(await play.auditor.get(notice)).toMatchObject({
      winner: bidder(0).organisation,
      awardedAt: expect.any(String),
    })
    const story = await play.auditor.get<{ winner: string; decision: object }>(record)
    expect(story).toMatchObject({ winner: bidder(0).organisation, panel: { chair }, decision: { sitting: 4 } })
    expect(story).toMatchObject({ ruledByExcluded: [{ organisationId: bidder(2).organisation, people: 1 }] })
    // Sealed prices and single members' scores are nowhere in it.
    expect(JSON.stringify(story)).not.toContain('of 5.')
  })

  test('takes one that came in time after the award, and tells whoever must act at once', async () => {
    const { standstill } = await play.approver.get<{ standstill: { ends: string } }>(path('/decision'))
    const last = addMilliseconds(standstill.ends, -1_000)
    const letter = { from: 'Quay Health Ltd', way: 'email', text: 'We were told of it too late.' }
    const on = londonDate(last)
    const scanned = await attach(play.manager, play.caseId, 'Scanned.txt', 'In ink.', 'representation')
    const recording = { ...letter, on, time: '23:59:59', documents: [scanned] }
    await play.manager.post(path('/record-representation'), recording)
    expect(await play.approver.get(path('/decision'))).toMatchObject({ representations: [{ documents: [scanned] }] })
    const toldOf = async (about: string) => (await mailed(about)).to.size
    // The programme manager, the approver and the chair, and not the deputy, who is excluded; and everybody of those who tendered.
    await expect.poll(() => toldOf('The award should have waited'), { timeout: 30_000 }).toBe(3)
    await expect.poll(() => toldOf('A representation was recorded after'), { timeout: 30_000 }).toBeGreaterThan(2)
    expect(await play.as(bidder(1).id).get(path('/letter'))).toMatchObject({ late: [{ id: 1 }] })
    const present = (await play.approver.get<{ members: string[] }>(path('/decision'))).members
    const finding = { id: 1, decision: 'stands', reasons: 'The notice was published in time.', present }
    // The case ends with it unanswered, and the register changes: who answers is looked at again, and does.
    await play.manager.post(path('/end-follow-up'), { reason: 'The contract was not signed.' })
    await play.manager.post('/api/register/declare-interests', { declaration: { kind: 'nothing to declare' } })
    await play.command(chair, 'answer-representation', finding)
    const { decision } = await play.auditor.get<{ decision: { representations: object[] } }>(
      `/api/public/cases/${play.caseId}/decision-record`,
    )
    expect(decision.representations).toMatchObject([{ afterAward: true, way: 'email', answer: { decision: 'stands' } }])
    expect(JSON.stringify(decision)).not.toMatch(/Scanned|Quay/)
  })

  test('leaves a record that verifies, with the receipt’s head on it', async () => {
    const record = await play.auditor.get<Export>(path('/record'))
    expect(verifyExport(record).problems).toEqual([])
    expect(verifyExport(record, receipt.head).problems).toEqual([])
    expect(Object.keys(receipt.head)).toEqual(['hash'])
    expect(verifyExport(record, { hash: 'a'.repeat(64) }).problems).toEqual([
      expect.stringContaining('the fingerprint that you gave'),
    ])
  })
})
