import { describe, expect, it } from 'vitest'
import { approvalPaper } from '../../../domain/approval/paper.ts'
import type { Case } from '../../../domain/case/case.ts'
import { courseOf } from '../../../domain/decision/step.ts'
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

  it('lets the panel award to who comes first without that member, and tells everybody both results', () => {
    const open = stepped(excluded(throughGuy(), 'guy'), 'OpenAwardVote')
    expect(open.decision).toMatchObject({
      vote: { options: ['award', 'instead', 'no award', 're-tender'], on: 'harbour', instead: 'meadow' },
    })
    const counted = stepped(voted(open, allFor('instead', rest('guy'))), 'CountAwardVote')
    expect(counted.decision).toMatchObject({ recommendation: { outcome: 'award', organisationId: 'meadow' } })
    // Until then both results are before them; from then on what it rests on, on every page and in the approver's paper.
    const [before, after] = [viewRankingToDecide(open), viewRankingToDecide(counted)]
    expect(before).toMatchObject({ ranking: [{ organisationId: 'harbour' }, {}], withoutThem: { winner: 'meadow' } })
    expect(before).not.toHaveProperty('asMade')
    expect(after).toMatchObject({
      ranking: [{ organisationId: 'meadow' }, { organisationId: 'harbour' }],
      asMade: [{ organisationId: 'harbour', place: 1 }, { organisationId: 'meadow' }],
      robustness: { winner: 'meadow' },
    })
    expect([open, counted].map((theCase) => viewModeration(theCase, 'ada').setAside)).toEqual([[], ['guy']])
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

  it('offers no award on the scores of fewer than a quorum, as none is ranked on them', () => {
    const open = stepped(excluded(throughGuy({ voting: { quorum: 7 } }), 'guy'), 'OpenAwardVote')
    expect(open.decision).toMatchObject({ vote: { options: ['award', 'no award', 're-tender'] } })
    expect(refusedWith(() => voted(open, { ada: 'instead' }))).toBe('Invalid')
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
