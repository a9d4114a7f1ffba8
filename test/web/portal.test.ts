import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { deps } from '../../functions/runtime/deps.ts'
import { forgetUnsent, noteUnsent } from '../../functions/store/unsent-store.ts'
import { Play } from '../../local/demo/play.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { contentSecurityPolicy } from '../../web/content-security-policy.ts'
import { ownLocality } from '../journeys/lived.ts'
import { expectAccessible } from './browser.ts'
import { portalInBrowser, signIn } from './portal-in-browser.ts'

const { locality } = await ownLocality()
const { signedIn, visit } = await portalInBrowser(locality)
const play = await Play.at(locality.url, () => {})
await playSubmission(play, { accept: false })

const manager = 'Miriam Holtenby'
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** Where the router has a page, of cases that nobody knows. */
async function addresses(): Promise<string[]> {
  const router = await readFile(join(import.meta.dirname, '../../web/router.tsx'), 'utf8')
  const all = [...router.matchAll(/(?:at\(|path: )'(\/[^']*)'/g)].map(([, path = '']) => path)
  return all
    .filter((path) => path !== '/signed-in')
    .map((path) =>
      path
        .replace(/\$(caseId|draftId)/, 'c000000000000')
        .replace('$organisationId', 'northmere')
        .replace('$month', '2026-03')
        .replace('$deed', 'pause'),
    )
}

describe('the portal, in a browser', () => {
  test('tells the public what this is, and hides what has not been accepted', async () => {
    const { page, troubles } = await visit()
    const answer = await page.goto('/')
    expect(answer?.headers()['content-security-policy']).toContain(contentSecurityPolicy())
    await heading(page, 'Cases').waitFor()
    await page.getByText('No proposal has been accepted yet.').waitFor()
    expect(await page.getByText(play.topic.title).count()).toBe(0)
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('says that a page does not exist, and the way home', async () => {
    const { page, troubles } = await visit()
    await page.goto('/no/such/page')
    await heading(page, 'Page not found').waitFor()
    await page.getByRole('link', { name: 'Go to the home page' }).click()
    await heading(page, 'Cases').waitFor()
    expect(troubles).toEqual([])
  })

  test('says of an address that cannot be one that there is no such page, with the menu around it', async () => {
    const { page, troubles } = await visit()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    for (const address of ['/cases/..%2fme', '/cases/c000000000000/do/blah', '/reports/2026-13', '/register/A%20B']) {
      await page.goto(address)
      await heading(page, 'Page not found').waitFor()
      expect(await page.title()).toBe('Page not found – Redesign Panels')
      await page.getByRole('link', { name: 'Open tenders' }).waitFor()
    }
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([])
    await page.goto('/board?stage=zzz&after=xx')
    await heading(page, 'Sign in to see this page').waitFor()
    await expect.poll(() => page.title()).toBe('Programme board: sign in to see this page – Redesign Panels')
    expect(troubles).toEqual([])
  })

  test('gives every page a heading and a title of its own, also while it asks to sign in', async () => {
    const { page, troubles } = await visit()
    await page.goto('/signed-in')
    await heading(page, 'You could not be signed in').waitFor()
    const titles: Record<string, string> = { '/signed-in': await page.title() }
    for (const address of await addresses()) {
      await page.evaluate(
        `document.title = ''; history.pushState({}, '', '${address}'); dispatchEvent(new PopStateEvent('popstate'))`,
      )
      await expect.poll(() => page.title(), { interval: 20, timeout: 20_000 }).not.toBe('')
      await page.getByRole('heading', { level: 1 }).waitFor()
      titles[address] = await page.title()
    }
    const alike = Map.groupBy(Object.keys(titles), (address) => titles[address])
    expect([...alike.values()].filter((addresses) => addresses.length > 1)).toEqual([])
    expect(alike.size).toBeGreaterThan(45)
    expect(troubles).toEqual([])
  })

  test('says that nobody could be signed in while there is no connection, and signs in once there is', async () => {
    const { page, troubles } = await visit()
    await page.goto(`/cases/${play.caseId}`)
    await heading(page, 'Sign in to see this page').waitFor()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Sign in' }).last().click()
    await heading(page, 'You could not be signed in').waitFor()
    await expectAccessible(page)
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Sign in' }).last().click()
    await page.getByRole('button', { name: manager }).click()
    await heading(page, play.topic.title).waitFor()
    expect(troubles).toEqual([])
  })

  test('says that a page could not be fetched, and fetches it when it can; nothing moves for who wants no motion', async () => {
    const { page, troubles } = await visit()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto('/')
    await heading(page, 'Cases').waitFor()
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'Open tenders' }).click()
    await heading(page, 'Sorry, this page is not working at the moment').waitFor()
    await expectAccessible(page)
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await heading(page, 'Open tenders').waitFor()
    const moving = `[...document.querySelectorAll('*')].filter((one) =>
      ['transitionDuration', 'animationDuration'].some((what) => parseFloat(getComputedStyle(one)[what]) > 0)).length`
    expect(await page.evaluate(moving)).toBe(0)
    // The browser says which file it could not fetch.
    expect(troubles.filter((trouble) => !trouble.includes('dynamically imported module'))).toEqual([])
  })

  test('asks for sign-in on a case, and comes back to it', async () => {
    const { page, troubles } = await signedIn(manager, `/cases/${play.caseId}`)
    await heading(page, play.topic.title).waitFor()
    expect(page.url()).toBe(`${locality.url}/cases/${play.caseId}`)
    expect(troubles).toEqual([])
  })

  test('signs a new tab in by itself, as from an email; Back from it helps; who signs out is signed out of all tabs at once', async () => {
    const { page, troubles } = await signedIn(manager, `/cases/${play.caseId}`)
    const other = await page.context().newPage()
    other.on('pageerror', ({ message }) => troubles.push(message))
    await other.goto(`/cases/${play.caseId}`)
    await heading(other, play.topic.title).waitFor()
    expect(other.url()).toBe(`${locality.url}/cases/${play.caseId}`)
    // It went to the issuer and came back in its place: before it there is nothing else.
    expect(await other.evaluate('history.length')).toBe(2)

    await page.goBack()
    await heading(page, 'This sign-in page has been used').waitFor()
    await page.getByRole('link', { name: 'Go on to Redesign Panels' }).click()
    await heading(page, 'Waiting for you').waitFor()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${locality.url}/`)
    await page.getByRole('button', { name: 'Sign in' }).first().waitFor()
    await heading(other, 'Sign in to see this page').waitFor()
    // The issuer was left, too: whoever comes next is asked who they are.
    await other.getByRole('button', { name: 'Sign in' }).last().click()
    await heading(other, 'Who are you?').waitFor()
    expect(troubles).toEqual([])
  })

  test('shows a page to everybody where the issuer knows them no more', async () => {
    const { page, troubles } = await signedIn(manager)
    await page.context().clearCookies()
    const other = await page.context().newPage()
    await other.goto('/tenders')
    await heading(other, 'Open tenders').waitFor()
    await other.getByRole('button', { name: 'Sign in' }).waitFor()
    // The first tab's own sign-in lasts.
    await page.reload()
    await heading(page, 'Waiting for you').waitFor()
    expect(troubles).toEqual([])
  })

  test('says that it is loading while the service takes its time, with the page’s heading or before it', async () => {
    const { page, troubles } = await signedIn(manager)
    let answer = () => {}
    const slow = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/api/cases/**', async (route) => {
      await slow
      await route.continue()
    })
    await page.goto(`/cases/${play.caseId}`)
    const loading = page.getByRole('status').filter({ hasText: 'Loading…' })
    await loading.waitFor()
    await expectAccessible(page)
    answer()
    await heading(page, play.topic.title).waitFor()
    await expect.poll(() => loading.count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('leads from the board to a case; accepting it moves the board, the timeline and the picture', async () => {
    const { page, troubles } = await signedIn(manager)
    await page.getByRole('link', { name: 'Programme board', exact: true }).click()
    // What was pressed goes, as the way that is shown now: the focus stays on the page.
    const focused = () => page.evaluate('document.activeElement.tagName')
    await page.getByRole('link', { name: 'Stages side by side' }).press('Enter')
    await page.getByRole('link', { name: 'Table', exact: true }).press('Enter')
    await page.getByRole('link', { name: 'Stages side by side' }).waitFor()
    await expect.poll(focused).not.toBe('BODY')
    const row = page.getByRole('row').filter({ hasText: play.topic.title })
    await row.getByText('The programme manager to accept the proposal or return it').waitFor()
    await expectAccessible(page)
    const unsent = {
      kind: 'case',
      caseId: play.caseId,
      sequence: 1,
      type: 'PeopleTold',
      at: '2024-01-01T12:00:00.000Z',
    } as const
    await noteUnsent(deps(), unsent)
    await page.reload()
    const notice = page.getByRole('listitem').filter({ hasText: '(since Mon 1 January 2024, midday)' })
    await notice.getByRole('link', { name: play.topic.title }).waitFor()
    await expectAccessible(page)
    await forgetUnsent(deps(), unsent)
    await page.reload()
    await row.waitFor()
    expect(await notice.count()).toBe(0)

    await row.getByRole('link').click()
    await page.getByText('The proposal was submitted.').waitFor()
    expect(await page.locator('.picture__state--here').textContent()).toBe('Ask for the triageNow')
    await expectAccessible(page)

    await page.getByRole('link', { name: 'Accept the proposal' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Accept the proposal' }).click()
    await page.getByText('The proposal was accepted. The practices are being invited.').waitFor()
    await page.getByText('19 practices were invited to nominate.').waitFor()
    await page.getByText(/^19 practices: .+ and /).waitFor()
    await expect.poll(() => page.locator('.picture__state--here').textContent()).toBe('Ask for the nominationsNow')
    await page.getByText('The workflow as a list').click()
    const present = page.locator('[aria-current=step]', { hasText: 'Ask for the nominations' })
    expect(await present.textContent()).toContain('now')
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('says every fault of a form at once, then asks to confirm, then does it', async () => {
    const { page, troubles } = await signedIn(manager, `/cases/${play.caseId}/do/extend-deadline`)
    const next = page.getByRole('button', { name: 'Continue' })
    await next.click()
    const summary = page.getByRole('alert')
    expect(await summary.getByRole('link').count()).toBe(2)
    await expect.poll(() => page.evaluate('document.activeElement.className')).toContain('nhsuk-error-summary')
    await expectAccessible(page)

    const typed = async (day: string, month: string, year: string) => {
      await page.getByLabel('Day').fill(day)
      await page.getByLabel('Month').fill(month)
      await page.getByLabel('Year').fill(year)
    }
    await typed('1', '1', '2020')
    await page.getByLabel('Why is more time needed?').fill('Half term.')
    await next.click()
    await page.getByRole('button', { name: 'Extend the deadline' }).click()
    await summary.getByText('Choose a later one.').waitFor()
    await page.getByRole('button', { name: 'Change' }).click()
    const before = Date.parse((await play.see()).wait?.dueAt ?? '')
    const later = new Date(before + 7 * 86_400_000)
    await typed(`${later.getUTCDate()}`, `${later.getUTCMonth() + 1}`, `${later.getUTCFullYear()}`)
    await next.click()
    await heading(page, 'Check before you confirm').waitFor()
    // Whoever does not see that the page changed hears it; going back is going back to the form.
    const focused = () => page.evaluate('document.activeElement.textContent')
    await expect.poll(focused).toContain('Check before you confirm')
    await page.goBack()
    expect(await page.getByLabel('Why is more time needed?').inputValue()).toBe('Half term.')
    await page.goForward()
    await page.reload()
    await page.getByRole('button', { name: 'Extend the deadline' }).click()
    await page.getByText('The deadline was extended.').waitFor()
    await page.getByText(/The deadline was moved to .*: Half term\./).waitFor()
    expect(Date.parse((await play.see()).wait?.dueAt ?? '')).toBeGreaterThan(before)
    // What was done is said once.
    await page.reload()
    await page.getByText(/The deadline was moved to .*: Half term\./).waitFor()
    expect(await page.getByText('The deadline was extended.').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('explains that a sign-in has ended, and keeps what was typed', async () => {
    const { page, troubles } = await signedIn(manager, `/cases/${play.caseId}/do/pause`)
    const reason = page.getByLabel('Why is the case paused?')
    await reason.fill('The building is')
    await page.context().setOffline(true)
    await page.getByRole('status').filter({ hasText: 'You have no connection.' }).waitFor()
    await page.keyboard.type(' closed.')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Pause the case' }).click()
    await heading(page, 'No answer came from the service').waitFor()
    await page.getByRole('button', { name: 'Change' }).click()
    await page.context().setOffline(false)
    await page.route('**/api/**', (route) => {
      const problem = { title: 'Sign in first', status: 401, detail: 'Your sign-in has expired.', code: 'NotSignedIn' }
      return route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify(problem) })
    })
    await heading(page, 'Your sign-in has ended').first().waitFor()
    await expectAccessible(page)
    expect(await reason.inputValue()).toBe('The building is closed.')
    // Opened anew, it is said once, though nothing can be shown.
    await page.reload()
    await page.getByRole('button', { name: 'Sign in again' }).waitFor()
    await expectAccessible(page)
    expect(await heading(page, 'Your sign-in has ended').count()).toBe(1)
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Sign in again' }).click()
    await reason.waitFor()
    expect(await reason.inputValue()).toBe('The building is closed.')
    expect(troubles).toEqual([])
  })

  test('pauses a case once though the answer was lost, and resumes it, each with its reason', async () => {
    const { page, troubles } = await signedIn(manager, `/cases/${play.caseId}`)
    const doIt = async (link: string, question: string, why: string, done: string) => {
      await page.getByRole('link', { name: link }).click()
      await page.getByLabel(question).fill(why)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: link }).click()
      await page.getByText(done).waitFor()
    }
    const loseTheAnswer = async (route: Route) => {
      await route.fetch()
      await route.abort()
    }
    // It looks at the case every few seconds: where that was quicker than the second press, it would say that this has been done.
    const pressedAgain = Promise.withResolvers<void>()
    const waitForThat = async (route: Route) => {
      await pressedAgain.promise
      await route.fallback()
    }
    await page.route(`**/api/cases/${play.caseId}`, waitForThat)
    await page.route('**/pause', loseTheAnswer, { times: 1 })
    await doIt('Pause the case', 'Why is the case paused?', 'Flood.', 'No answer came from the service')
    const again = page.waitForResponse('**/pause')
    await page.getByRole('button', { name: 'Pause the case' }).click()
    await again
    pressedAgain.resolve()
    await page.getByText('The case was paused.').waitFor()
    await page.getByText('Paused: Flood.').waitFor()
    expect(await page.getByText('Paused: Flood.').count()).toBe(1)
    expect(await page.getByRole('link', { name: 'Extend the deadline' }).count()).toBe(0)
    await expectAccessible(page)
    // In another tab somebody was writing why; it is not taken off their screen.
    const other = await page.context().newPage()
    await other.goto(`/cases/${play.caseId}/do/resume`)
    await other.getByLabel('Why is the case resumed?').fill('The flood is over.')
    await doIt('Resume the case', 'Why is the case resumed?', 'Dry again.', 'The case was resumed.')
    await heading(other, 'This has been done, or cannot be done now').waitFor()
    await other.getByText('The flood is over.').waitFor()
    await expectAccessible(other)
    await other.close()
    await page.getByText('Resumed: Dry again.').waitFor()
    expect(troubles).toEqual([])
  })

  test('moves the one-machine clock to the deadline, and the pages follow', async () => {
    const { page, troubles } = await signedIn(manager, `/cases/${play.caseId}`)
    await page.getByRole('button', { name: 'Next deadline' }).click()
    await page
      .getByText(/The deadline is extended once|The deadline has already been extended/)
      .first()
      .waitFor()
    expect(troubles).toEqual([])
  })

  test('shows a practice what waits for it, and neither the board nor anybody’s deeds', async () => {
    const { page, troubles } = await signedIn('Gwenda Parslowe-Hythe')
    const row = page.getByRole('row').filter({ hasText: 'Nominate or decline' })
    await row.getByRole('link').click()
    await heading(page, 'Nominations').waitFor()
    const asked = page.getByText(/^You (are|were) asked to nominate or decline, by the end of /)
    await asked.waitFor()
    await page.getByRole('link', { name: 'Back to the case' }).click()
    await page.getByRole('link', { name: 'Do it now' }).waitFor()
    await asked.waitFor()
    expect(await page.getByRole('link', { name: 'Pause the case' }).count()).toBe(0)
    await page.goto('/board')
    await heading(page, 'You cannot see the programme board').waitFor()
    await page.goto(`/cases/${play.caseId}/do/withdraw`)
    await page.getByText('This has been done, or cannot be done now').waitFor()
    await page.goto(`/cases/${play.caseId}/meetings`)
    await heading(page, 'You cannot see this page').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'See how the case stands' }).click()
    await heading(page, 'Where the case stands').waitFor()
    expect(troubles).toEqual([])
  })

  test('tells who is locked out of a case why, on each of its pages', async () => {
    const { page, troubles } = await visit()
    await page.route('**/api/me', async (route) => {
      const answer = await route.fetch()
      const me = await answer.json()
      const excluded = [{ caseId: play.caseId, reason: 'Declared: is a director of a bidder.' }]
      await route.fulfill({ response: answer, json: { ...me, excluded } })
    })
    await page.goto(`/cases/${play.caseId}/nominations`)
    await signIn(page, 'Gwenda Parslowe-Hythe')
    for (const path of ['/nominations', '/scoring', '/do/remind', '']) {
      await page.goto(`/cases/${play.caseId}${path}`)
      await heading(page, 'You are excluded from this case').waitFor()
      await page.getByText('is a director of a bidder').waitFor()
    }
    expect(troubles).toEqual([])
  })

  test('says of a case that is not there that there is nothing', async () => {
    const { page, troubles } = await signedIn(manager, '/cases/c000000000000')
    await page.getByText('There is no such case.').waitFor()
    expect(troubles).toEqual([])
  })
})
