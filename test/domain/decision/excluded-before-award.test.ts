import { describe, expect, it } from 'vitest'
import { approvalPaper } from '../../../domain/approval/paper.ts'
import type { Case } from '../../../domain/case/case.ts'
import { courseOf } from '../../../domain/decision/step.ts'
import { viewDecision } from '../../../domain/decision/view.ts'
import { letters } from '../../../domain/disclosure/decision-parts.ts'
import { viewModeration } from '../../../domain/evaluation/view-moderation.ts'
import { viewRankingToDecide } from '../../../domain/evaluation/view-ranking.ts'
import { providerNews } from '../../../domain/message/provider-news.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import { waitRules } from '../../../domain/wait/rules.ts'
import { CHAIR, members, START } from '../case-in.ts'
import { price } from '../evaluation/price.ts'
import { stepped as evaluated, given, opened, scoredByAll, scoring, tendered } from '../evaluation/scored.ts'
import { following, refusedWith, types } from '../story.ts'
import { excluded } from './excluded.ts'
import { allFor, announced, answered, confirmed, doing, done, ranked, stepped, voted } from './ranked.ts'

const rest = (out: string) => members.filter((member) => member !== out)

/** Harbour is first through Guy's scores alone. */
function throughGuy(settings: Parameters<typeof tendered>[1] = {}): Case {
  const scored = scoredByAll(
    scoring(tendered({ harbour: opened(), meadow: opened() }, settings)),
    members,
    (member, tender) => (tender === 'harbour' && member === 'guy' ? given(5, 5) : given(3, 3)),
  )
  const prices = { harbour: price(300_100), meadow: price(300_000) }
  const closed = (['CloseScoring', 'CloseModeration'] as const).reduce(
    (before, type) => evaluated(before, { type, attempt: 6 }),
    scored,
  )
  const placed = evaluated(evaluated(closed, { type: 'OpenPrices', attempt: 6, prices }), {
    type: 'RankTenders',
    attempt: 6,
  })
  return following(placed, [{ type: 'StageEntered', data: { stage: 'decision', attempt: 7 } }], START)
}

const recommended = (theCase = ranked()) =>
  stepped(voted(stepped(theCase, 'OpenAwardVote'), allFor('award')), 'CountAwardVote')

