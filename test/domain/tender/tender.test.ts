import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { questionsCloseAt, tenderDeadline } from '../../../domain/tender/deadline.ts'
import { decideTender, stepTender, type TenderCommand } from '../../../domain/tender/decide.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import type { Opening } from '../../../domain/tender/tender.ts'
import { viewOwnTender } from '../../../domain/tender/view.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { by, caseIn, on, START } from '../case-in.ts'
import { following, types } from '../story.ts'
import { publish, published } from './published.ts'
import { sealed, terms } from './terms.ts'

const DUE = '2026-02-05T00:00:00.000Z' // 30 days: until the end of Wednesday 4 February
const QUESTIONS_CLOSE = '2026-01-29T00:00:00.000Z'
const provider = by('pia', 'provider')

const submit = (organisationId = 'harbour'): TenderCommand => ({
  type: 'SubmitTender',
  organisationId,
  submittedBy: 'pia',
  quality: sealed(`${organisationId}-quality`),
  price: sealed(`${organisationId}-price`),
})
const doing = (theCase: Case, command: TenderCommand, at: string) => decideTender(theCase, command, on(at, provider))
const done = (theCase: Case, command: TenderCommand, at: string) =>
  following(theCase, doing(theCase, command, at), at, provider)
const closed = (theCase: Case, at = DUE) =>
  following(theCase, stepTender(theCase, { type: 'CloseTender', attempt: 5 }, on(at)), at)

describe('publishing (requirements §2 row 4)', () => {
  test('opens the tender for 30 calendar days', () => {
    const theCase = published()
    expect(theCase.tender).toMatchObject({ status: 'open', round: 1, terms, publicKeys: { quality: 'q', price: 'p' } })
    expect(tenderDeadline(theCase)).toBe(DUE)
    expect(questionsCloseAt(theCase)).toBe(QUESTIONS_CLOSE)
  })

  test('twice is once', () => {
    expect(stepTender(published(), publish, on(START))).toEqual([])
  })

  test('entering the stage again is a new round, with nothing of the old one in it', () => {
    const before = done(published(), submit(), START)
    const again = following(before, [{ type: 'StageEntered', data: { stage: 'tender', attempt: 6 } }], DUE)
    expect(again.tender).toMatchObject({ status: 'due', round: 2, earlier: [{ round: 1, tenders: { harbour: {} } }] })
    expect(types(stepTender(again, { ...publish, attempt: 6 }, on(DUE)))).toEqual(['TenderPublished', 'WaitOpened'])
  })

  test('sent back while it is open, the round is over: nobody can tender for it, and the next is another', () => {
    const before = done(published(), submit(), START)
    const back = following(
      before,
      [{ type: 'StageEntered', data: { stage: 'specification', attempt: 6, because: 'A gap.' } }],
      START,
    )
    expect(back.tender).toMatchObject({ status: 'ended', round: 1, ended: { because: 'A gap.' } })
    // Nothing was opened, and that it was tendered stays its bidder's to know.
    expect(namedInTenders(back.tender, [])).toEqual([])
    expect(viewOwnTender(back, 'harbour')).toMatchObject({ status: 'ended', tender: { organisationId: 'harbour' } })
    expect(() => doing(back, submit(), START)).toThrow(expect.objectContaining({ code: 'WrongStage' }))
    const again = following(back, [{ type: 'StageEntered', data: { stage: 'tender', attempt: 7 } }], START)
    expect(again.tender).toMatchObject({ status: 'due', round: 2, earlier: [{ ended: { because: 'A gap.' } }] })
  })

  test('a step of an execution left behind does nothing', () => {
    expect(() => stepTender(published(), { ...publish, attempt: 4 }, on(START))).toThrow('has moved on')
  })
})

