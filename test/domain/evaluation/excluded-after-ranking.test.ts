import { describe, expect, it } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import type { Disclosed } from '../../../domain/disclosure/part.ts'
import { partsOfRound } from '../../../domain/disclosure/round-parts.ts'
import { decideEvaluation, type EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import { viewRankingToDecide } from '../../../domain/evaluation/view-ranking.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
import { excluded } from '../decision/excluded.ts'
import { announced, confirmed, stepped as decided, ranked } from '../decision/ranked.ts'
import { following } from '../story.ts'
import { price } from './price.ts'
import { given, opened, scoredByAll, scoring, stepped, tendered } from './scored.ts'

const LATER = '2026-09-01T09:00:00.000Z'
const AGREED = 'All read the staffing plan again.'

/** Harbour's quality was far apart through Guy alone, and agreed with him. */
function moderated(): Case {
  const scored = scoredByAll(scoring(tendered({ harbour: opened(), meadow: opened() })), members, (member, tender) =>
    tender === 'harbour' ? given(member === 'guy' ? 0 : 5, 4) : given(3, 3),
  )
  const commands: EvaluationCommand[] = [
    {
      type: 'HoldMeeting',
      chair: CHAIR,
      heldOn: '2026-01-05',
      present: members,
      agenda: [{ organisationId: 'harbour', criterionId: 'quality' }],
    },
    {
      type: 'ModerateCriterion',
      chair: CHAIR,
      organisationId: 'harbour',
      criterionId: 'quality',
      score: 5,
      reason: AGREED,
      present: members,
    },
  ]
  const agreed = commands.reduce(
    (before, command) => following(before, decideEvaluation(before, command, on(START)), START),
    stepped(scored, { type: 'CloseScoring', attempt: 6 }),
  )
  const closed = stepped(agreed, { type: 'CloseModeration', attempt: 6 })
  const prices = { harbour: price(300_000), meadow: price(290_000) }
  const placed = stepped(stepped(closed, { type: 'OpenPrices', attempt: 6, prices }), {
    type: 'RankTenders',
    attempt: 6,
  })
  return following(placed, [{ type: 'StageEntered', data: { stage: 'decision', attempt: 7 } }], START)
}

const awarded = (theCase: Case): Case =>
  following(
    announced(START, confirmed('award', theCase)),
    [{ type: 'AwardMade', data: { sitting: 1, organisationId: 'harbour' } }],
    START,
  )

/** What is disclosed of how its tenders were judged. */
const packed = (theCase: Case) => {
  const record = { events: [] } as unknown as Disclosed['record']
  const parts = partsOfRound({ number: 1, evaluated: true, decided: false }).flatMap((part) =>
    part({ theCase, record, names: { organisations: {}, people: {} } }),
  )
  return Object.fromEntries(parts.map((part) => [part.path, 'data' in part ? part.data : part.paper]))
}

describe('a member excluded after the tenders were ranked (requirements §4)', () => {
  it('sets their scores aside at once, and keeps the ranking beside it as it was made', () => {
    const before = moderated()
    const after = excluded(before, 'guy')
    const [was] = [viewRankingToDecide(before)]
    expect(viewRankingToDecide(after).excludedSince).toMatchObject({
      ...{ members: ['guy'], changesTheWinner: false, scoring: 6 },
      asMade: was.ranking.map(({ organisationId, total }) => ({ organisationId, total })),
    })
    const scores = packed(after)['scores.json'] as { sheets: { member: string; counted: boolean }[] }
    expect(scores.sheets.filter(({ counted }) => !counted).map(({ member }) => member)).toEqual(['guy', 'guy'])
    expect(packed(after)['ranking-as-made/moderation.json']).toEqual(packed(before)['moderation.json'])
    expect(packed(after)['ranking-as-made/ranking.json']).toEqual(packed(before)['ranking.json'])
  })

  it.each([
    ['for the same tender', 'award', [], ['median', '5', 6]],
    ['for no tender', 'no award', [], ['median', '5', 6]],
    ['for no tender, with fewer scores than a quorum’s', 'no award', ['fay', 'eve'], ['median', '5', 4]],
  ])(
    'gives no reason in the letters that was agreed with them, where the panel decides %s',
    (_, option, more, told) => {
      const story = ['guy', ...more].reduce((before, member) => excluded(before, member), moderated())
      // As if two more had been added to the panel since, who did not score: else there is no quorum to vote.
      const panel = more.length > 0 ? moderated().panel : story.panel
      const letter = decided(confirmed(option, { ...story, panel } as Case), 'WriteLetters').letters?.['1#harbour']
      const [quality] = letter?.own?.criteria ?? []
      expect([quality?.basis, quality?.score, quality?.reasons.length]).toEqual(told)
      expect(JSON.stringify(quality)).not.toContain(AGREED)
      expect(quality?.agreed).toEqual([expect.stringMatching(/^What the panel had recorded counts no more/)])
      expect(letter?.withoutExcluded[0]).toContain('The decision rests on the result without')
    },
  )

  it('is told in the record as a number, with the result without them', () => {
    const record = viewDecisionRecord(awarded(excluded(ranked(), 'guy')))
    expect(record.panel.members).toEqual(members.filter((member) => member !== 'guy'))
    expect(record.excludedSince).toMatchObject({ members: 1, changesTheWinner: false })
    expect(JSON.stringify(record)).not.toContain('"guy"')
  })

  it('changes nothing of the record when it comes after the award', () => {
    const before = awarded(moderated())
    const { head: _, ...after } = viewDecisionRecord(excluded(before, CHAIR, LATER))
    const { head: __, ...then } = viewDecisionRecord(before)
    expect(after).toEqual(then)
    expect(packed(excluded(before, CHAIR, LATER))['ranking.json']).toEqual(packed(before)['ranking.json'])
  })
})
