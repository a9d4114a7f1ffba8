import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideDecision } from '../../../domain/decision/decide.ts'
import { courseOf } from '../../../domain/decision/step.ts'
import { viewDecision, viewLetter } from '../../../domain/decision/view.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { by, CHAIR, members, START } from '../case-in.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { allFor, announced, confirmed, doing, done, ranked, step, stepped, voted } from './ranked.ts'

const waits = ['panel vote', 'confirmation', 'standstill'] as const
const attendance = (theCase: Case, at: string) => attend(theCase, { caseId: 'case-1', attempt: 7 }, waits, at)
const attended = (theCase: Case, at: string): Case => {
  const found = attendance(theCase, at)
  return found.verdict === 'act' ? attended(following(theCase, found.events, at, { step: 'attend' }), at) : theCase
}
const open = (theCase = ranked()) => stepped(theCase, 'OpenAwardVote')

describe('the panel votes (requirements §7)', () => {
  test('on award to the top-ranked tender, no award, or a re-tender', () => {
    expect(open().decision).toMatchObject({
      status: 'voting',
      sitting: 1,
      vote: { options: ['award', 'no award', 're-tender'], on: 'harbour' },
    })
  })

  test('with nothing ranked there is nothing to award', () => {
    const theCase = ranked()
    const { evaluation } = theCase
    if (evaluation?.status !== 'ranked') throw new Error('It is ranked.')
    const empty: Case = { ...theCase, evaluation: { ...evaluation, ranking: [] } }
    expect(open(empty).decision).toMatchObject({ vote: { options: ['no award', 're-tender'] } })
    expect(refusedWith(() => voted(open(empty), { ada: 'award' }))).toBe('Invalid')
  })

  test('once each, with reasons, members only, in the open round', () => {
    expect(refusedWith(() => voted(open(), { pam: 'award' }))).toBe('NotAllowed')
    expect(refusedWith(() => voted(voted(open(), { ada: 'award' }), { ada: 'no award' }))).toBe('AlreadyDone')
    expect(refusedWith(() => voted(open(), { ada: 'award' }, 2))).toBe('Stale')
    expect(
      refusedWith(() =>
        doing(open(), { type: 'VoteOnAward', person: 'ada', round: 1, option: 'perhaps', reasons: ' ' }),
      ),
    ).toBe('Invalid')
    expect(refusedWith(() => voted(ranked(), { ada: 'award' }))).toBe('TooEarly')
  })

  test('and is counted when all have voted; the reasons of the majority go with it', () => {
    const votes = { ...allFor('award'), guy: 'no award', fay: 'abstain' }
    expect(attendance(voted(open(), { ada: 'award' }), START).verdict).toBe('waiting')
    const all = voted(open(), votes)
    expect(attendance(all, START).verdict).toBe('answered')
    const events = step(all, 'CountAwardVote')
    expect(types(events)).toEqual(['VoteCounted', 'RecommendationMade', 'WaitOpened'])
    expect(following(all, events, START).decision).toMatchObject({
      status: 'recommended',
      recommendation: { outcome: 'award', organisationId: 'harbour' },
      reasons: members.slice(0, 5).map((member) => `${member} says award`),
    })
  })

  test('a tie is put once more; tied again nothing is carried, and no award goes to the approver', () => {
    const tied = {
      ada: 'award',
      ben: 'award',
      cat: 'award',
      dan: 'no award',
      eve: 'no award',
      fay: 'no award',
      guy: 'abstain',
    }
    const events = step(voted(open(), tied), 'CountAwardVote')
    expect(types(events)).toEqual(['VoteCounted', 'WaitOpened'])
    const again = following(voted(open(), tied), events, START)
    expect(courseOf(again)).toBe('vote')
    // Interrupted after its commit, the step counts nothing twice.
    expect(step(again, 'CountAwardVote')).toEqual([])
    const twice = stepped(voted(again, tied, 2), 'CountAwardVote')
    expect(twice.decision).toMatchObject({ status: 'recommended', recommendation: { outcome: 'no award' } })
  })

  test('at the deadline with the quorum it is counted; without, it is escalated', () => {
    const due = '2026-01-20T00:00:00.000Z'
    const five = voted(open(), Object.fromEntries(members.slice(0, 5).map((member) => [member, 'award'])))
    expect(attendance(attended(five, addMilliseconds(due, -1)), addMilliseconds(due, -1)).verdict).toBe('waiting')
    expect(attendance(attended(five, due), due).verdict).toBe('answered')
    expect(refusedWith(() => voted(five, { guy: 'no award' }, 1, due))).toBe('TooLate')
    const four = attended(
      voted(open(), Object.fromEntries(members.slice(0, 4).map((member) => [member, 'award']))),
      due,
    )
    expect(four.life.wait?.escalatedAt).toBe(due)
    expect(step(four, 'CountAwardVote', due)).toEqual([])
  })
})

