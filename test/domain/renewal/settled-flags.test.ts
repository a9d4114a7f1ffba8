import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { recheckCase } from '../../../domain/conflict/recheck.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import type { Interest } from '../../../domain/register/declaration.ts'
import { renewDeclaration } from '../../../domain/renewal/decide.ts'
import { by, caseIn, on } from '../case-in.ts'
import { anyInterest } from '../conflict/any-interest.ts'
import { entry, matterIn, organisations, today } from '../conflict/locality.ts'
import { runs } from '../conflict/runs.ts'
import { following } from '../story.ts'

const DAYS = ['2024-01-10', '2025-09-01', '2026-02-01', '2026-06-01', '2026-06-14'].map((day) => `${day}T09:00:00.000Z`)
const interest = anyInterest(fc.constantFrom(...organisations.map(({ id }) => id), 'nobody knows it'), [
  '2026-05-01',
  '2026-01-01',
  '2025-01-01',
  '2020-01-01',
])
const interests = fc.array(interest, { maxLength: 3 })
const said = (all: Interest[]) =>
  all.length > 0 ? { kind: 'interests' as const, interests: all } : { kind: 'nothing to declare' as const }

/** What was ruled on stays settled until a fact changes (requirements §4): saying that there is nothing more is none. */
test('who has nothing more to declare raises no flag that was ruled on, whatever was declared where and when', () => {
  let flagged = 0
  fc.assert(
    fc.property(
      fc.record({
        forCase: interests,
        inRegister: interests,
        dropped: interests,
        recorded: interests,
        declaredAt: fc.constantFrom(...DAYS),
        inRegisterAt: fc.constantFrom(...DAYS),
      }),
      ({ forCase, inRegister, dropped, recorded, declaredAt, inRegisterAt }) => {
        const matter = matterIn({
          entries: [
            entry('ben', inRegister, {
              dropped,
              recorded: recorded.map((one) => ({ ...one, source: 'Companies House' })),
              declaredAt: inRegisterAt,
            }),
          ],
        })
        const made = caseIn('evaluation')
        const { nomination, evaluation: _, ...rest } = made
        if (!nomination) throw new Error('There are nominees.')
        const ben = { ...nomination.nominees['ben'], declaration: said(forCase), declaredAt }
        const theCase = {
          ...rest,
          nomination: { ...nomination, nominees: { ...nomination.nominees, ben } },
          evaluation: { status: 'due', round: 1, checkedAt: today },
        } as Case
        const checked = following(theCase, recheckCase(theCase, matter, 'tender opening'), today)
        fc.pre(votingMembers(checked.panel).includes('ben'))
        const open = checked.conflicts?.standings['ben']?.status === 'flagged'
        if (open) flagged += 1
        const ruled = open
          ? following(
              checked,
              [{ type: 'InterestCleared', data: { person: 'ben', reasons: 'It is far away.' } }],
              today,
            )
          : checked
        expect(ruled.conflicts?.standings['ben']?.status).not.toBe('flagged')
        const nothing = { kind: 'nothing to declare' as const }
        const circumstances = on(today, by('ben', 'panel-member'))
        const events = renewDeclaration(ruled, { person: 'ben', said: nothing, matter }, circumstances)
        const after = following(ruled, events, today, circumstances.by)
        expect(after.conflicts?.standings['ben']?.status).not.toBe('flagged')
        expect(votingMembers(after.panel)).toContain('ben')
      },
    ),
    runs(150, 5_000),
  )
  expect(flagged).toBeGreaterThan(10)
})