describe('a sealed tender (requirements §6)', () => {
  test('one millisecond before the deadline is in time', () => {
    const theCase = done(published(), submit(), addMilliseconds(DUE, -1))
    expect(theCase.tender).toMatchObject({ tenders: { harbour: { submittedAt: addMilliseconds(DUE, -1) } } })
  })

  test.each([
    ['at the deadline', DUE, '00:00:00.000 on Thursday 5 February 2026'],
    ['a millisecond later', addMilliseconds(DUE, 1), '00:00:00.001 on Thursday 5 February 2026'],
  ])('%s it is refused with the time it arrived', (_, at, arrived) => {
    expect(() => doing(published(), submit(), at)).toThrow(
      expect.objectContaining({
        code: 'TooLate',
        message: `Your tender arrived at ${arrived}. The deadline was the end of Wednesday 4 February 2026: it had to arrive before 00:00:00.000 on Thursday 5 February 2026. It was not accepted.`,
      }),
    )
  })

  test('is replaced by the next of the same organisation, and stands beside those of others', () => {
    const two = done(
      done(done(published(), submit('harbour'), START), submit('meadow'), START),
      submit('harbour'),
      DUE.replace('05', '03'),
    )
    expect(two.tender).toMatchObject({ tenders: { harbour: { submittedAt: DUE.replace('05', '03') }, meadow: {} } })
    expect(Object.keys((two.tender as { tenders: object }).tenders)).toHaveLength(2)
  })

  test('can be withdrawn until the deadline, and only by whoever has one', () => {
    const theCase = done(published(), submit(), START)
    expect(
      done(theCase, { type: 'WithdrawTender', organisationId: 'harbour' }, addMilliseconds(DUE, -1)).tender,
    ).toMatchObject({ tenders: {}, withdrawn: { harbour: { at: addMilliseconds(DUE, -1) } } })
    expect(() => doing(theCase, { type: 'WithdrawTender', organisationId: 'harbour' }, DUE)).toThrow(
      'Your withdrawal arrived',
    )
    expect(() => doing(theCase, { type: 'WithdrawTender', organisationId: 'meadow' }, START)).toThrow(
      expect.objectContaining({ code: 'NotFound' }),
    )
  })

  test('is refused before publication, while paused, after the end', () => {
    expect(() => doing(caseIn('tender'), submit(), START)).toThrow(expect.objectContaining({ code: 'TooEarly' }))
    expect(() => doing(caseIn('nomination'), submit(), START)).toThrow(expect.objectContaining({ code: 'WrongStage' }))
    const paused = following(published(), [{ type: 'CasePaused', data: { reason: 'flood' } }], START)
    expect(() => doing(paused, submit(), START)).toThrow(expect.objectContaining({ code: 'CasePaused' }))
  })

  test('is too late, not in the wrong stage, when the evaluation has begun', () => {
    const later = following(
      closed(published()),
      [{ type: 'StageEntered', data: { stage: 'evaluation', attempt: 6 } }],
      DUE,
    )
    expect(() => doing(later, submit(), addMilliseconds(DUE, 5000))).toThrow('arrived at 00:00:05.000')
  })
})

describe('closing and opening (requirements §6)', () => {
  const close = { type: 'CloseTender', attempt: 5 } as const
  const opening: Opening = {
    outcome: 'opened',
    documentKey: 'k',
    answered: ['quality', 'access'],
    partners: [],
    priceIntact: true,
  }

  test('refuses before the deadline, by a millisecond', () => {
    expect(() => stepTender(published(), close, on(addMilliseconds(DUE, -1)))).toThrow(
      expect.objectContaining({ code: 'TooEarly' }),
    )
    expect(types(stepTender(published(), close, on(DUE)))).toEqual(['TenderClosed'])
  })

  test('refuses to open what has not closed, even after the deadline', () => {
    expect(() => stepTender(published(), { type: 'OpenTenders', attempt: 5, openings: {} }, on(DUE))).toThrow(
      'stay sealed',
    )
  })

  test('publishes the hashes of every tender, in a fixed order', () => {
    const theCase = closed(done(done(published(), submit('meadow'), START), submit('harbour'), START))
    const events = stepTender(
      theCase,
      { type: 'OpenTenders', attempt: 5, openings: { meadow: opening, harbour: opening } },
      on(DUE),
    )
    expect(events).toMatchObject([
      {
        type: 'TendersOpened',
        data: {
          tenders: [{ organisationId: 'harbour', quality: sealed('harbour-quality') }, { organisationId: 'meadow' }],
        },
      },
    ])
    const opened = following(theCase, events, DUE)
    expect(stepTender(opened, { type: 'OpenTenders', attempt: 5, openings: {} }, on(DUE))).toEqual([])
    expect(stepTender(opened, close, on(DUE))).toEqual([])
    expect(stepTender(opened, publish, on(DUE))).toEqual([])
  })

  test('an extension by hand moves the deadline and the time for questions with it', () => {
    const extended = following(
      published(),
      [{ type: 'DeadlineExtended', data: { wait: 'tenders', dueAt: '2026-02-12T00:00:00.000Z', reason: 'asked for' } }],
      START,
    )
    expect(questionsCloseAt(extended)).toBe('2026-02-05T00:00:00.000Z')
    expect(types(doing(extended, submit(), DUE))).toEqual(['TenderSubmitted'])
  })
})
