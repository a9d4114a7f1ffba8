import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { following, monday } from '../story.ts'
import { STAFF } from './lived-case.ts'
import { pool } from './pool.ts'
import { brokenBy, brokenIn, type Known } from './promises.ts'

describe('each promise can be broken, and is then named', () => {
  const none: Known = { tied: [], staff: [] }
  const seating = (theCase: Case, person: string) =>
    following(theCase, [{ type: 'PanelFilledWithoutDraw', data: { people: [person] } }], monday)
  const barring = (person: string): CaseEvent => ({
    type: 'PersonBarred',
    data: { person, reasons: 'Because.', findings: [] },
  })
  const checked = following(
    pool,
    [{ type: 'ConflictsChecked', data: { occasion: 'seat', register: '1', checked: 1, results: {} } }],
    monday,
  )

  test.each<[string, Case, Known, RegExp]>([
    [
      'a barred person sits',
      following(seating(checked, 'a1'), [barring('a1')], monday),
      none,
      /a1 is barred, and sits/,
    ],
    ['one with a conflict sits', seating(pool, 'a1'), { tied: ['a1'], staff: [] }, /a1 has a conflict/],
    ['one of the company sits', seating(pool, STAFF), { tied: [], staff: [STAFF] }, /of the company/],
    ['two of a practice sit', seating(seating(pool, 'a1'), 'a2'), none, /two of one practice/],
    ['a seat is empty, and nobody is asked', pool.panel ? pool : { ...pool, panel: { seats: {} } }, none, /short/],
  ])('%s', (_, theCase, facts, says) => expect(brokenIn(theCase, facts).join()).toMatch(says))

  const barred = following(checked, [barring('a1')], monday)
  test.each<[string, CaseEvent, RegExp]>([
    [
      'scores',
      { type: 'ScoresSubmitted', data: { round: 1, member: 'a1', organisationId: 'bones', scores: {} } },
      /scores/,
    ],
    [
      'votes',
      { type: 'BallotCast', data: { matter: 'award', round: 1, person: 'a1', option: 'award', reasons: '' } },
      /votes/,
    ],
    ['chooses a chair', { type: 'ChairVoteCast', data: { round: 1, person: 'a1', candidate: 'b1' } }, /chair/],
    [
      'is counted',
      {
        type: 'VoteCounted',
        data: { matter: 'award', round: 1, tally: { votes: { award: 1 }, abstentions: 0, members: 1 } },
      },
      /1 votes are counted, and 0/,
    ],
    ['is drawn without a GP', { type: 'PanelFilledWithoutDraw', data: { people: ['b2', 'c1', 'd1'] } }, /0 GPs/],
    ['is one too many', { type: 'PanelFilledWithoutDraw', data: { people: ['a1', 'b1', 'c1', 'd1'] } }, /4 are drawn/],
  ])('somebody barred %s', (_, event, says) => expect(brokenBy(event, barred, none).join()).toMatch(says))
})
