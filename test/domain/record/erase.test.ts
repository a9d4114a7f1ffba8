import { describe, expect, test } from 'vitest'
import { type CaseState, lifeSchema } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { proposalSchema } from '../../../domain/proposal/proposal.ts'
import { ERASED, withoutWhatWasSaid } from '../../../domain/record/erase.ts'
import type { Export } from '../../../domain/record/export.ts'
import { members } from '../case-in.ts'
import { scoredByAll, given as scores, scoring } from '../evaluation/scored.ts'
import { accepted, form, given, manager, monday } from '../story.ts'

describe('what an event said, erased (requirements §8)', () => {
  const reason = 'The proposer, Dr A Person, is ill.'
  const ended = given(...accepted, { type: 'CaseEnded', data: { outcome: 'not awarded', reason } })

  test('is gone wherever the state repeats it, and nothing else is', () => {
    const erased = withoutWhatWasSaid(ended, {
      sequence: 5,
      type: 'CaseEnded',
      data: { outcome: 'not awarded', reason },
    })
    expect(erased.life).toMatchObject({ outcome: 'not awarded', reason: ERASED })
    expect(erased.proposal).toBe(ended.proposal)
    expect(erased.ruleBook).toBe(ended.ruleBook)
  })

  test('leaves a state that can still be read', () => {
    const erased = withoutWhatWasSaid(ended, {
      sequence: 5,
      type: 'ProposalSubmitted',
      data: { form, submittedBy: 'person-01' },
    })
    expect(lifeSchema.parse(erased.life)).toEqual(erased.life)
    const { form: left } = proposalSchema.parse(erased.proposal)
    expect([left.problem, left.consulted[0]?.said, left.area]).toEqual([ERASED, ERASED, form.area])
    expect(JSON.stringify(left)).not.toContain(form.problem)
  })

  test('a declaration of interests goes as a whole', () => {
    const declaration = {
      kind: 'interests' as const,
      interests: [{ organisationId: 'x', kind: 'owner' as const, detail: '' }],
    }
    const facts = { person: 'one', practiceId: 'a', profession: 'gp' as const, experienced: false }
    const declared = given(
      ...accepted,
      { type: 'NominationOpened', data: { practices: ['a'] } },
      { type: 'PersonNominated', data: facts },
      { type: 'NominationAccepted', data: { person: 'one', declaration } },
    )
    const erased = withoutWhatWasSaid(declared, {
      sequence: 7,
      type: 'NominationAccepted',
      data: { person: 'one', declaration },
    })
    expect(erased.nomination?.nominees['one']).toMatchObject({ status: 'accepted', declaration: { kind: 'erased' } })
  })

  test('of a score goes from its own sheet, and from no other that has the same reasons', () => {
    // Everybody gave the same scores for the same reasons.
    const scored = scoredByAll(scoring(), members)
    const key = '1#harbour#ben'
    const said = { round: 1, member: 'ben', organisationId: 'harbour', scores: scores(4, 3) }
    const { scoreSheets = {} } = withoutWhatWasSaid(scored, { sequence: 7, type: 'ScoresSubmitted', data: said })
    expect(scoreSheets[key]?.scores).toEqual({
      quality: { score: 4, rationale: ERASED },
      access: { score: 3, rationale: ERASED },
    })
    for (const [other, sheet] of Object.entries(scoreSheets))
      if (other !== key) expect(sheet).toBe(scored.scoreSheets?.[other])
  })

  test('elsewhere, in the words of a score, leaves the score its reasons', () => {
    const scored = scoredByAll(scoring(), members)
    const comment = { version: 1, text: 'Quality is 4' }
    expect(withoutWhatWasSaid(scored, { sequence: 7, type: 'CommentMade', data: comment }).scoreSheets).toEqual(
      scored.scoreSheets,
    )
  })

  describe('in words that somebody else said, too', () => {
    const text = 'I have nothing to add.'
    const said: CaseEvent[] = [
      { type: 'SpecificationOpened', data: {} },
      { type: 'CommentMade', data: { number: 1, person: 'ada', version: 1, on: { kind: 'version' }, text } },
      { type: 'CommentMade', data: { number: 2, person: 'ben', version: 1, on: { kind: 'version' }, text } },
      {
        type: 'CommentMade',
        data: { number: 3, person: 'cat', version: 1, on: { kind: 'version' }, text: 'Not this.' },
      },
    ].map((event) => event as CaseEvent)
    const theCase = given(...accepted, ...said)
    const recordOf = (erased: readonly number[] = []): Export['events'] =>
      [...accepted, ...said].map(({ type, data }, index) => ({
        entry: {
          ...{ caseId: theCase.id, sequence: index + 1, at: monday, by: manager, type },
          ...{ payloadDigest: '0'.repeat(64), previous: '0'.repeat(64), hash: '0'.repeat(64) },
        },
        payload: erased.includes(index + 1) ? null : { salt: '0'.repeat(32), data },
      }))
    const FIRST = accepted.length + 1
    const textsOf = (state: CaseState) => Object.values(state.comments ?? {}).map((comment) => comment.text)
    const erasing = (sequence: number, events = recordOf()) =>
      withoutWhatWasSaid(theCase, { sequence, type: 'CommentMade', data: said[sequence - FIRST]?.data }, events)

    test('goes where this event said it, and stays where the other did', () => {
      expect(textsOf(erasing(FIRST + 1))).toEqual([ERASED, text, 'Not this.'])
      expect(textsOf(erasing(FIRST + 2))).toEqual([text, ERASED, 'Not this.'])
    })

    test('goes wherever it stands in a part of which something was erased before: it must be gone', () => {
      expect(textsOf(erasing(FIRST + 1, recordOf([FIRST + 3])))).toEqual([ERASED, ERASED, 'Not this.'])
    })
  })
})
