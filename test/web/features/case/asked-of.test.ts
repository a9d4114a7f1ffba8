import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../../../functions/api/answers/case.ts'
import type { Me } from '../../../../functions/api/answers/locality.ts'
import { askedOf } from '../../../../web/features/case/asked-of.ts'
import { words } from '../../../../web/features/case/frame-words.ts'

const dueAt = '2026-12-12T23:59:59.000Z'

const me = (person: Partial<Me['person']>) => ({ person: { id: 'ann', roles: [], ...person } }) as unknown as Me

type Asking = Parameters<typeof askedOf>[0]
const waiting = (name: string, waitsFor: object[], more: object = {}) =>
  ({ life: { status: 'open' }, wait: { name, waitsFor, dueAt }, ...more }) as unknown as Asking

/** As the top of a page says it. */
const told = (theCase: Asking, who: Me) =>
  askedOf(theCase, who).map(({ what, page }) => [words.asked(what, 'Saturday', '14 days'), page])

describe('a page says what is asked of whoever looks', () => {
  test.each([
    {
      of: 'a practice',
      who: me({ practiceId: 'ashlarke' }),
      theCase: waiting('nominations', [{ kind: 'practice', id: 'ashlarke' }]),
      says: ['You are asked to nominate or decline, by Saturday (in 14 days).', '/cases/$caseId/nominations'],
    },
    {
      of: 'a nominee',
      who: me({ practiceId: 'ashlarke' }),
      theCase: waiting('nominations', [{ kind: 'person', id: 'ann' }]),
      says: [
        'You are asked to accept or decline, and declare interests, by Saturday (in 14 days).',
        '/cases/$caseId/nominations',
      ],
    },
    {
      of: 'the deputy of whom it waits for',
      who: me({ roles: ['deputy-programme-manager'] }),
      theCase: waiting('adjudication', [{ kind: 'programme-manager' }]),
      says: ['You are asked to rule on the flagged interests, by Saturday (in 14 days).', '/cases/$caseId/conflicts'],
    },
    {
      of: 'a proposer whose proposal was returned',
      who: me({ practiceId: 'ashlarke' }),
      theCase: waiting('correction', [{ kind: 'practice', id: 'ashlarke' }]),
      says: ['You are asked to correct the returned proposal, by Saturday (in 14 days).', '/cases/$caseId/correct'],
    },
  ])('$of', ({ who, theCase, says }) => {
    expect(told(theCase, who)).toEqual([says])
  })

  test('nothing of another practice, and nothing while the case is paused', () => {
    const practices = [{ kind: 'practice', id: 'ashlarke' }]
    expect(told(waiting('nominations', practices), me({ practiceId: 'ravelsby' }))).toEqual([])
    const paused = waiting('nominations', practices, { life: { status: 'paused' } as CaseView['life'] })
    expect(told(paused, me({ practiceId: 'ashlarke' }))).toEqual([])
  })
})
