import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { Decision } from '../../../domain/decision/decision.ts'
import { MOST_REPRESENTED } from '../../../domain/decision/decision.ts'
import { representedDocument } from '../../../domain/decision/represented.ts'
import { viewDecision, viewLetter } from '../../../domain/decision/view.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import type { SuppliedDocument } from '../../../domain/tender/document.ts'
import { CHAIR, START } from '../case-in.ts'
import { refusal, refusedWith } from '../story.ts'
import { announced, answered, done, stepped } from './ranked.ts'

const report = (id = 'ab'.repeat(16)): SuppliedDocument => ({
  ...{ id, name: 'What our lawyers say.pdf', type: 'application/pdf', bytes: 9, sha256: 'cd'.repeat(32) },
  documentKey: 'opened/supplied/a-place',
})
const objecting = (
  theCase: Case,
  { text = 'Our access was misread.', documents = [report()], organisationId = 'meadow' } = {},
) => done(theCase, { type: 'MakeRepresentation', organisationId, text, documents }, START)
const long = 'x'.repeat(MOST_REPRESENTED)
const auditor = { id: 'ali', name: 'Ali', email: 'a@example.org', roles: [], skills: [], panelsFormedOn: [] }
const seenBy = (theCase: Case) =>
  viewDecision(theCase, { person: { ...auditor, profession: 'other' as const }, as: 'auditor' })

describe('what comes with a representation', () => {
  const open = objecting(announced())

  test('is told to who considers it and who made it, with its hash and not where it lies', () => {
    const { documentKey, ...told } = report()
    expect(seenBy(open).representations).toMatchObject([{ documents: [told] }])
    expect(viewLetter(open, 'meadow').representations).toMatchObject([{ documents: [told] }])
    expect(viewLetter(open, 'ridge').representations).toEqual([])
    expect(JSON.stringify([seenBy(open), viewLetter(open, 'meadow')])).not.toContain(documentKey)
    expect(representedDocument(open, report().id)).toMatchObject({ documentKey, at: START })
    expect(refusedWith(() => representedDocument(open, 'ef'.repeat(16)))).toBe('NotFound')
  })

  test('takes nobody’s place, in this sitting or in one before', () => {
    expect(refusedWith(() => objecting(open, { organisationId: 'ridge' }))).toBe('Invalid')
    const again = { ...open.decision, representations: [], superseded: [open.decision] } as unknown as Decision
    expect(refusedWith(() => objecting({ ...open, decision: again }))).toBe('Invalid')
    expect(refusedWith(() => objecting(announced(), { documents: [report(), report()] }))).toBe('Invalid')
  })

  test('is not public, nor are its words or who made it', () => {
    const awarded = stepped(answered(open, 'stands'), 'MakeAward', '2026-02-02T00:00:00.000Z')
    const { decision } = viewDecisionRecord(awarded)
    expect(decision.representations).toMatchObject([{ id: 1, answer: { reasons: 'It was read again.' } }])
    expect(JSON.stringify(decision)).not.toMatch(/lawyers|misread|meadow|opened\/supplied|cdcdcd/)
  })
})

describe('representations of one bidder', () => {
  test('can have 40,000 characters in all; the rest is attached, and nobody else has less for it', () => {
    const one = objecting(announced(), { text: long, documents: [] })
    const most = objecting(one, { text: long.slice(1), documents: [] })
    expect(refusal(() => objecting(most, { text: 'Xx', documents: [] })).faults).toEqual([
      { path: ['text'], message: expect.stringContaining('Shorten it to 1 characters, and attach the rest') },
    ])
    const full = objecting(most, { text: 'X', documents: [] })
    expect(refusal(() => objecting(full, { text: 'X', documents: [] })).message).toContain(
      'Write to the programme manager',
    )
    expect(objecting(full, { organisationId: 'ridge', text: long }).decision).toMatchObject({ status: 'standstill' })
  })

  test('answered together are answered in words that are kept once, and each reads them', () => {
    const three = ['meadow', 'ridge', 'harbour'].reduce(
      (so, organisationId) => objecting(so, { organisationId, documents: [] }),
      announced(),
    )
    const reopened = done(three, {
      type: 'AnswerRepresentation',
      ...{ chair: CHAIR, id: 2, decision: 'reopened', reasons: long, present: votingMembers(three.panel) },
    })
    expect(JSON.stringify(reopened.decision).split(long).length - 1).toBe(3)
    for (const organisationId of ['meadow', 'ridge', 'harbour'])
      expect(viewLetter(reopened, organisationId).superseded).toMatchObject([
        { representations: [{ answer: { decision: 'reopened', reasons: long } }] },
      ])
  })
})
