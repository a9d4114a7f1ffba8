import { describe, expect, test } from 'vitest'
import type { Case, Stage } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import type { Actor } from '../../../domain/case/party.ts'
import { viewCase } from '../../../domain/case/view.ts'
import { viewDecision, viewLetter } from '../../../domain/decision/view.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import { release } from '../../../domain/ocds/release.ts'
import { sourceOf } from '../../../domain/ocds/source.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import { viewNotice, viewOwnTender } from '../../../domain/tender/view.ts'
import { by, on, START } from '../case-in.ts'
import { scoring } from '../evaluation/scored.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { excluded } from './excluded.ts'
import { announced, answered, done, ranked, stepped, voted } from './ranked.ts'

const LATER = '2026-01-07T10:00:00.000Z'
const reason = 'The specification left out evenings.'
const auditor = {
  person: {
    id: 'ali',
    name: 'Ali',
    email: 'ali@example.org',
    roles: [],
    skills: [],
    profession: 'other' as const,
    panelsFormedOn: [],
  },
  as: 'auditor' as const,
}

const sendBack = (theCase: Case, to: Stage = 'specification') =>
  decideLife(theCase, { type: 'SendBack', to, reason }, on(LATER, by('ana', 'approver')))
const sentBack = (theCase: Case, to?: Stage) => following(theCase, sendBack(theCase, to), LATER)
const objected = (theCase = announced(), organisationId = 'meadow') =>
  done(theCase, { type: 'MakeRepresentation', organisationId, text: 'Our access was misread.' })

describe('a send-back during the standstill (requirements §7)', () => {
  test('is refused while a representation is unanswered: the bidder is owed the further decision', () => {
    const refused = refusal(() => sendBack(objected()))
    expect(refused.code).toBe('TooEarly')
    expect(refused.message).toContain('must answer it before the case can be sent back')
    expect(refusedWith(() => sendBack(objected(answered(objected(), 'stands'), 'ridge')))).toBe('TooEarly')
    expect(sentBack(answered(objected(), 'stands')).life.stage).toBe('specification')
  })

  test('is the approver’s once there is a result, and the secretariat’s before or where no panel can decide', () => {
    const manager = by('pm', 'programme-manager')
    const send = (theCase: Case, actor: Actor) =>
      decideLife(theCase, { type: 'SendBack', to: 'tender', reason }, on(LATER, actor))
    const toGoBackTo = (theCase: Case, as: 'programme-manager' | 'approver') =>
      viewCase(theCase, { ...auditor, as }).life.canGoBackTo
    for (const theCase of [announced(), ranked(), stepped(voted(ranked(), {}), 'OpenAwardVote')]) {
      expect(refusal(() => send(theCase, manager)).message).toContain('only the approver')
      expect(toGoBackTo(theCase, 'programme-manager')).toEqual([])
      expect(toGoBackTo(theCase, 'approver')).toEqual(['specification', 'tender'])
    }
    expect(refusedWith(() => send(scoring(), by('ana', 'approver')))).toBe('NotAllowed')
    expect(toGoBackTo(scoring(), 'approver')).toEqual([])
    expect(types(send(scoring(), manager))).toEqual(['StageEntered'])
    const lost = ['eve', 'fay', 'guy'].reduce((so, person) => excluded(so, person), ranked())
    expect(types(send(lost, manager))).toEqual(['StageEntered'])
  })

  test('ends the announced decision: it is void, with what was announced and why it does not stand', () => {
    const back = sentBack(answered(objected(), 'stands'))
    expect(back.decision).toMatchObject({
      status: 'void',
      superseded: [
        {
          sitting: 1,
          recommendation: { organisationId: 'harbour' },
          announcedAt: START,
          representations: [{ organisationId: 'meadow', answer: { decision: 'stands' } }],
          reason,
          at: LATER,
        },
      ],
    })
    expect(viewDecision(back, auditor)).not.toHaveProperty('standstill')
    expect(refusedWith(() => objected(back))).toBe('WrongStage')
  })

  test('leaves every letter readable, marked with since when and why it does not stand', () => {
    expect(viewLetter(announced(), 'meadow')).toMatchObject({ letter: { place: 2 }, superseded: [] })
    const letter = viewLetter(sentBack(announced()), 'meadow')
    expect(letter).not.toHaveProperty('letter')
    expect(letter.superseded).toMatchObject([{ letter: { place: 2 }, superseded: { at: LATER, reason } }])
    expect(refusedWith(() => viewLetter(sentBack(announced()), 'vale'))).toBe('NotFound')
  })

  test('before anything is announced tells the market nothing of what was written with prices open; the record keeps it', () => {
    const [entered] = sendBack(ranked(), 'tender')
    expect(entered?.data).toMatchObject({ because: reason })
    const back = sentBack(ranked(), 'tender')
    const own = viewOwnTender(back, 'harbour')
    expect(own.earlier).toMatchObject([{ ended: { because: 'The case was sent back to an earlier stage.' } }])
    const authority = { buyer: { id: 'b', name: 'B' }, origin: 'https://b', today: '2026-01-07' }
    const open = release(sourceOf(back, { ...authority, names: (id) => id }))
    expect(open?.tender?.amendments).toMatchObject([{ rationale: 'The case was sent back to an earlier stage.' }])
    expect(JSON.stringify([own, open])).not.toContain(reason)
  })

  test('ends the tender for everybody; its bidders keep their receipts and see why', () => {
    const back = sentBack(announced())
    expect(viewNotice(back)).toMatchObject({ status: 'ended', ended: { at: LATER }, hashes: { length: 3 } })
    expect(JSON.stringify(viewNotice(back))).not.toContain(reason)
    expect(viewOwnTender(back, 'harbour')).toMatchObject({
      tender: { round: 1, organisationId: 'harbour' },
      ended: { because: reason },
    })
    // Whoever tendered would still gain from what is written next.
    expect(namedInTenders(back.tender, []).map(({ organisationId }) => organisationId)).toContain('harbour')
    const again = sentBack(announced(), 'tender')
    expect(viewOwnTender(again, 'harbour')).toMatchObject({
      status: 'due',
      round: 2,
      tender: null,
      earlier: [{ round: 1, organisationId: 'harbour', ended: { because: reason } }],
    })
    expect(refusedWith(() => viewOwnTender(again, 'vale'))).toBe('NotFound')
  })
})

