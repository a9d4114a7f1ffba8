import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ruleOnFlagged } from '../../local/demo/evaluation.ts'
import { playNomination } from '../../local/demo/nomination.ts'
import { playPanelFormation, seenPanel } from '../../local/demo/panel-formation.ts'
import { Play } from '../../local/demo/play.ts'
import { playSpecification } from '../../local/demo/specification.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { playTender } from '../../local/demo/tender.ts'
import { type RunningLocality, startLocality } from '../../local/locality.ts'
import { expectAccessible, expectToFit, openBrowser, visit } from '../web/browser.ts'

/** Members score, one of them by keyboard through the page; the chair moderates through the page; the tenders are ranked. */

let folder: string
let locality: RunningLocality
let browser: Browser
let play: Play
let members: string[]
let chair: string

interface Scoring {
  criteria: { id: string; title: string }[]
  tenders: { organisationId: string; draft?: { version: number } }[]
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-scoring-'))
  const started = await Promise.all([startLocality({ port: 0, dataDir: folder, log: () => {} }), openBrowser()])
  locality = started[0]
  browser = started[1]
  play = await Play.at(locality.url, () => {})
  play.interests = false
  for (const part of [playSubmission, playNomination, playPanelFormation, playSpecification, playTender])
    await part(play)
  while ((await play.settled()).wait?.name === 'adjudication') await ruleOnFlagged(play)
  ;({ members, chair = '' } = await seenPanel(play))
  await locality.portalBuilt()
}, 600_000)

afterAll(async () => {
  await browser?.close()
  await locality?.close()
  await rm(folder, { recursive: true, force: true })
})

const path = (rest: string) => `/api/cases/${play.caseId}${rest}`
const nameOf = (id: string) => play.people.find((person) => person.id === id)?.name ?? ''

async function signedIn(person: string, page: string) {
  const visited = await visit(browser, locality.url)
  await visited.page.goto(`/cases/${play.caseId}/${page}`)
  await visited.page.getByRole('button', { name: 'Sign in', exact: false }).last().click()
  await visited.page.getByRole('button', { name: nameOf(person) }).click()
  await visited.page.getByRole('button', { name: 'Sign out' }).waitFor()
  return visited
}

const focused = (page: Page) => page.evaluate('document.activeElement.id') as Promise<string>

describe('scoring by keyboard', () => {
  test('every criterion of a tender without the mouse, saved as it is written, submitted for good', async () => {
    const scorer = members.find((member) => member !== chair) ?? ''
    const { page, troubles } = await signedIn(scorer, 'scoring')
    await page.getByRole('heading', { name: 'Score the tenders' }).waitFor()
    const { criteria, tenders } = await play.as(scorer).get<Scoring>(path('/scoring'))
    await expectAccessible(page)
    expect(troubles).toEqual([])
    expect(tenders.length).toBeGreaterThan(1)
    expect(criteria.length).toBeGreaterThan(1)
    await page.keyboard.press('Alt+ArrowDown')
    for (const { id } of criteria) {
      expect(await focused(page)).toBe(`score-${id}-0`)
      await page.keyboard.press('4')
      await page.keyboard.press('Enter')
      expect(await focused(page)).toBe(`rationale-${id}`)
      await page.keyboard.type('Answers it well.')
      await page.keyboard.press('Control+Enter')
    }
    await page.getByText(/^Saved at \d\d:\d\d$/).waitFor()
    await expectToFit(page, 320)
  })
})
