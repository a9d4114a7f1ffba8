import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { type ClarificationCommand, decideClarification } from '../../../domain/clarification/decide.ts'
import { identifying } from '../../../domain/clarification/identifying.ts'
import { questionsAreOpen, viewQuestions } from '../../../domain/clarification/view.ts'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { deadlinePassed, questionsCloseAt, tenderDeadline } from '../../../domain/tender/deadline.ts'
import { decideTender, stepTender } from '../../../domain/tender/decide.ts'
import { viewNotice, viewOwnTender } from '../../../domain/tender/view.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { by, caseIn, on, START, STEP } from '../case-in.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { published } from '../tender/published.ts'
import { sealed } from '../tender/terms.ts'

const DUE = '2026-02-05T00:00:00.000Z' // 30 days: until the end of Wednesday 4 February
const QUESTIONS_CLOSE = '2026-01-29T00:00:00.000Z'
const provider = by('pia', 'provider')

const organisations: Organisation[] = [
  { id: 'harbour', name: 'Harbour Care Ltd', kind: 'provider', aliases: ['Quayside Therapies'], owns: [], areas: [] },
  { id: 'meadow', name: 'Meadow', kind: 'provider', aliases: [], owns: [], areas: [] },
]
const ask = (text = 'May we?', organisationId = 'harbour'): ClarificationCommand => ({
  type: 'AskQuestion',
  organisationId,
  text,
})
const answer = (said: object = {}): ClarificationCommand => ({
  ...{ type: 'AnswerQuestion', id: 1, answer: 'You may.', wording: 'May a bidder?', organisations },
  ...said,
})
const doing = (theCase: Case, command: ClarificationCommand, at: string) =>
  decideClarification(theCase, command, on(at, provider))
const done = (theCase: Case, command: ClarificationCommand, at = START) =>
  following(theCase, doing(theCase, command, at), at, provider)

describe('asking (requirements §6)', () => {
  test('closes 7 days before the deadline, to the millisecond', () => {
    const last = addMilliseconds(QUESTIONS_CLOSE, -1)
    expect(types(doing(published(), ask(), last))).toEqual(['QuestionAsked'])
    expect(questionsAreOpen(published(), last)).toBe(true)
    expect(() => doing(published(), ask(), QUESTIONS_CLOSE)).toThrow(
      'Questions closed at the end of Wednesday 28 January 2026.',
    )
    expect(questionsAreOpen(published(), QUESTIONS_CLOSE)).toBe(false)
  })

  test('is for twenty questions of an organisation at most', () => {
    const twenty = Array.from({ length: 20 }).reduce<Case>((before) => done(before, ask()), published())
    expect(refusedWith(() => done(twenty, ask()))).toBe('NotAllowed')
    expect(done(twenty, ask('And we?', 'meadow')).tender).toMatchObject({ questions: { length: 21 } })
  })

  test('leaves room for others, however long what one organisation asks and is answered', () => {
    const document = (id: string) => ({
      ...{ id, name: 'x'.repeat(200), type: 'application/pdf' as const, bytes: 25_000_000, sha256: 'ab'.repeat(32) },
      documentKey: `opened/supplied/c0123456789ab/1/question/harbour/${id}`,
      ...{ text: '', authors: [] },
    })
    const three = (from: number) => [1, 2, 3].map((one) => document(String(from + one).padStart(32, '0')))
    const full = Array.from({ length: 20 }, (_, index) => index).reduce<Case>((before, index) => {
      const asked = done(before, { ...ask('é'.repeat(2000)), documents: three(index * 10) } as ClarificationCommand)
      const said = { answer: 'é'.repeat(5000), wording: 'é'.repeat(2000), documents: three(index * 10 + 5) }
      return done(asked, answer({ ...said, id: index + 1 }))
    }, published())
    expect(done(full, ask('And we?', 'meadow')).tender).toMatchObject({ questions: { length: 21 } })
    const { tender } = full
    expect(JSON.stringify(tender && 'questions' in tender && tender.questions).length * 3).toBeLessThan(1_000_000)
  })

  test('is refused before publication and after the tender has closed', () => {
    expect(refusedWith(() => doing(caseIn('tender'), ask(), START))).toBe('TooEarly')
    const closed = following(published(), stepTender(published(), { type: 'CloseTender', attempt: 5 }, on(DUE)), DUE)
    expect(refusedWith(() => doing(closed, ask(), DUE))).toBe('TooLate')
  })
})

