import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { viewProgress, viewRanking, viewScoring } from '../../../domain/evaluation/view.ts'
import { viewModeration } from '../../../domain/evaluation/view-moderation.ts'
import { members, START } from '../case-in.ts'
import { refusedWith } from '../story.ts'
import { given, scoredBy, scoring, stepped } from './scored.ts'

const ME = 'cat'
const others = members.filter((member) => member !== ME)
const contents = { harbour: { answers: { quality: 'Ours' }, partners: [] } }
/** As the store reads them: a member's own, and no others. */
const own = ({ scoreSheets = {} }: Case) =>
  Object.fromEntries(
    Object.values(scoreSheets)
      .filter(({ member }) => member === ME)
      .map((sheet) => [sheet.organisationId, sheet]),
  )
const mine = (theCase: Case) =>
  JSON.stringify(
    viewScoring(theCase, {
      contents,
      drafts: {},
      sheets: own(theCase),
      notes: { meadow: { version: 1, savedAt: START, entries: { quality: { page: 'page 3', text: '' } } } },
    }),
  )

/** What the others may have done: who scored what, and how. */
const deeds = fc.array(
  fc.record({
    member: fc.constantFrom(...others),
    tender: fc.constantFrom('harbour', 'meadow'),
    quality: fc.integer({ min: 0, max: 5 }),
    access: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 12 },
)
const withDeeds = (theCase: Case, done: { member: string; tender: string; quality: number; access: number }[]): Case =>
  done.reduce(
    (before, { member, tender, quality, access }) =>
      before.scoreSheets?.[`1#${tender}#${member}`] ? before : scoredBy(before, member, tender, given(quality, access)),
    theCase,
  )

describe('nobody sees another member’s scores before all are in (requirements §6)', () => {
  test('a member’s view has the same bytes whatever others have submitted', () => {
    for (const start of [scoring(), scoredBy(scoring(), ME, 'harbour', given(2, 5))])
      fc.assert(
        fc.property(deeds, (done) => {
          expect(mine(withDeeds(start, done))).toBe(mine(start))
        }),
        { seed: 20260107, numRuns: process.env['LONG'] ? 2000 : 150 },
      )
  })

  test('and different ones for the member’s own scores', () => {
    expect(mine(scoredBy(scoring(), ME, 'harbour', given(2, 5)))).not.toBe(
      mine(scoredBy(scoring(), ME, 'harbour', given(3, 5))),
    )
  })

  test('the programme manager’s progress depends on who scored, never on what they gave', () => {
    fc.assert(
      fc.property(deeds, fc.integer({ min: 0, max: 5 }), (done, other) => {
        const elsewise = done.map((deed) => ({ ...deed, quality: other, access: 5 - other }))
        expect(viewProgress(withDeeds(scoring(), elsewise))).toEqual(viewProgress(withDeeds(scoring(), done)))
      }),
      { seed: 20260108, numRuns: 100 },
    )
  })

  test('moderation and ranking are shut while scoring is open, and moderation to others until the ranking', () => {
    const open = withDeeds(scoring(), [{ member: 'ben', tender: 'harbour', quality: 5, access: 5 }])
    for (const person of ['ben', ME, 'pam']) expect(refusedWith(() => viewModeration(open, person))).toBe('TooEarly')
    expect(refusedWith(() => viewRanking(open))).toBe('TooEarly')
    const all = members.reduce(
      (before, member) =>
        scoredBy(
          scoredBy(before, member, 'harbour', given(member === 'guy' ? 0 : 4, 4)),
          member,
          'meadow',
          given(3, 3),
        ),
      scoring(),
    )
    const closed = stepped(all, { type: 'CloseScoring', attempt: 6 })
    expect(viewModeration(closed, 'ben')).toMatchObject({
      matters: [{ lowest: 0, highest: 4 }],
      sheets: { length: 14 },
    })
    expect(refusedWith(() => viewModeration(closed, 'pam'))).toBe('TooEarly')
    expect(refusedWith(() => viewRanking(closed))).toBe('TooEarly')
    const moderated = stepped(closed, { type: 'CloseModeration', attempt: 6 })
    expect(viewModeration(moderated, 'ben')).toMatchObject({
      matters: [{ median: '4', given: [{}, {}, {}, {}, {}, {}, { member: 'guy', score: 0, difference: '+4' }] }],
    })
  })
})
