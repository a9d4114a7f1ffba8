import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { raiseQuestion } from '../../../domain/compliance/raise.ts'
import { decideEvaluation } from '../../../domain/evaluation/decide.ts'
import { draftScoresSchema, mayNote, scoringFor } from '../../../domain/evaluation/draft.ts'
import { givenScoresSchema } from '../../../domain/evaluation/evaluation.ts'
import { viewScoring } from '../../../domain/evaluation/view.ts'
import { members, on, START } from '../case-in.ts'
import { following, refusal } from '../story.ts'
import { given, scoredBy, scoredByAll, scoring } from './scored.ts'

describe('a draft of scores', () => {
  test('that can be kept can be submitted: the reasons for 40 criteria, each as long as it may be', () => {
    const longest = (rationale: string) =>
      Object.fromEntries(Array.from({ length: 40 }, (_, id) => [`criterion-${id}`, { score: 5, rationale }]))
    for (const rationale of ['x'.repeat(2_000), `${'\n"'.repeat(999)}x`, '評'.repeat(2_000)]) {
      expect(draftScoresSchema.safeParse(longest(rationale)).success).toBe(true)
      expect(givenScoresSchema.safeParse(longest(rationale)).success).toBe(true)
      // An item of the table holds 400 kB.
      expect(Buffer.byteLength(JSON.stringify(longest(rationale)))).toBeLessThan(350_000)
    }
    expect(draftScoresSchema.safeParse(longest('x'.repeat(2_001))).success).toBe(false)
  })

  test('is kept as long as it can be submitted, and no longer', () => {
    const quorate = scoredByAll(scoring(), members.slice(0, 5))
    const { wait } = quorate.life
    const extended = { ...quorate, life: { ...quorate.life, wait: { ...wait, automaticExtensions: 1 } } } as Case
    const late = wait?.dueAt ?? ''
    const submit = { type: 'SubmitScores' as const, member: 'guy', organisationId: 'harbour', scores: given(3, 3) }
    const both = (at: string) => [
      () => scoringFor(extended, 'guy', 'harbour', at),
      () => decideEvaluation(extended, submit, on(at)),
    ]
    for (const allowed of both(START)) expect(allowed).not.toThrow()
    for (const refused of both(late))
      expect(refusal(refused)).toMatchObject({ code: 'TooLate', message: expect.stringContaining('the deadline was') })
  })

  test('waits, and is told why, while a question has stopped the scoring; and nothing was lost of what was submitted', () => {
    const begun = scoredBy(scoring(), 'cat', 'harbour', given(2, 5))
    const question = {
      organisationId: 'meadow',
      requirement: 'missing' as const,
      says: 'No certificate.',
      person: 'ada',
    }
    const stopped = following(begun, raiseQuestion(begun, question, on(START)), START)
    const refused = (ask: (theCase: Case) => unknown) => {
      const { code, message } = refusal(() => ask(stopped))
      expect(code).toBe('TooEarly')
      expect(message).toContain('has stopped until it has been ruled on')
    }
    refused((theCase) => scoringFor(theCase, 'ben', 'meadow', START))
    refused((theCase) => mayNote(theCase, 'ben', 'meadow'))
    refused((theCase) => viewScoring(theCase, { contents: {}, drafts: {}, notes: {}, sheets: {} }))
    expect(stopped.evaluation).toMatchObject({ submitted: { cat: ['harbour'] } })
  })
})
