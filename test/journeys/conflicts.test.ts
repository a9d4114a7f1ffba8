import { describe, expect, test } from 'vitest'
import type { CheckedBefore } from '../../domain/conflict/check-before.ts'
import type { Declaration } from '../../domain/register/declaration.ts'
import { localJson, type Refused } from '../../local/demo/client.ts'
import { playNomination } from '../../local/demo/nomination.ts'
import { playPanelFormation, seenPanel } from '../../local/demo/panel-formation.ts'
import { first } from '../../local/demo/play.ts'
import { caseEntering } from './lived.ts'

/** The register of interests over HTTP: declaring, checking before nominating, and bars that take effect at once (§4). */

const { locality, play } = await caseEntering('nomination')

const path = (rest = '') => `/api/cases/${play.caseId}${rest}`
const settled = () => localJson(`${locality.url}/local/settled`)
const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: Refused) => `${error.status} ${error.code}`,
  )
const named = (name: string) => first(play.people.filter((person) => person.name === name)).id
const declare = (person: string, declaration: Declaration) =>
  play.as(person).post<{ register: string }>('/api/register/declare-interests', { declaration })
const director = (organisationId: string): Declaration => ({
  kind: 'interests',
  interests: [{ organisationId, kind: 'director', detail: '' }],
})

interface Own {
  status: string
  declaration?: Declaration
  suggested: { organisationId: string }[]
  past: { type: string; told: string }[]
}
const own = (person: string) => play.as(person).get<Own>('/api/register/mine')

describe('the register of interests', () => {
  test('everybody declares, sees until when it holds, and how it came about', async () => {
    const person = named('Dr Ngozi Wexmere')
    const before = await declare(person, director('cloverbank'))
    const after = await declare(person, { kind: 'nothing to declare' })
    expect(after.register).not.toBe(before.register)
    const seen = await own(person)
    expect(seen).toMatchObject({ status: 'current', declaration: { kind: 'nothing to declare' } })
    expect(seen.suggested).toMatchObject([{ organisationId: 'cloverbank' }])
    // The last is what was loaded at the beginning.
    expect(seen.past.map(({ told }) => told)).toEqual([
      'Declared: nothing to declare.',
      'Declared: is a director of cloverbank.',
      expect.stringMatching(/^Declared: /),
    ])
  })

  test('the secretariat strikes out what was a mistake, maintains organisations, and sees what needs looking at', async () => {
    interface Whole {
      organisations: { id: string; owns: unknown[]; version: string }[]
      people: { person: string; dropped: { entry: string }[] }[]
      unknownNames: { name: string; like: { organisationId: string }[] }[]
    }
    const whole = await play.manager.get<Whole>('/api/register')
    const person = named('Dr Ngozi Wexmere')
    const [{ entry = '' } = {}] = first(whole.people.filter((one) => one.person === person)).dropped
    await play.manager.post('/api/register/strike-interest', { person, entry, reason: 'Another.' })
    expect((await own(person)).suggested).toEqual([])
    expect(whole.unknownNames).toMatchObject([
      { name: 'Wayside Well-being Coop', like: [{ organisationId: 'wayside-wellbeing' }] },
    ])
    const { version: over, ...wayside } = first(whole.organisations.filter(({ id }) => id === 'wayside-wellbeing'))
    const organisation = { ...wayside, aliases: ['Wayside Well-being Coop'] }
    const called = { organisation, over, reason: 'A member calls it that.' }
    await play.manager.post('/api/register/record-organisation', called)
    expect((await play.auditor.get<Whole>('/api/register')).unknownNames).toEqual([])
    const ownsItself = { ...organisation, owns: [{ organisationId: 'wayside-wellbeing', basisPoints: 1 }] }
    const itself = { organisation: ownsItself, over, reason: 'A mistake.' }
    expect(await refused(play.manager.post('/api/register/record-organisation', itself))).toBe('412 Stale')
    const again = await play.manager.get<Whole>('/api/register')
    itself.over = first(again.organisations.filter(({ id }) => id === 'wayside-wellbeing')).version
    expect(await refused(play.manager.post('/api/register/record-organisation', itself))).toBe('422 Invalid')
  })

  test('is the secretariat’s and the auditor’s to read, and nobody else’s', async () => {
    for (const person of [named('Dr Ngozi Wexmere'), play.approver.personId])
      for (const view of ['/api/register', '/api/register/record'])
        expect(await refused(play.as(person).get(view))).toBe('403 NotAllowed')
    const { past } = await play.auditor.get<{ past: { type: string }[] }>('/api/register/record?limit=100')
    expect(new Set(past.map(({ type }) => type))).toEqual(
      new Set(['RegisterLoaded', 'InterestsDeclared', 'InterestStruck', 'OrganisationRecorded']),
    )
  })

  test('says who everybody is to those who read of all: the secretariat and the auditor; to others, who their own are', async () => {
    const known = async (person: string) =>
      (await play.as(person).get<{ colleagues: unknown[] }>('/api/registers')).colleagues.length
    for (const person of [play.manager.personId, play.auditor.personId])
      expect(await known(person)).toBe(play.people.length)
    expect(await known(named('Judith Ambleworth'))).toBe(2)
  })
})

