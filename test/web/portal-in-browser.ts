import type { Browser, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import type { RunningLocality } from '../../local/locality.ts'
import { openBrowser, type Visit, visit } from './browser.ts'

export interface PortalInBrowser {
  browser: Browser
  /** A tab of its own, at no page yet. */
  visit(): Promise<Visit>
  /** A tab at a page, signed in. @param name the person's */
  signedIn(name: string, path?: string): Promise<Visit>
}

/** At the head of a test file: the portal of its locality, built, and one browser. */
export async function portalInBrowser(locality: RunningLocality): Promise<PortalInBrowser> {
  const [browser, wrong] = await Promise.all([openBrowser(), locality.portalBuilt()])
  afterAll(() => browser.close())
  // An older portal would be looked at instead.
  if (wrong !== undefined) throw new Error(wrong)
  const open = () => visit(browser, locality.url)
  return {
    browser,
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