test('a withdrawal during the standstill ends the announced decision and the tender as well', () => {
  const theCase = announced()
  const gone = following(theCase, decideLife(theCase, { type: 'Withdraw', reason }, on(LATER)), LATER)
  expect(gone.decision).toMatchObject({ status: 'void', superseded: [{ reason }] })
  expect(gone.tender).toMatchObject({ status: 'ended' })
  expect(refusedWith(() => viewDecisionRecord(gone))).toBe('NotFound')
})

test('a withdrawal cannot pass over a representation that nobody has answered', () => {
  expect(refusedWith(() => decideLife(objected(), { type: 'Withdraw', reason }, on(LATER)))).toBe('TooEarly')
  const settled = answered(objected(), 'stands')
  expect(decideLife(settled, { type: 'Withdraw', reason }, on(LATER))).toMatchObject([{ type: 'CaseEnded' }])
})

test('a decision that the panel reopened keeps its letters and every objection; the record then tells of both', () => {
  const reopened = answered(objected(objected(), 'ridge'), 'reopened')
  expect(viewLetter(reopened, 'ridge').superseded).toMatchObject([
    {
      letter: { notCompliant: { length: 1 } },
      representations: [{ id: 2 }],
      superseded: { reason: 'It was read again.' },
    },
  ])
  const votes = Object.fromEntries(['ada', 'ben', 'cat', 'dan', 'eve', 'fay', 'guy'].map((one) => [one, 'award']))
  const again = done(stepped(voted(stepped(reopened, 'OpenAwardVote'), votes), 'CountAwardVote'), {
    type: 'ConfirmRecommendation',
    reasons: 'It follows.',
  })
  const awarded = stepped(announced(START, again), 'MakeAward', '2026-01-17T00:00:00.000Z')
  const { decision } = viewDecisionRecord(awarded)
  expect(decision).toMatchObject({ sitting: 2, superseded: [{ sitting: 1, representations: [{ id: 1 }, { id: 2 }] }] })
  expect(JSON.stringify(decision)).not.toContain('misread')
  expect(viewLetter(awarded, 'meadow')).toMatchObject({ letter: {}, superseded: { length: 1 } })
})
