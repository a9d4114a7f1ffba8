import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { letterPaper } from '../../../domain/decision/letter-paper.ts'
import { viewLetter } from '../../../domain/decision/view.ts'
import { decisionRecordPaper } from '../../../domain/decision-record/paper.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import { contentsOf } from '../../../domain/disclosure/contents.ts'
import { caseIn, START } from '../case-in.ts'
import { recordOf } from '../disclosure/recorded.ts'
import { following, refusedWith, types } from '../story.ts'
import { withFewTenders, withOneTender } from './few.ts'
import { allFor, announced, confirmed, doing, done, ranked, step, stepped, voted } from './ranked.ts'

describe('no award with fewer than two tenders (issue 6, points 5 and 11)', () => {
  test('is voted on and confirmed like any other outcome; there is nothing to award to', () => {
    const open = stepped(withOneTender(), 'OpenAwardVote')
    expect(open.decision).toMatchObject({ status: 'voting', vote: { options: ['no award', 're-tender'] } })
    expect(refusedWith(() => voted(open, { ada: 'award' }))).toBe('Invalid')
    const counted = stepped(voted(open, allFor('no award')), 'CountAwardVote')
    expect(counted.life.wait?.name).toBe('confirmation')
    const returned = done(counted, { type: 'RejectRecommendation', reasons: 'Ask once more.' })
    expect(returned.decision).toMatchObject({
      status: 'due',
      returned: [{ by: 'approver', reasons: 'Ask once more.' }],
    })
  })

  test('knows nothing of what was ranked in an earlier round', () => {
    const again = { ...withOneTender(), evaluation: ranked().evaluation }
    const few = { choice: 'no award' as const, reasons: 'One is too few.', present: [] }
    const chosen = following(again as Case, [{ type: 'FewTendersDecided', data: few }], START)
    expect(chosen.evaluation).toEqual({ status: 'due', round: again.evaluation?.round })
  })

  test('tells the one bidder why, that nothing was scored, and that its price stayed sealed', () => {
    const theCase = announced(START, confirmed('no award', withOneTender()))
    expect(theCase.life).toMatchObject({ status: 'ended', outcome: 'not awarded' })
    const { letter } = viewLetter(theCase, 'harbour')
    expect(letter).toMatchObject({
      outcome: 'not awarded',
      placed: 0,
      notCompliant: [expect.stringContaining('its price was not opened'), 'One is too few.'],
      reasons: expect.arrayContaining(['ada says no award']),
    })
    expect(letter).not.toHaveProperty('own')
    const paper = letter && letterPaper(letter, { title: 'Counselling', announcedAt: START })
    expect(JSON.stringify(paper)).toContain('One is too few.')
    expect(types(step(confirmed('no award', withOneTender()), 'WriteLetters'))).toEqual(['LetterWritten'])
  })

  test.each([[[]], [['harbour']]])('leaves a record and a pack, with the tenders %j', (bidders) => {
    const theCase = announced(START, confirmed('no award', withFewTenders(...bidders)))
    const record = viewDecisionRecord(theCase)
    expect(record).toMatchObject({
      outcome: 'not awarded',
      fewTenders: { tenders: bidders.length, choice: 'no award', reasons: 'One is too few.', members: 7 },
      ranking: [],
      notRanked: bidders.map((organisationId) => ({ organisationId })),
      decision: { confirmation: { reasons: 'It follows from the record.' } },
    })
    const words = JSON.stringify(decisionRecordPaper(record, (id) => id))
    expect(words).toContain(bidders.length === 0 ? 'Nobody tendered.' : 'One provider tendered.')
    expect(words).toContain('No tender was scored')
    const began = recordOf(caseIn('tender'))
    const export_ = {
      format: 'redesign-panels/record/1' as const,
      caseId: theCase.id,
      head: theCase.head,
      events: began.events,
    }
    const parts = contentsOf({ theCase, record: export_, names: { organisations: {}, people: {} } })
    const paths = parts.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['few-tenders.json', 'decision-record']))
    expect(paths.filter((path) => path.startsWith('letters/')).length).toBe(bidders.length === 0 ? 0 : 2)
    expect(() => doing(theCase, { type: 'ConfirmRecommendation', reasons: 'Again.' })).toThrow()
  })
})
