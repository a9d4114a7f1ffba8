import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Party } from '../../domain/case/party.ts'
import { waitNames } from '../../domain/wait/wait.ts'
import { pageFor, where } from '../../workflows/pages.ts'
import { waits } from '../../workflows/waits.ts'

/** What is done on the page of the case itself, by its deeds: decide on a proposal, or send back what cannot go on. */
const byDeeds = ['triage', 'few tenders', 'substitute', 'scores', 'moderation', 'price decision']

/** Where the portal has pages. */
const addresses = readFileSync(new URL('../../web/router.tsx', import.meta.url), 'utf8')

describe('every wait has its page (requirements §1: nothing hangs unseen)', () => {
  test.each(waitNames)('%s', (wait) => {
    const kinds = Object.keys(where[wait]) as Party['kind'][]
    expect(kinds.length === 0).toBe(waits[wait].who === 'nobody')
    for (const kind of kinds) {
      const page = pageFor(wait, kind)
      expect(addresses).toContain(`'${page}'`)
      if (page === '/cases/$caseId') expect(byDeeds).toContain(wait)
    }
    // Whoever is asked for something of their own has a page of their own.
    for (const kind of Object.keys(waits[wait].whatOf ?? {})) expect(kinds).toContain(kind)
  })
})
