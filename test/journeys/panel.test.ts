import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { entryOf } from '../../domain/panel-draw/fair-draw/entry.ts'
import { commitmentOf, type Terms } from '../../domain/panel-draw/fair-draw/terms.ts'
import { verifyCertificate } from '../../domain/panel-draw/fair-draw/verify.ts'
import { digest } from '../../domain/record/chain.ts'
import type { Refused } from '../../local/demo/client.ts'
import { flaggedIn } from '../../local/demo/flagged.ts'
import {
  contribute,
  justAfter,
  playPanelFormation,
  reveal,
  type SeenPanel,
  seenPanel,
  whoActs,
} from '../../local/demo/panel-formation.ts'
import { first } from '../../local/demo/play.ts'
import { playSpecification } from '../../local/demo/specification.ts'
import { caseEntering } from './lived.ts'

/** Panel formation and specification over HTTP, driven by their workflows, as several people see and try them. */

const { locality, play } = await caseEntering('panel-formation')

const path = (rest: string) => `/api/cases/${play.caseId}${rest}`
const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: Refused) => `${error.status} ${error.code}`,
  )

interface OwnChance {
  draw: number
  entry: string
  salt: string
  chance: string
  times: number
  because: string
}

interface Standing {
  person: string
  status: string
}
const standings = async () => (await play.manager.get<{ standings: Standing[] }>(path('/conflicts'))).standings
const withStatus = async (status: string) =>
  (await standings()).filter((one) => one.status === status).map((one) => one.person)

interface PublicDraws {
  draws: { draw: number; status: string; commitment: string; panels: number }[]
}
const publicDraws = async (): Promise<PublicDraws> =>
  (await fetch(`${locality.url}/api/public/cases/${play.caseId}/draws`)).json() as Promise<PublicDraws>
const published = async (what: 'draw-terms' | 'draw-certificate', draw: number): Promise<Response> =>
  fetch(`${locality.url}/api/public/cases/${play.caseId}/${what}?draw=${draw}`)

