import type { Locator, Page } from 'playwright-core'
import { expectAccessible } from '../web/browser.ts'
import type { PortalInBrowser } from '../web/portal-in-browser.ts'

/** A person at their own home page. */
export async function atHome(portal: PortalInBrowser, name: string) {
  const visited = await portal.signedIn(name)
  await heading(visited.page, 'Waiting for you').waitFor()
  await expectAccessible(visited.page)
  return visited
}

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name })
export const link = (page: Page, name: string | RegExp): Locator => page.getByRole('link', { name })
export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name })

/** The link of the home page to what waits for somebody in a case. */
export const task = (page: Page, what: string, title: string): Locator =>
  link(page, new RegExp(`${what}.*${title}`, 'i'))

/** Goes on with Tab until it is at a control, and does not go round for ever. @param name what a screen reader says of it */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let step = 0; step < 150; step += 1) {
    if (await control.evaluate((element) => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${control}.`)
}
