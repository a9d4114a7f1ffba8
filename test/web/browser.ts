import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { findChromium, launchFlags } from './chromium.ts'
import { focusTroubles, watchingFocus } from './focus.ts'

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: launchFlags })
}

export interface Visit {
  page: Page
  /** What should not have happened: errors, refused content, requests to elsewhere. */
  troubles: string[]
}

/** A tab of its own at the portal, which serves its pages under the strictest policy: what that refuses is a trouble. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: url, viewport: { width: 1100, height: 900 } })
  // A busy machine takes its time.
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await page.addInitScript(acknowledging)
  await page.addInitScript(watchingFocus(2_000))
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    // A refused request is an answer, and said on the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) troubles.push(`asked ${request.url()}`)
  })
  return { page, troubles }
}

/**
 * In the page: holds back the answer to whatever changes something until the page says, by itself, that it is at work: a busy button,
 * or words that end in “…” or say how far it has come. A page that would say nothing before the answer, however slow the connection,
 * is told of. Nothing is timed, but for giving up.
 */
const acknowledging = `
  const send = window.fetch
  const atWork = () => document.querySelector('button[aria-disabled="true"]') !== null ||
    [...document.querySelectorAll('[role="status"]')].some((one) => /…$|\\d%|\\d of \\d+ parts/.test(one.textContent.trim()))
  const acknowledged = () => new Promise((resolve) => {
    if (atWork()) return resolve(true)
    const end = (said) => { clearTimeout(patience); observer.disconnect(); resolve(said) }
    const observer = new MutationObserver(() => { if (atWork()) end(true) })
    const patience = setTimeout(end, 15_000, false)
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  window.fetch = async (asked, how) => {
    const answer = send(asked, how)
    answer.catch(() => {})
    if (['POST', 'PUT', 'DELETE'].includes(how?.method) && !(await acknowledged()))
      console.error('Nothing on ' + location.pathname + ' says that it is at work: ' + how.method + ' ' + asked)
    return answer
  }
`

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** All of WCAG 2.2 AA; what is well is neither told in full nor sent here, and style sheets are all of this origin: a quarter of the time. */
const checks = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
})

/** The pages that were looked at with larger words, without the names of what they show. */
const enlarged = new Set<string>()

/**
 * Everything that axe finds against WCAG 2.2 AA on the page as it is; where the focus goes, in order and in sight; and that nothing is cut
 * off or out of sight sideways on a narrow screen, which is one of 1,280 pixels at four times the size (1.4.10), nor, when a page is looked at
 * for the first time, in a window of 640 pixels whose words are twice as large (1.4.4).
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe)
  const violations = (await page.evaluate(
    `axe.run(document, ${checks}).then(({ violations }) => violations)`,
  )) as AxeResults['violations']
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(found).toEqual([])
  expect(await focusTroubles(page)).toEqual([])
  const before = page.viewportSize()
  const path = new URL(page.url()).pathname.replace(/c[0-9a-f]{12}/, '')
  const narrow = [320, ''] as const
  for (const [width, words] of enlarged.has(path) ? [narrow] : [[640, '200%'] as const, narrow]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(`(${tooWide})('${words}')`)).toEqual([])
  }
  if (before) await page.setViewportSize(before)
  enlarged.add(path)
}

/** In the page: what sticks out of it, and whose words are cut off, with words of a size. */
const tooWide = `(words) => {
  document.documentElement.style.fontSize = words
  const all = [...document.querySelectorAll('body *')]
  const told = (one) => one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 40)
  // Whoever types into a field moves along it.
  const hides = (how) => ['hidden', 'clip'].includes(how)
  const cut = all.filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one)
    return one.tagName !== 'INPUT' && one.clientWidth > 1 &&
      ((hides(overflowX) && one.scrollWidth > one.clientWidth + 1) || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1))
  })
  const wide = document.documentElement.clientWidth
  const out = document.documentElement.scrollWidth <= wide ? []
    : all.filter((one) => one.getBoundingClientRect().right > wide + 1)
  document.documentElement.style.fontSize = ''
  return [...out, ...cut].map(told)
}`