describe('while the panel is formed', () => {
  test('a barred nominee is locked out of the case at once, told why, and sees what the public sees', async () => {
    const [barred = ''] = await withStatus('barred')
    expect(await refused(play.as(barred).get(path('')))).toBe('404 NotFound')
    expect(await refused(play.as(barred).get(path('/panel')))).toBe('404 NotFound')
    expect(await refused(play.command(barred, 'accept-seat'))).toBe('404 NotFound')
    const { excluded } = await play.as(barred).get<{ excluded: { caseId: string; reason: string }[] }>('/api/me')
    expect(excluded).toEqual([{ caseId: play.caseId, reason: expect.stringContaining('(bar-') }])
  })

  test('a nominee sees their own standing and nobody else’s', async () => {
    const [flagged = ''] = await withStatus('flagged')
    const own = await play.as(flagged).get<{ standings: Standing[] }>(path('/conflicts'))
    expect(own.standings.map(({ person }) => person)).toEqual([flagged])
  })

  test('rulings need reasons and a mitigation, and are the secretariat’s', async () => {
    const flagged = first(await flaggedIn(play))
    const ruling = { ...flagged, ruling: 'managed', reasons: 'Known to all.' }
    expect(await refused(play.manager.post(path('/adjudicate-interest'), ruling))).toBe('422 Invalid')
    const elsewhere = { ...ruling, mitigation: 'Leaves.', read: [digest('another finding')] }
    expect(await refused(play.manager.post(path('/adjudicate-interest'), elsewhere))).toBe('412 Stale')
    expect(
      await refused(play.command(flagged.person, 'adjudicate-interest', { ...ruling, mitigation: 'Leaves.' })),
    ).toBe('403 NotAllowed')
  })

  test('a flagged interest that nobody rules on is reminded of and escalated by itself', async () => {
    const { wait } = await play.see()
    expect(wait?.name).toBe('adjudication')
    await play.moveTo(justAfter(wait?.dueAt ?? ''))
    const { events } = await play.manager.get<{ events: { type: string; by: { step?: string } }[] }>(
      path('/timeline?limit=100'),
    )
    const acts = events.filter(({ by }) => by.step === 'attend-to-the-flagged-interests').map(({ type }) => type)
    expect(acts).toEqual(['Reminded', 'PeopleTold', 'Escalated', 'PeopleTold'])
  })

  test('two practices contribute to the randomness, each once, before anything is drawn', async () => {
    for (const one of await flaggedIn(play))
      await play.manager.post(path('/adjudicate-interest'), { ...one, ruling: 'cleared', reasons: 'Known to all.' })
    const { wait } = await play.settled()
    expect(wait?.name).toBe('contributions')
    expect(wait?.waitsFor).toHaveLength(19)
    const free = [...(await whoActs(play)).keys()]
    const [one, two] = wait?.waitsFor.filter(({ id = '' }) => free.includes(id)) ?? []
    await contribute(play, [one ?? {}])
    expect(await refused(contribute(play, [one ?? {}]))).toBe('409 AlreadyDone')
    expect(
      await refused(play.command(play.manager.personId, 'contribute-to-draw', { commitment: 'a'.repeat(64) })),
    ).toBe('403 NotAllowed')
    await contribute(play, [two ?? {}])
    await play.settled()
  })

  test('the draw’s terms are public a day before its randomness, and the wait for it is no one’s to shorten or extend', async () => {
    const { wait } = await play.see()
    expect(wait?.name).toBe('draw')
    const { draws } = await publicDraws()
    expect(draws).toMatchObject([{ draw: 1, status: 'committed', panels: 1_000 }])
    const { terms, commitment } = (await (await published('draw-terms', 1)).json()) as {
      terms: Terms
      commitment: string
    }
    expect(commitmentOf(terms)).toBe(commitment)
    expect((await published('draw-certificate', 1)).status).toBe(404)
    expect((await published('draw-terms', 7)).status).toBe(404)
    const { contributions } = terms.source as { contributions: { by: string }[] }
    const early = reveal(
      play,
      contributions.map(({ by: id }) => ({ id })),
    )
    expect(await refused(early)).toBe('409 TooEarly')
    const dueAt = new Date(Date.parse(wait?.dueAt ?? '') + 86_400_000).toISOString()
    expect(await refused(play.manager.post(path('/extend-deadline'), { dueAt, reason: 'x' }))).toBe('403 NotAllowed')
  })

  test('one practice reveals, the other does not and is replaced by the company, and named', async () => {
    const { wait } = await play.moveTo(justAfter((await play.see()).wait?.dueAt ?? ''))
    expect(wait?.name).toBe('reveals')
    const [one, two] = wait?.waitsFor ?? []
    const somebody = (await whoActs(play)).get(one?.id ?? '') ?? ''
    const wrong = play.command(somebody, 'reveal-contribution', { secret: 'a'.repeat(64) })
    expect(await refused(wrong)).toBe('422 Invalid')
    await reveal(play, [one ?? {}])
    expect(await refused(reveal(play, [one ?? {}]))).toBe('409 AlreadyDone')
    await play.moveTo(justAfter(wait?.dueAt ?? ''))
    const certificate = await (await published('draw-certificate', 1)).json()
    expect(certificate).toMatchObject({ from: 'source', evidence: { kind: 'commit-reveal', replaced: [two?.id] } })
  })

  test('seats are refused to those who were not drawn', async () => {
    const { seats } = await seenPanel(play)
    const undrawn = (await standings())
      .map(({ person, status }) => ({ person, status }))
      .find(({ person, status }) => ['clear', 'cleared'].includes(status) && !(person in seats))
    expect(await refused(play.command(undrawn?.person ?? '', 'accept-seat'))).toBe('404 NotFound')
    expect(await refused(play.command(play.manager.personId, 'accept-seat'))).toBe('403 NotAllowed')
  })

  test('invitations that are not answered lapse by themselves, and substitutes are drawn with a certificate of their own', async () => {
    const { wait } = await play.see()
    const [silent, ...others] = wait?.waitsFor.map(({ id = '' }) => id) ?? []
    for (const person of others) await play.command(person, 'accept-seat')
    await play.moveTo(justAfter(wait?.dueAt ?? ''))
    const { seats } = await seenPanel(play)
    expect(seats[silent ?? '']?.status).toBe('lapsed')
    expect((await publicDraws()).draws.map(({ status }) => status)).toEqual(['drawn'])
    expect((await play.see()).wait?.name).toBe('contributions')
    expect(await refused(play.command(silent ?? '', 'accept-seat'))).toBe('409 TooLate')
  })

  test('where no practice contributes, and then no numbers are published, there is a way out, on the record', async () => {
    const change = () =>
      play.manager.post(path('/change-randomness'), { to: 'public-numbers', reason: 'Nobody contributes.' })
    const giveUp = (person: string) => play.command(person, 'give-up-numbers', { reasons: 'It was cancelled.' })
    const approver = play.having('approver')[0]?.id ?? ''
    expect(await refused(change())).toBe('409 WrongStage')
    await play.moveTo(justAfter((await play.see()).wait?.dueAt ?? ''))
    expect(await play.manager.get(path('/panel'))).toMatchObject({ lacks: 'contributions' })
    expect(await refused(play.command(approver, 'change-randomness', { to: 'public-numbers', reason: 'x' }))).toBe(
      '403 NotAllowed',
    )
    await change()
    expect((await play.settled()).wait?.name).toBe('draw')

    const numbers = async () => {
      const { wait } = await play.moveTo(justAfter((await play.see()).wait?.dueAt ?? ''))
      expect(wait?.name).toBe('numbers')
      expect(await refused(giveUp(approver))).toBe('409 WrongStage')
      return wait
    }
    await play.moveTo(justAfter((await numbers())?.dueAt ?? ''))
    expect(await play.as(approver).get(path('/panel'))).toMatchObject({ lacks: 'numbers' })
    expect(await refused(giveUp(play.manager.personId))).toBe('403 NotAllowed')
    await giveUp(approver)
    expect((await play.settled()).wait?.name).toBe('draw')
    await numbers()
    for (const person of [play.manager.personId, approver])
      await play.command(person, 'enter-public-numbers', { numbers: ['3 17 22 28 45 51'] })
    expect((await play.settled()).wait?.name).toBe('invitations')
    const { draws } = await publicDraws()
    expect(draws.map(({ status }) => status)).toEqual(['drawn', 'abandoned', 'drawn'])
  })

  test('every draw can be recomputed by anybody from its public certificate', async () => {
    await playPanelFormation(play, { decline: false })
    const { draws } = await publicDraws()
    expect(draws.length).toBeGreaterThanOrEqual(2)
    const members = new RegExp((await seenPanel(play)).members.join('|'))
    expect(JSON.stringify(draws)).not.toMatch(members)
    for (const { draw, status } of draws.filter(({ status }) => status !== 'abandoned')) {
      expect(status).toBe('drawn')
      const certificate = await (await published('draw-certificate', draw)).text()
      expect(verifyCertificate(JSON.parse(certificate)).problems).toEqual([])
      expect(certificate).not.toMatch(members)
    }
  })

  test('a nominee sees their own entry and chance in each draw, exactly and of 1,000, and why', async () => {
    const { members } = await seenPanel(play)
    const [member = ''] = members
    const { you } = await play.as(member).get<SeenPanel & { you: { chances: OwnChance[] } }>(path('/panel'))
    expect(you.chances.length).toBeGreaterThanOrEqual(1)
    for (const { draw, entry, salt, chance, times, because } of you.chances) {
      const { terms } = (await (await published('draw-terms', draw)).json()) as { terms: Terms }
      const row = terms.instance.pool.findIndex((one) => one['entry'] === entry)
      expect(entryOf(member, salt)).toBe(entry)
      expect(terms.chances[row]).toBe(chance)
      expect(Math.abs(new Fraction(chance).mul(1_000).sub(times).valueOf())).toBeLessThanOrEqual(1.5)
      expect(because).toContain('fair between practices first')
    }
  })
})

