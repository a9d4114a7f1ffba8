import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Party } from '../../../domain/case/party.ts'
import { waitNames } from '../../../domain/wait/wait.ts'
import { pages } from '../../../functions/messages/pages.ts'
import { where } from '../../../workflows/pages.ts'

const caseId = 'c0123456789ab'
/** Every address that the portal has a page at, as a pattern. */
const routes = [
  ...readFileSync(new URL('../../../web/router.tsx', import.meta.url), 'utf8').matchAll(/(?:at\(|path: )'(\/[^']*)'/g),
].map(([, path = '']) => new RegExp(`^${path.replaceAll(/\$\w+/g, '[a-z0-9-]+')}$`))
const opened = (address: string) => routes.some((route) => route.test(address))

describe('every link that an email can have opens a page (requirements §9)', () => {
  const { wait, report, ...others } = pages
  test.each(Object.entries(others))('%s', (_, page) => {
    expect(page(caseId)).toSatisfy(opened)
  })
  test('a report', () => expect(report('2026-03')).toSatisfy(opened))
  test.each(waitNames)('the wait for %s', (name) => {
    const kinds: Party['kind'][] = ['programme-manager', 'approver', 'practice', 'person', 'provider']
    for (const kind of kinds) expect(wait(caseId, name, kind)).toSatisfy(opened)
    // Nobody who is waited for is sent to a page that they have not got: a provider has none of the case itself.
    if ('provider' in where[name]) expect(wait(caseId, name, 'provider')).not.toBe(pages.case(caseId))
  })
  test('what is no page is found', () => expect(opened(`/cases/${caseId}/nowhere`)).toBe(false))
})