test('a practice checks a person before it nominates, and learns nothing of what they declared', async () => {
  const judith = named('Judith Ambleworth')
  const colleague = named('Dr Oluwaseun Mirefield')
  const check = (asks: string, person: string) =>
    play.as(asks).get<CheckedBefore>(path(`/check-person?person=${person}`))
  expect(await check(colleague, judith)).toMatchObject({ result: 'barred', because: [] })
  expect(await check(colleague, colleague)).toMatchObject({ result: 'clear', because: [], mustDeclare: false })
  for (const person of [named('Dr Ngozi Wexmere'), 'nobody-at-all'])
    expect(await refused(check(colleague, person))).toBe('422 Invalid')
  expect(await refused(play.command(colleague, 'nominate', { person: judith }))).toBe('403 NotAllowed')
})

test('whoever only follows a case and has an interest in it is locked out of it, and told why', async () => {
  const judith = named('Judith Ambleworth')
  const observer = first(play.having('observer')).id
  const excluded = async (person: string) =>
    (await play.as(person).get<{ excluded: { caseId: string; reason: string }[] }>('/api/me')).excluded
  expect(await refused(play.as(judith).get(path()))).toBe('404 NotFound')
  expect(await excluded(judith)).toEqual([
    { caseId: play.caseId, reason: expect.stringContaining('has family with an interest in Hearthlight') },
  ])
  expect(await refused(play.as(observer).get(path()))).toBe('done')
  await declare(observer, director('hearthlight'))
  await settled()
  expect(await refused(play.as(observer).get(path()))).toBe('404 NotFound')
  expect(await excluded(observer)).toMatchObject([{ caseId: play.caseId }])
})

test('a member who declares an interest that bars is out at once, and the record says what changed and why', async () => {
  await playNomination(play)
  await playPanelFormation(play, { decline: false })
  const member = first((await seenPanel(play)).members)
  expect(await refused(play.as(member).get(path()))).toBe('done')
  await declare(member, director('hearthlight'))
  await settled()
  expect(await refused(play.as(member).get(path()))).toBe('404 NotFound')
  const { members, seats } = await seenPanel(play)
  expect(members).not.toContain(member)
  expect(seats[member]?.status).toBe('excluded')
  interface Seen {
    register: string
    standings: { person: string; status: string; findings?: { rule: string }[] }[]
  }
  const { standings } = await play.manager.get<Seen>(path('/conflicts'))
  const standing = standings.find(({ person }) => person === member)
  expect(standing?.status).toBe('barred')
  expect(standing?.findings?.map(({ rule }) => rule)).toContain('bar-this-case')
})

test('a conflicted programme manager is locked out of that case altogether, and the deputy acts', async () => {
  const deputy = play.as(first(play.having('deputy-programme-manager')).id)
  await declare(play.manager.personId, {
    kind: 'interests',
    interests: [{ organisationId: 'hearthlight', kind: 'family', detail: 'A sister runs it.' }],
  })
  await settled()
  expect(await refused(play.manager.get(path()))).toBe('404 NotFound')
  expect(await refused(play.manager.post(path('/pause'), { reason: 'Because.' }))).toBe('404 NotFound')
  expect(await refused(deputy.post(path('/pause'), { reason: 'The manager is conflicted.' }))).toBe('done')
})
