import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { Play } from '../../local/demo/play.ts'
import { startLocality } from '../../local/locality.ts'
import { playSampleCases, SAMPLES_BEGIN } from '../../local/sample/sample-cases.ts'
import { findChromium, launchFlags } from '../web/chromium.ts'
import { fillBoard } from './full-board.ts'
import { type Pictured, pictured, picturedBoards } from './pages.ts'

/**
 * `npm run screenshots`: pictures of the main pages into `docs/screenshots/`, of the sample locality. It lives through the sample
 * cases in a folder of its own, or looks at a running `npm start` whose address it is given. In the end it fills the board with
 * proposals: give it one that may have them.
 */
const [running] = process.argv.slice(2)
const here = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')

async function atSamples(look: (url: string) => Promise<void>): Promise<void> {
  if (running) return look(running)
  const dataDir = await mkdtemp(join(tmpdir(), 'redesign-panels-pictures-'))
  const locality = await startLocality({ port: 0, dataDir, behindMs: SAMPLES_BEGIN, log: console.log })
  try {
    const { url, sampleCases: progress } = locality
    const until = new Date().toISOString()
    await playSampleCases({ url, folder: dataDir, until, log: console.log, ended: () => false, progress }).all
    await look(url)
  } finally {
    await locality.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A tab of whoever looks. */
async function tabOf(browser: Browser, baseURL: string, by: string | undefined): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('/')
  if (by === undefined) return page
  await page.getByRole('button', { name: 'Sign in' }).last().click()
  await page.getByRole('button', { name: by }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return page
}

async function picture(page: Page, { name, path, width = 1100, height = 1600, after }: Pictured): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await after?.(page)
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'))
  await page.setViewportSize({ width, height: Math.min(height, whole) })
  await page.screenshot({ path: join(here, `${name}.png`) })
  console.log(`docs/screenshots/${name}.png`)
}

await atSamples(async (url) => {
  await mkdir(here, { recursive: true })
  const play = await Play.at(url, () => {})
  const browser = await chromium.launch({ executablePath: await findChromium(), args: launchFlags })
  const tabs = new Map<string | undefined, Page>()
  const take = async (pages: Pictured[]) => {
    for (const page of pages) {
      const tab = tabs.get(page.by) ?? (await tabOf(browser, url, page.by))
      tabs.set(page.by, tab)
      await picture(tab, page)
    }
  }
  await take(await pictured(play))
  await fillBoard(url)
  await take(picturedBoards(play))
  await browser.close()
})