describe('answering, to all at once (requirements §6)', () => {
  test('is done once', () => {
    const answered = done(done(published(), ask()), answer())
    expect(answered.tender).toMatchObject({
      questions: [{ id: 1, answer: { text: 'You may.', wording: 'May a bidder?' } }],
    })
    expect(refusedWith(() => doing(answered, answer(), START))).toBe('AlreadyDone')
    expect(refusedWith(() => doing(answered, answer({ id: 2 }), START))).toBe('NotFound')
  })

  test('shows everybody the words it was published in; the record keeps those it was asked in', () => {
    const asked = done(published(), ask('May we at Harbour Care Ltd?'))
    const answered = done(asked, answer())
    for (const seen of [viewNotice(answered), viewOwnTender(answered, 'meadow')])
      expect(seen).toMatchObject({ questions: [{ question: 'May a bidder?', answer: 'You may.' }] })
    expect(JSON.stringify(viewOwnTender(answered, 'meadow'))).not.toMatch(/harbour/i)
    expect(answered.tender).toMatchObject({ questions: [{ text: 'May we at Harbour Care Ltd?' }] })
  })

  test('numbers answers as they are published: a gap would tell that somebody else has asked', () => {
    const two = done(done(published(), ask('First?', 'meadow')), ask('Second?'))
    const answered = done(two, answer({ id: 2 }))
    expect(viewNotice(answered).questions).toMatchObject([{ id: 1, question: 'May a bidder?' }])
    expect(viewOwnTender(two, 'harbour').ownQuestions).toMatchObject([{ number: 1, text: 'Second?' }])
  })

  test('refuses every place in which who asked may still be named, at once', () => {
    const asked = done(published(), ask('May Harbour Care Ltd?'))
    const own = answer({ wording: undefined, answer: 'Yes: QUAYSIDE  therapies may.' })
    const { code, faults } = refusal(() => doing(asked, own, START))
    expect(code).toBe('Invalid')
    expect(faults.map(({ path }) => path)).toEqual([['wording'], ['answer']])
    const meant = { answer: 'Quayside Therapies owns the rooms.', namesMeant: true }
    expect(types(doing(asked, answer(meant), START))).toEqual(['QuestionAnswered'])
    // Not even whoever means it can publish a question with a name in it.
    expect(refusal(() => doing(asked, answer({ ...meant, wording: 'May Meadow?' }), START)).faults).toHaveLength(1)
  })

  test('tells nobody who tries names which of them asked: every organisation is treated alike, whoever asked', () => {
    const places: ((name: string) => ClarificationCommand)[] = [
      (name) => answer({ answer: `${name} may too.` }),
      (name) => answer({ answer: `${name} may too.`, namesMeant: true }),
      (name) => answer({ wording: `May ${name}?` }),
    ]
    const outcome = (theCase: Case, command: ClarificationCommand) => {
      try {
        return types(doing(theCase, command, START))
      } catch (error) {
        return [(error as Error).message, JSON.stringify((error as { faults?: unknown }).faults)]
      }
    }
    for (const place of places)
      for (const { name } of organisations) {
        const [one, other] = organisations.map(({ id }) => outcome(done(published(), ask('May we?', id)), place(name)))
        expect(one).toEqual(other)
      }
  })

  test('tells the programme manager what would identify, and not who asked; the auditor hears that after closing', () => {
    const asked = done(published(), ask('May we at Harbour Care Ltd ring 01234 567890?'))
    const seen = viewQuestions(asked, { as: 'programme-manager' }, organisations)
    expect(seen.questions[0]).not.toHaveProperty('organisationId')
    expect(seen.questions[0]?.identifying.map(({ found }) => found)).toEqual(['Harbour Care Ltd', '01234 567890'])
    const auditor = (theCase: Case) => viewQuestions(theCase, { as: 'auditor' }, organisations).questions[0]
    expect(auditor(asked)).not.toHaveProperty('organisationId')
    const answered = done(asked, answer())
    const closed = following(answered, stepTender(answered, { type: 'CloseTender', attempt: 5 }, on(DUE)), DUE)
    expect(auditor(closed)).toMatchObject({ organisationId: 'harbour', text: expect.stringContaining('Harbour') })
  })
})

