import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { Play } from '../../local/demo/play.ts'
import { type RunningLocality, startLocality } from '../../local/locality.ts'
import { openBrowser, type Visit, visit } from './browser.ts'

interface Running {
  locality: RunningLocality
  browser: Browser
  play: Play
  /** Where the locality keeps its data. */
  folder: string
}

export interface PortalInBrowser extends Running {
  /** A tab of its own, at no page yet. */
  visit(): Promise<Visit>
  /** A tab at a page, signed in. @param name the person's */
  signedIn(name: string, path?: string): Promise<Visit>
}

/**
 * For the tests of this file: one locality with its portal built, and one browser.
 * @param prepare what was played before them
 */
export function portalInBrowser(prepare: (play: Play) => Promise<unknown> = async () => {}): PortalInBrowser {
  let running: Running | undefined
  const now = (): Running => {
    if (!running) throw new Error('The portal runs only while the tests do.')
    return running
  }
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redesign-panels-pages-'))
    const started = startLocality({ port: 0, dataDir: folder, log: () => {} })
    const [locality, browser] = await Promise.all([started, openBrowser()])
    const play = await Play.at(locality.url, () => {})
    running = { locality, browser, play, folder }
    await Promise.all([locality.portalBuilt(), prepare(play)])
  }, 600_000)
  afterAll(async () => {
    await running?.browser.close()
    await running?.locality.close()
    if (running) await rm(running.folder, { recursive: true, force: true })
  })
  const open = () => visit(now().browser, now().locality.url)
  return {
    get locality() {
      return now().locality
    },
    get browser() {
      return now().browser
    },
    get play() {
      return now().play
    },
    get folder() {
      return now().folder
    },
    visit: open,
    async signedIn(name, path = '/') {
      const visited = await open()
      await visited.page.goto(path)
      await signIn(visited.page, name)
      return visited
    },
  }
}

/** Signs in from the page, and is back there. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}