describe('a member excluded after the ranking and before the award (requirements §4)', () => {
  it.each([
    ['while the panel votes', () => voted(stepped(ranked(), 'OpenAwardVote'), { ada: 'award' })],
    ['before the approver confirms', () => recommended()],
    ['before the bidders are told', () => confirmed()],
    ['in the standstill', () => announced()],
  ])('brings the decision back to the panel %s', (_, story) => {
    const after = excluded(story(), 'guy')
    expect(after.decision).toMatchObject({ status: 'due', returned: [{ by: 'exclusion' }] })
    expect(courseOf(after)).toBe('vote')
    expect(refusedWith(() => doing(after, { type: 'ConfirmRecommendation', reasons: 'Yes.' }))).toBe('AlreadyDone')
    expect(stepped(after, 'OpenAwardVote').decision).toMatchObject({
      status: 'voting',
      sitting: 2,
      vote: { ballots: {}, options: ['award', 'no award', 're-tender'] },
    })
  })

  it('lets the panel award only to who comes first without that member, and shows how it was ranked with them', () => {
    const open = stepped(excluded(throughGuy(), 'guy'), 'OpenAwardVote')
    expect(open.decision).toMatchObject({ vote: { options: ['award', 'no award', 're-tender'], on: 'meadow' } })
    const counted = stepped(voted(open, allFor('award', rest('guy'))), 'CountAwardVote')
    expect(counted.decision).toMatchObject({ recommendation: { outcome: 'award', organisationId: 'meadow' } })
    for (const theCase of [excluded(throughGuy(), 'guy'), open, counted]) {
      expect(viewRankingToDecide(theCase)).toMatchObject({
        ranking: [{ organisationId: 'meadow' }, { organisationId: 'harbour' }],
        excludedSince: {
          ...{ members: ['guy'], changesTheWinner: true, scoring: 6, quorum: 5 },
          asMade: [{ organisationId: 'harbour', place: 1 }, { organisationId: 'meadow' }],
        },
        robustness: { winner: 'meadow' },
      })
      expect(viewModeration(theCase, 'ada').setAside).toEqual(['guy'])
    }
    const paper = JSON.stringify(approvalPaper(counted, (id) => id).paper.blocks)
    expect(paper).toContain('The ranking as it was made, with members excluded afterwards')
    expect(paper).toMatch(/"rows":\[\["meadow","1"/)
    const { letters } = stepped(done(counted, { type: 'ConfirmRecommendation', reasons: 'Yes.' }), 'WriteLetters')
    expect(letters?.['2#harbour'] ?? letters?.['1#harbour']).toMatchObject({
      outcome: 'awarded to another',
      winner: 'meadow',
      place: 2,
      withoutExcluded: [expect.stringContaining('A member was excluded'), expect.stringContaining('place 1')],
    })
  })

  it('lets nothing be awarded on the scores of fewer than a quorum: the panel decides otherwise, with reasons, and all are told why', () => {
    const before = throughGuy({ voting: { quorum: 5 } })
    const out = ['guy', 'fay', 'eve'].reduce((theCase, member) => excluded(theCase, member), before)
    // As if three had been left out of the scoring, and sat on: else nobody could vote.
    const open = stepped({ ...out, ...(before.panel && { panel: before.panel }) }, 'OpenAwardVote')
    expect(open.decision).toMatchObject({ vote: { options: ['no award', 're-tender'] } })
    expect(open.decision).not.toHaveProperty('vote.on')
    expect(refusedWith(() => voted(open, { ada: 'award' }))).toBe('Invalid')
    const viewer = { person: { id: 'ada' }, as: 'panel-member' } as unknown as Parameters<typeof viewDecision>[1]
    expect(viewDecision(open, viewer).noAward).toEqual({ scoring: 4, quorum: 5 })
    const counted = stepped(voted(open, allFor('no award')), 'CountAwardVote')
    const why = 'The scores of 4 members count now. A contract is only awarded on the scores of 5 or more'
    expect(JSON.stringify(approvalPaper(counted, (id) => id).paper.blocks)).toContain(why)
    const told = stepped(done(counted, { type: 'ConfirmRecommendation', reasons: 'Yes.' }), 'WriteLetters')
    expect(told.letters?.['1#harbour']).toMatchObject({
      outcome: 'not awarded',
      withoutExcluded: [expect.stringContaining('3 members were excluded'), expect.stringContaining(why), {}],
    })
  })

  it('shows a result of nobody’s scores as none, where all who scored are out', () => {
    const before = throughGuy()
    const out = members.reduce((theCase, member) => excluded(theCase, member), before)
    const open = { ...out, ...(before.panel && { panel: before.panel }) }
    expect(viewRankingToDecide(open)).toMatchObject({ ranking: [], excludedSince: { scoring: 0 } })
    expect(viewModeration(open, 'ada')).toMatchObject({ matters: [], sheets: [] })
    expect(stepped(open, 'OpenAwardVote').decision).toMatchObject({ vote: { options: ['no award', 're-tender'] } })
    const told = stepped(confirmed('no award', open), 'WriteLetters')
    expect(told.letters?.['1#harbour']).not.toHaveProperty('own')
  })

  it('leaves in the pack the letters that were written and never sent, as such', () => {
    const back = excluded(stepped(confirmed(), 'WriteLetters'), 'guy')
    const again = stepped(voted(stepped(back, 'OpenAwardVote'), allFor('award', rest('guy'))), 'CountAwardVote')
    const theCase = announced(START, done(again, { type: 'ConfirmRecommendation', reasons: 'Yes.' }))
    const record = { format: 'redesign-panels/record/1' as const, caseId: theCase.id, head: theCase.head, events: [] }
    const parts = letters({ theCase, record, names: { organisations: {}, people: {} } })
    const of = (sitting: number) => parts.filter(({ path }) => path.startsWith(`letters/${sitting}-meadow`))
    expect(of(1)).toMatchObject([{ path: 'letters/1-meadow.json', what: expect.stringContaining('never sent') }])
    expect(of(2)).toMatchObject([{ what: 'The letter to meadow, as data' }, { what: 'The letter to meadow' }])
  })

  it('in the standstill undoes what was announced, answers the objections that were open, and tells the bidders', () => {
    const objected = done(announced(), { type: 'MakeRepresentation', organisationId: 'meadow', text: 'Read it again.' })
    const after = excluded(objected, 'guy')
    expect(after.decision?.superseded).toMatchObject([
      { sitting: 1, representations: [{ organisationId: 'meadow', answer: { decision: 'reopened' } }] },
    ])
    expect(providerNews['MemberExcluded']?.text(after)).toContain('no longer stands')
    expect(providerNews['MemberExcluded']?.text(excluded(ranked(), 'guy'))).toBeUndefined()
  })
})

describe('when the chair is excluded', () => {
  it('the member with most of the panel’s votes for its chair after them acts, and the waits say so', () => {
    const objected = done(announced(), { type: 'MakeRepresentation', organisationId: 'meadow', text: 'Read it again.' })
    // Excluded in the vote already, so that the standstill goes on.
    const without = { ...objected, panel: excluded(objected, CHAIR).panel ?? { seats: {} } }
    const [party] = waitRules.standstill.waitsFor(without)
    const acting = party?.kind === 'person' ? party.id : ''
    expect(rest(CHAIR)).toContain(acting)
    const answer = (chair: string) =>
      doing(without, {
        type: 'AnswerRepresentation',
        chair,
        id: 1,
        decision: 'stands',
        reasons: 'It was read again.',
        present: votingMembers(without.panel),
      })
    expect(types(answer(acting))).toContain('RepresentationAnswered')
    expect(refusedWith(() => answer(CHAIR))).toBe('NotAllowed')
  })
})

describe('further decisions', () => {
  const both = () =>
    ['meadow', 'ridge'].reduce(
      (before, organisationId) => done(before, { type: 'MakeRepresentation', organisationId, text: 'Read it again.' }),
      announced(),
    )
  it('that reopen answer every representation that was open', () => {
    expect(answered(both(), 'reopened').decision?.superseded[0]?.representations).toMatchObject([
      { id: 1, answer: { decision: 'reopened' } },
      { id: 2, answer: { decision: 'reopened' } },
    ])
  })

  it('that stand are told to who objected and to who is to get the contract, with the time that follows', () => {
    const first = answered(both(), 'stands')
    const news = providerNews['RepresentationAnswered']
    expect(news?.to(first)).toEqual(['meadow', 'ridge', 'harbour'])
    expect(news?.text(first)).toContain('still being considered')
    // Answered on Monday 5 January: the standstill of 8 working days is the longer.
    expect(news?.text(answered(first, 'stands', 2))).toContain('Nothing will be awarded before')
  })
})