test('members lost between the last ballot and the count take the quorum along: it waits, and is escalated', () => {
  const all = voted(open(), allFor('award'))
  const lost = following(
    all,
    ['eve', 'fay', 'guy'].map((person) => ({ type: 'MemberExcluded', data: { person, reason: 'A tie.' } })),
    START,
  )
  expect(step(lost, 'CountAwardVote')).toEqual([])
  expect(courseOf(lost)).toBe('vote')
  const due = '2026-01-20T00:00:00.000Z'
  // It is put anew to the four who are left, and five must take part.
  const late = attended(voted(open(lost), allFor('no award', ['ada', 'ben', 'cat', 'dan'])), due)
  expect(late.life.wait).toMatchObject({ name: 'panel vote', escalatedAt: due })
  expect(attendance(late, late.life.wait?.chaseAt ?? '')).toMatchObject({
    events: [{ type: 'Reminded', data: { who: [{ kind: 'programme-manager' }] } }],
  })
})

describe('the approver (requirements §7)', () => {
  const recommended = () => stepped(voted(open(), allFor('award')), 'CountAwardVote')

  test('rejects with reasons: it goes back to the panel, which votes anew', () => {
    const rejected = done(recommended(), { type: 'RejectRecommendation', reasons: 'Say more about access.' })
    expect(rejected.decision).toMatchObject({
      status: 'due',
      sitting: 1,
      returned: [{ by: 'approver', reasons: 'Say more about access.' }],
    })
    expect(courseOf(rejected)).toBe('vote')
    expect(open(rejected).decision).toMatchObject({ sitting: 2, vote: { ballots: {} } })
    expect(refusedWith(() => doing(rejected, { type: 'ConfirmRecommendation', reasons: 'Yes.' }))).toBe('AlreadyDone')
  })

  test('answers once, and not before the panel', () => {
    expect(refusedWith(() => doing(open(), { type: 'ConfirmRecommendation', reasons: 'Yes.' }))).toBe('TooEarly')
    expect(refusedWith(() => doing(confirmed(), { type: 'RejectRecommendation', reasons: 'No.' }))).toBe('AlreadyDone')
  })

  test('is nobody who took a seat on the panel, whatever else they are', () => {
    const theCase = recommended()
    const as = (person: string) => ({ at: START, by: by(person, 'approver') })
    const confirm = (person: string) =>
      decideDecision(theCase, { type: 'ConfirmRecommendation', reasons: 'Yes.' }, as(person))
    const [member = ''] = members
    expect(refusedWith(() => confirm(member))).toBe('NotAllowed')
    const reject = { type: 'RejectRecommendation', reasons: 'No.' } as const
    expect(refusedWith(() => decideDecision(theCase, reject, as(member)))).toBe('NotAllowed')
    expect(types(confirm('person-approver'))).toEqual(['RecommendationConfirmed'])
  })

  test('does not confirm over a member’s flagged interest that nobody has ruled on, but can send it back', () => {
    const theCase = recommended()
    const [member = ''] = members
    const standing = (person: string) =>
      ({
        ...theCase,
        conflicts: { ...theCase.conflicts, standings: { [person]: { status: 'flagged', findings: [] } } },
      }) as unknown as Case
    expect(refusedWith(() => doing(standing(member), { type: 'ConfirmRecommendation', reasons: 'Yes.' }))).toBe(
      'TooEarly',
    )
    expect(types(doing(standing(member), { type: 'RejectRecommendation', reasons: 'No.' }))).toEqual([
      'RecommendationRejected',
    ])
    expect(types(doing(standing('somebody-else'), { type: 'ConfirmRecommendation', reasons: 'Yes.' }))).toEqual([
      'RecommendationConfirmed',
    ])
  })

  test('does not answer on a tender that names their own organisation by another of its names', () => {
    const theCase = recommended()
    const { tender } = theCase
    const opening = tender?.status === 'opened' ? tender.tenders['meadow']?.opening : undefined
    if (opening?.outcome !== 'opened') throw new Error('Meadow’s tender was not opened.')
    opening.partners.push({ name: 'The Quay Clinic', as: 'partner' })
    const quay = { ...{ id: 'quay', name: 'Quay Health Ltd', owns: [], areas: [] }, kind: 'provider' as const }
    const confirm = (aliases: string[], organisationId = 'quay') =>
      doing(theCase, {
        ...{ type: 'ConfirmRecommendation', reasons: 'Yes.' },
        own: { organisationId, register: [{ ...quay, aliases }] },
      })
    expect(refusedWith(() => confirm(['Quay Clinic', 'The Quay Clinic']))).toBe('NotAllowed')
    expect(refusedWith(() => confirm([], 'harbour'))).toBe('NotAllowed')
    expect(types(confirm([]))).toEqual(['RecommendationConfirmed'])
  })

  test('not answering is escalated', () => {
    const due = '2026-02-03T00:00:00.000Z'
    expect(attended(recommended(), due).life.wait).toMatchObject({ name: 'confirmation', escalatedAt: due })
  })
})

