import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { playNomination } from '../../local/demo/nomination.ts'
import { lockedOut, playPanelFormation, type SeenPanel } from '../../local/demo/panel-formation.ts'
import { Play } from '../../local/demo/play.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { ORIGIN, World } from './world/world.ts'

/** Requirements §2, §11.2: a panel of an area and a term, through the API, the workflows and the table. */

let folder: string
let world: World
let drawnIn: Play
let served: Play
let panels: Panels
/** The panel of the first case, as it was drawn. */
let whole: Seen

interface Panels {
  rows: { caseId: string; sat: string[]; standing: { id: string; from: string; members: { person: string }[] } }[]
  people: Record<string, string>
}
interface Seen extends SeenPanel {
  standing?: { drawnHere: boolean; sat: string[] }
}

vi.mock('../../local/identity/sign-in.ts', () => ({
  signIn: async (_: string, person: string) => ({ accessToken: await world.token(person), expiresAt: '' }),
}))

const panelOf = (play: Play): Promise<Seen> => play.manager.get(`/api/cases/${play.caseId}/panel`)
const ruleBook = { panel: { serves: 'an area for a term', termMonths: 18, panelsInLottery: 100 } }
let away = ''
let conflicted = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  world = await World.begin(folder)
  vi.stubGlobal('fetch', world.fetch)
  drawnIn = await Play.at(ORIGIN, () => {})
  await playSubmission(drawnIn, { ruleBook })
  await playNomination(drawnIn)
  await playPanelFormation(drawnIn, { decline: false })
  whole = await panelOf(drawnIn)
  const { members } = whole
  ;[away = '', conflicted = ''] = members

  served = await Play.at(ORIGIN, () => {})
  await playSubmission(served, { ruleBook })
  for (const member of members) {
    if (member === away) await served.command(member, 'decline-nomination', { reason: 'On leave.' })
    else {
      const interest = { organisationId: 'northmere-talking', kind: 'director', detail: 'Joined in May.' }
      const declaration =
        member === conflicted ? { kind: 'interests', interests: [interest] } : { kind: 'nothing to declare' }
      await served.command(member, 'accept-nomination', { declaration })
    }
  }
  const out = await lockedOut(served)
  const sitting = new Set(members.map((member) => world.people.find(({ id }) => id === member)?.practiceId))
  const free = [...new Set(world.people.flatMap(({ practiceId }) => practiceId ?? []))].filter(
    (one) => !sitting.has(one),
  )
  for (const [index, practiceId] of free.entries()) {
    const wanted = index % 3 === 0 ? 'practice-manager' : 'gp'
    const person = world.people.find(
      (one) => one.practiceId === practiceId && one.profession === wanted && !out.has(one.id),
    )?.id
    if (!person) continue
    await served.command(person, 'nominate', { person })
    await served.command(person, 'accept-nomination', { declaration: { kind: 'nothing to declare' } })
  }
  for (const member of [away, conflicted]) {
    const { practiceId } = world.people.find(({ id }) => id === member) ?? {}
    const colleague = world.people.find((one) => one.practiceId === practiceId && one.id !== member)
    const reason = 'We have nobody else.'
    if (colleague) await served.command(colleague.id, 'decline-to-nominate', { reason }).catch(() => undefined)
  }
  await served.moveBy({ days: 15 })
  await playPanelFormation(served, { decline: false })
  panels = await served.manager.get('/api/panels')
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true, force: true })
})

describe('a panel that was drawn for an area', () => {
  test('begins its term when it is whole', async () => {
    const { members, standing } = whole
    expect(standing).toMatchObject({ drawnHere: true, sat: [...members].sort() })
    expect(panels.rows[0]?.standing.members.map(({ person }) => person)).toEqual([...members].sort())
  })

  test('sits on the next case of the area, without whoever declines or has a conflict; only their seats are drawn', async () => {
    const { members } = whole
    const now = await panelOf(served)
    const sat = members.filter((member) => member !== away && member !== conflicted).sort()
    expect(now.standing).toMatchObject({ drawnHere: false, sat })
    expect(now.members).toHaveLength(7)
    expect(now.members).toEqual(expect.arrayContaining(sat))
    const draw = now.draws.at(-1)
    expect(draw).toMatchObject({ status: 'drawn', sitting: 5 })
    const certificate = await served.auditor.get<{ panel: string[] }>(
      `/api/public/cases/${served.caseId}/draw-certificate?draw=${draw?.draw}`,
    )
    expect(certificate.panel).toHaveLength(2)
  })

  test('is told of with its term, the cases that it serves and who sits on each', async () => {
    expect(panels.rows.map(({ caseId, sat }) => [caseId, sat.length])).toEqual(
      expect.arrayContaining([
        // Whoever has a conflict in one case of the area may have it in another: there, too, the seat fell vacant.
        [drawnIn.caseId, 6],
        [served.caseId, 5],
      ]),
    )
    expect(Object.keys(panels.people)).toContain(away)
    const timeline = async (after: number): Promise<{ told: string }[]> => {
      const path = `/api/cases/${served.caseId}/timeline?limit=100&after=${after}`
      const page = await served.manager.get<{ events: { told: string }[]; next?: number }>(path)
      return [...page.events, ...(page.next === undefined ? [] : await timeline(page.next))]
    }
    expect((await timeline(0)).map(({ told }) => told).join('\n')).toMatch(
      /5 members of the panel for adult mental health and counselling sit on this case: they were drawn for the area, until .+ 2 do not. The vacant seats are drawn\./,
    )
  })

  test('does not tell whoever is locked out of a case that it serves that case', async () => {
    const observer = served.having('observer')[0]?.id ?? ''
    await world.exclude(observer, drawnIn.caseId)
    const seen = await served.as(observer).get<Panels>('/api/panels')
    expect(seen.rows.map(({ caseId }) => caseId)).toEqual([served.caseId])
    expect(JSON.stringify(seen)).not.toContain(drawnIn.caseId)
  })

  test('is one panel to the draws of other cases, however many cases it serves', async () => {
    const { loadServices } = await import('../../functions/store/service-store.ts')
    const { deps } = await import('../../functions/runtime/deps.ts')
    const { sat = [] } = (await panelOf(served)).standing ?? {}
    const services = await loadServices(deps(), 'c999999999999', sat, world.now)
    expect(sat.map((person) => services[person]?.panels)).toEqual(sat.map(() => 1))
  })
})