describe('while the panel specifies', () => {
  test('the secretariat, the practices and the nominees who were not drawn have no vote and write nothing', async () => {
    const { seats } = await seenPanel(play)
    const free = [...(await withStatus('clear')), ...(await withStatus('cleared'))]
    const outsider = free.find((person) => !(person in seats)) ?? ''
    const vote = { round: 1, option: 'proceed', reasons: 'x' }
    for (const person of [play.manager.personId, play.approver.personId, outsider]) {
      expect(await refused(play.command(person, 'vote-on-proposal', vote))).toBe('403 NotAllowed')
      expect(await refused(play.command(person, 'put-to-vote', { version: 1 }))).toBe('403 NotAllowed')
    }
    expect(await refused(play.as(outsider).get(path('/specification')))).toBe('403 NotAllowed')
  })

  test('it is written, voted on and approved, and the case goes to tender', async () => {
    const { chair = '' } = await seenPanel(play)
    await playSpecification(play)
    const { life } = await play.see()
    expect(life.path.map(({ stage }) => stage)).toContain('tender')
    const changes = await play
      .as(chair)
      .get<{ changes: { what: string }[] }>(path('/specification/changes?from=1&to=2'))
    expect(changes.changes.map(({ what }) => what)).toEqual(['Access, choice and inequalities', 'Price share'])
    expect(await refused(play.as(chair).get(path('/specification/changes?from=1&to=9')))).toBe('404 NotFound')
    expect(await refused(play.as(chair).get(path('/specification?version=none')))).toBe('422 Invalid')
  })
})