describe('letters (requirements §7)', () => {
  test('are written to every bidder, from the record, before anything is announced', () => {
    expect(refusedWith(() => step(confirmed(), 'AnnounceOutcome'))).toBe('TooEarly')
    const written = stepped(confirmed(), 'WriteLetters')
    expect(Object.keys(written.letters ?? {})).toEqual(['1#harbour', '1#meadow', '1#ridge'])
    expect(step(written, 'WriteLetters')).toEqual([])
    expect(types(step(written, 'AnnounceOutcome'))).toEqual(['OutcomeAnnounced', 'WaitOpened'])
  })

  test('tell the own scores with reasons, the winner’s scores, and what would have scored more', () => {
    const theCase = confirmed()
    const letter = stepped(theCase, 'WriteLetters').letters?.['1#meadow']
    expect(letter).toMatchObject({
      outcome: 'awarded to another',
      winner: 'harbour',
      head: { hash: theCase.head.hash },
      place: 2,
      placed: 2,
      own: {
        criteria: [
          { title: 'Quality and innovation', weight: '40', score: '22/7', points: '176/7' },
          { title: 'Access', score: '3', points: '18' },
        ],
        total: '512/7',
      },
      winners: {
        criteria: [
          { score: '5', points: '40' },
          { score: '4', points: '24' },
        ],
        pricePoints: '20',
        total: '84',
      },
      wouldHaveScoredMore: [
        '“Quality and innovation”: a score of 5 instead of 3.14 would have earned 14.86 more points; the successful tender scored 5.',
        '“Access”: a score of 5 instead of 3 would have earned 12.00 more points; the successful tender scored 4.',
      ],
    })
    expect(letter?.own?.criteria[0]?.reasons).toEqual([
      ...Array.from({ length: 6 }, () => 'Quality is 3'),
      'Quality is 4',
    ])
    // Members are not named to bidders.
    for (const member of members) expect(JSON.stringify(letter?.own)).not.toContain(`"${member}"`)
  })

  test('tell whoever did not comply why, and the winner where it could have been better', () => {
    const { letters } = stepped(confirmed(), 'WriteLetters')
    expect(letters?.['1#ridge']).toMatchObject({
      // With the reasons of the two who ruled.
      notCompliant: ['It does not answer “Quality and innovation”. So. So.'],
      outcome: 'awarded to another',
    })
    expect(letters?.['1#ridge']).not.toHaveProperty('own')
    expect(letters?.['1#harbour']).toMatchObject({
      outcome: 'awarded to you',
      wouldHaveScoredMore: [
        '“Access”: a score of 5 instead of 4 would have earned 6.00 more points.',
        'Price: at the lowest price tendered, your tender would have earned 10.00 more points.',
      ],
    })
  })

  test('say what the lowest price would have earned by the published formula: above a ceiling, nothing more', () => {
    const theCase = confirmed()
    const { tender, evaluation } = theCase
    if (tender?.status !== 'opened' || evaluation?.status !== 'ranked') throw new Error('It is ranked.')
    const priceFormula = { kind: 'linear-to-ceiling' as const, ceilingPence: 150_000 }
    const ranking = evaluation.ranking.map((one) =>
      one.price ? { ...one, price: { ...one.price, points: '0' } } : one,
    )
    const ceiling: Case = {
      ...theCase,
      tender: { ...tender, terms: { ...tender.terms, priceFormula } },
      evaluation: { ...evaluation, ranking },
    }
    expect(stepped(ceiling, 'WriteLetters').letters?.['1#harbour']?.wouldHaveScoredMore.at(-1)).toBe(
      'Price: £3,000.00 earned as many points as the lowest price tendered.',
    )
  })

  test('without an award name no winner; before a re-tender there are none', () => {
    const none = stepped(confirmed('no award'), 'WriteLetters')
    expect(none.letters?.['1#harbour']).toMatchObject({ outcome: 'not awarded', place: 1 })
    expect(none.letters?.['1#harbour']).not.toHaveProperty('winners')
    expect(step(confirmed('re-tender'), 'WriteLetters')).toEqual([])
  })
})