describe('what identifies', () => {
  const found = (text: string) => identifying(text, organisations).map((one) => one.found)

  test.each([
    ['a name, whatever its capitals and spaces', 'does harbour  care LTD qualify', ['harbour  care LTD']],
    ['another name', 'Quayside Therapies asks', ['Quayside Therapies']],
    [
      'an address',
      'write to pia@harbour.example, see www.harbour.example',
      ['pia@harbour.example', 'www.harbour.example'],
    ],
    ['a telephone number', 'ring +44 1234 567890', ['+44 1234 567890']],
    ['a provider of today', 'We employ three counsellors today.', ['We employ three counsellors today']],
    ['what is theirs today', 'Does our current contract end?', ['our current contract']],
  ])('%s', (_, text, expected) => expect(found(text)).toEqual(expected))

  test.each(['Does the harbour master count?', 'Are the meadows included?', 'Is 25 the whole price share?'])(
    'nothing: %s',
    (text) => expect(found(text)).toEqual([]),
  )
})

describe('the deadline while a question asked in time is unanswered (requirements §6)', () => {
  test('does not pass: it moves, and tenders keep coming', () => {
    const asked = done(published(), ask())
    expect(deadlinePassed(asked, DUE)).toBe(false)
    const submit = {
      ...({ type: 'SubmitTender', organisationId: 'harbour', submittedBy: 'pia' } as const),
      ...{ quality: sealed('quality'), price: sealed('price') },
    }
    expect(types(decideTender(asked, submit, on(DUE, provider)))).toEqual(['TenderSubmitted'])
    const reminded = following(asked, [{ type: 'Reminded', data: { wait: 'tenders', who: [] } }], DUE, STEP)
    const attendance = attend(reminded, { caseId: 'case-1', attempt: 5 }, ['tenders'], DUE)
    expect(attendance).toMatchObject({
      verdict: 'act',
      events: [{ type: 'QuestionsClosed' }, { type: 'DeadlineExtended' }],
    })
    const moved = following(asked, attendance.verdict === 'act' ? attendance.events : [], DUE)
    expect(tenderDeadline(moved)).toBe('2026-02-20T00:00:00.000Z')
    // The move does not open the time for questions again, nor does it tell that they could be asked for longer.
    expect(questionsCloseAt(moved)).toBe(questionsCloseAt(asked))
    expect(() => doing(moved, ask(), addMilliseconds(DUE, 1))).toThrow('They do not open again')
  })

  test('answered between the deadline and the move, it moves all the same: nobody is caught by the answer', () => {
    const events = doing(done(published(), ask()), answer(), addMilliseconds(DUE, 1))
    expect(types(events)).toEqual(['QuestionAnswered', 'QuestionsClosed', 'DeadlineExtended'])
    expect(deadlinePassed(following(done(published(), ask()), events, DUE), addMilliseconds(DUE, 2))).toBe(false)
  })

  test('passes with every question answered', () => {
    const answered = done(done(published(), ask()), answer())
    expect(attend(answered, { caseId: 'case-1', attempt: 5 }, ['tenders'], DUE)).toEqual({ verdict: 'answered' })
  })
})
