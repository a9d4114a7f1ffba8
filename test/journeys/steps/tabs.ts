import type { Page } from 'playwright-core'
import type { Play } from '../../../local/demo/play.ts'
import type { Visit } from '../../web/browser.ts'
import { type PortalInBrowser, signIn } from '../../web/portal-in-browser.ts'
import { nameOf } from './journey.ts'

/** People at pages of a case, each in a tab of their own. */
export interface AtPages {
  play: Play
  /** @param path with `CASE` for the case's identifier */
  at(personId: string, path: string): Promise<Page>
}

/** A tab for each person, kept: signing in again tells nothing new. */
export function tabsOf({ play, portal }: { play: Play; portal: PortalInBrowser }) {
  const tabs = new Map<string, Visit>()
  return {
    play,
    async at(personId: string, path: string): Promise<Page> {
      const known = tabs.get(personId)
      const { page, troubles } = known ?? (await portal.visit())
      tabs.set(personId, { page, troubles })
      await page.goto(path.replace('CASE', play.caseId))
      if (!known) await signIn(page, nameOf(play, personId))
      return page
    },
    /** What should not have happened on any page that was opened. */
    troubles: () => [...tabs.values()].flatMap(({ troubles }) => troubles),
    close: async () => {
      for (const { page } of tabs.values()) await page.context().close()
    },
  }
}