describe('ways on', () => {
  test('no award ends the case with its reasons', () => {
    const ended = announced(START, confirmed('no award'))
    expect(ended.life).toMatchObject({ status: 'ended', outcome: 'not awarded' })
    expect(ended.decision?.status).toBe('not awarded')
  })

  test('a re-tender announces nothing here: the next stage publishes', () => {
    const theCase = confirmed('re-tender')
    expect(courseOf(theCase)).toBe('re-tender')
    expect(step(theCase, 'AnnounceOutcome')).toEqual([])
  })
})

describe('the standstill (SI 2023/1348 reg. 12)', () => {
  // Announced on Monday 5 January 2026: begins on the 6th, ends with the 8th working day after it, Friday 16 January.
  const ENDS = '2026-01-17T00:00:00.000Z'
  const object = (at = START, organisationId = 'meadow', theCase = announced()) =>
    done(theCase, { type: 'MakeRepresentation', organisationId, text: 'Our access was misread.' }, at)
  const answer = (decision: 'stands' | 'reopened', id = 1) => ({
    type: 'AnswerRepresentation' as const,
    chair: CHAIR,
    id,
    decision,
    reasons: 'It was read again.',
    present: members,
  })

  test('ends to the millisecond', () => {
    expect(announced().decision).toMatchObject({
      status: 'standstill',
      standstill: { begins: '2026-01-06', ends: ENDS },
    })
    expect(attendance(announced(), addMilliseconds(ENDS, -1)).verdict).not.toBe('answered')
    expect(step(announced(), 'MakeAward', addMilliseconds(ENDS, -1))).toEqual([])
    expect(attendance(announced(), ENDS).verdict).toBe('answered')
    const awarded = stepped(announced(), 'MakeAward', ENDS)
    expect(awarded.afterAward).toMatchObject({ organisationId: 'harbour', awardedAt: ENDS })
    expect(awarded.decision).toMatchObject({ status: 'awarded', recommendation: { organisationId: 'harbour' } })
  })

  test('representations are taken until its last millisecond, from bidders only', () => {
    expect(object(addMilliseconds(ENDS, -1)).decision).toMatchObject({
      representations: [{ id: 1, organisationId: 'meadow' }],
    })
    expect(refusal(() => object(ENDS)).message).toContain('arrived at 00:00:00.000 on Saturday 17 January 2026')
    expect(refusedWith(() => object(START, 'vale'))).toBe('NotFound')
    // Every one made in time counts, however many one bidder makes: the law sets no number.
    expect(object(START, 'meadow', object(START, 'meadow', object())).decision).toMatchObject({
      representations: [{ id: 1 }, { id: 2 }, { id: 3 }],
    })
    expect(refusedWith(() => object(START, 'meadow', confirmed()))).toBe('WrongStage')
  })

  test('twenty of one bidder are taken in the portal, and then it is told how to make more; others make theirs', () => {
    const many = Array.from({ length: 20 }).reduce((so: Case) => object(START, 'meadow', so), announced())
    expect(refusal(() => object(START, 'meadow', many)).message).toContain('Write to the programme manager before')
    expect(object(START, 'ridge', many).decision).toMatchObject({ status: 'standstill' })
  })

  test('a pause of ours takes nothing from the bidders', () => {
    const paused = following(announced(), [{ type: 'CasePaused', data: { reason: 'flood' } }], START)
    expect(object(START, 'meadow', paused).decision).toMatchObject({ representations: [{ id: 1 }] })
  })

  test('stays open while one is unanswered: it is escalated, and nothing is awarded', () => {
    const open = attended(object(), ENDS)
    expect(open.life.wait?.escalatedAt).toBe(ENDS)
    expect(step(open, 'MakeAward', ENDS)).toEqual([])
  })

  test('and, answered, until the end of the 5th working day after', () => {
    const answered = done(attended(object(), ENDS), answer('stands'), '2026-01-19T10:00:00.000Z')
    expect(answered.life.wait).toMatchObject({ dueAt: '2026-01-27T00:00:00.000Z' })
    expect(answered.life.wait).not.toHaveProperty('escalatedAt')
    expect(step(answered, 'MakeAward', '2026-01-26T23:59:59.999Z')).toEqual([])
    expect(types(step(answered, 'MakeAward', '2026-01-27T00:00:00.000Z'))).toEqual(['AwardMade'])
  })

  test('the last of several answers counts', () => {
    const two = object(START, 'ridge', object())
    const first = done(two, answer('stands', 1), START)
    expect(first.life.wait?.dueAt).toBe(ENDS)
    expect(refusedWith(() => doing(first, answer('stands', 1)))).toBe('AlreadyDone')
    expect(done(first, answer('stands', 2), '2026-01-16T10:00:00.000Z').life.wait?.dueAt).toBe(
      '2026-01-24T00:00:00.000Z',
    )
  })

  test('is answered by the chair; by another member once it is overdue, on the record', () => {
    const late = attended(object(), ENDS)
    const without = members.filter((member) => member !== CHAIR)
    const events = doing(late, { ...answer('stands'), chair: 'ben', present: without }, ENDS)
    expect(events[0]).toMatchObject({ type: 'RepresentationAnswered', data: { insteadOf: CHAIR, present: without } })
    expect(refusedWith(() => doing(object(), { ...answer('stands'), chair: 'ben' }))).toBe('NotAllowed')
    expect(refusedWith(() => doing(object(), answer('stands', 7)))).toBe('NotFound')
    expect(refusedWith(() => doing(confirmed(), answer('stands')))).toBe('WrongStage')
  })

  test('is considered by the panel: its quorum, its chair, nobody who is out', () => {
    const faults = (present: string[], theCase = object()) =>
      refusal(() => doing(theCase, { ...answer('stands'), present })).faults.map(({ message }) => message)
    expect(faults([CHAIR])).toEqual(['At least 5 members must take part'])
    expect(faults(members.filter((member) => member !== CHAIR))).toEqual(['The chair must take part'])
    expect(faults([...members, 'pam'])).toEqual([expect.stringContaining('Only members of this panel')])
    const answered = done(object(), { ...answer('stands'), present: members.slice(0, 5) })
    expect(answered.decision).toMatchObject({ representations: [{ answer: { present: members.slice(0, 5) } }] })
    // Bidders are told what was decided and why, not by whom.
    expect(JSON.stringify(viewLetter({ ...answered, letters: announced().letters ?? {} }, 'meadow'))).not.toContain(
      '"present"',
    )
  })

  test('is reminded of, once, while it is unanswered', () => {
    const remindAt = '2026-01-08T00:00:00.000Z' // the end of the 2nd working day after
    const open = object()
    expect(open.life.wait).toMatchObject({ name: 'standstill', remindAt, dueAt: ENDS })
    expect(object(START, 'ridge', open).life.wait?.remindAt).toBe(remindAt)
    expect(attendance(open, remindAt)).toMatchObject({
      events: [{ type: 'Reminded', data: { who: [{ id: CHAIR }, { kind: 'programme-manager' }] } }],
    })
    expect(attendance(attended(open, remindAt), remindAt).verdict).toBe('waiting')
    // Late in the standstill the escalation at its end is soon enough; without one nobody is reminded.
    expect(object('2026-01-16T10:00:00.000Z').life.wait?.remindAt).toBeUndefined()
    expect(announced().life.wait?.remindAt).toBeUndefined()
    expect(done(open, answer('stands')).life.wait).toEqual({ ...announced().life.wait, since: START })
  })

  test('tells everybody until when it is open as things are', () => {
    const answered = done(attended(object(), ENDS), answer('stands'), '2026-01-19T10:00:00.000Z')
    const notBefore = '2026-01-27T00:00:00.000Z'
    expect(viewLetter({ ...answered, letters: announced().letters ?? {} }, 'ridge')).toMatchObject({
      standstill: { ends: ENDS },
      notBefore,
    })
    const auditor = { id: 'ali', name: 'Ali', email: 'a@example.org', roles: [], skills: [], panelsFormedOn: [] }
    expect(viewDecision(answered, { person: { ...auditor, profession: 'other' }, as: 'auditor' })).toMatchObject({
      notBefore,
      standstill: { ends: ENDS },
    })
  })

  test('reopened, the panel votes again, and letters are written anew', () => {
    const reopened = done(object(), answer('reopened'), START)
    expect(attendance(reopened, START).verdict).toBe('answered')
    expect(step(reopened, 'MakeAward', ENDS)).toEqual([])
    expect(courseOf(reopened)).toBe('vote')
    const again = announced('2026-02-02T09:00:00.000Z', confirmed('award', reopened))
    expect(Object.keys(again.letters ?? {})).toContain('2#meadow')
    expect(again.decision).toMatchObject({ sitting: 2, returned: [{ by: 'panel' }], representations: [] })
  })

  test('under the Procurement Act s. 51 it is 8 working days beginning with the day of publication', () => {
    const theCase = announced(START, confirmed('award', ranked({ decision: { standstill: 'pa2023' } })))
    expect(theCase.decision).toMatchObject({ standstill: { begins: '2026-01-05', ends: '2026-01-15T00:00:00.000Z' } })
    const answered = done(object(START, 'meadow', theCase), answer('stands'), START)
    expect(types(step(answered, 'MakeAward', '2026-01-15T00:00:00.000Z'))).toEqual(['AwardMade'])
  })
})

describe('every step done twice is done once', () => {
  test('the way to the award', () => {
    const end = '2026-01-17T00:00:00.000Z'
    const awarded = stepped(announced(), 'MakeAward', end)
    for (const type of ['OpenAwardVote', 'CountAwardVote', 'WriteLetters', 'AnnounceOutcome', 'MakeAward'] as const) {
      expect(step(announced(), type, type === 'MakeAward' ? end : START).length).toBe(type === 'MakeAward' ? 1 : 0)
      expect(step(awarded, type, end)).toEqual([])
    }
  })
})
