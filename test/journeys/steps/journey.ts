import type { Play } from '../../../local/demo/play.ts'
import type { PortalInBrowser } from '../../web/portal-in-browser.ts'

/** A case whose people go through its pages. */
export interface Journey {
  play: Play
  portal: PortalInBrowser
  /** Of the case. */
  title: string
}

export const nameOf = (play: Play, person: string | undefined): string =>
  play.people.find(({ id }) => id === person)?.name ?? ''

/** The name of the first with a role. */
export const firstOf = (play: Play, role: Parameters<Play['having']>[0]): string => play.having(role)[0]?.name ?? ''
