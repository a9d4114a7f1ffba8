import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import type { EvaluationStep } from '../../../domain/evaluation/step.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { waitRules } from '../../../domain/wait/rules.ts'
import { members, on, START } from '../case-in.ts'
import { following, types } from '../story.ts'
import { apart, moderated, without } from './moderated.ts'
import { price } from './price.ts'
import { attended, DUE, execution, scoredByAll, scoring, step, stepped, verdict } from './scored.ts'

describe('when members are lost, and with them the quorum', () => {
  const close: EvaluationStep = { type: 'CloseModeration', attempt: 6 }
  const escalated = (theCase: Case) => following(theCase, step(theCase, close), START, { step: 'a-step' })

  test.each([
    ['with criteria to moderate', apart],
    ['with all of them moderated', () => moderated(apart())],
    ['with nothing to moderate', () => stepped(scoredByAll(scoring(), members), { type: 'CloseScoring', attempt: 6 })],
  ])('%s, closing it escalates, and goes on waiting for the programme manager', (_, scored) => {
    const lost = without(scored(), 'eve', 'fay', 'guy')
    expect(verdict(lost, START)).toBe('answered')
    const late = escalated(lost)
    expect(late.evaluation?.status).toBe('moderating')
    expect(late.life.wait).toMatchObject({ name: 'moderation', escalatedAt: START })
    expect(waitRules.moderation.waitsFor(late)).toEqual([{ kind: 'programme-manager' }])
    expect(verdict(late, START)).toBe('waiting')
    expect(step(late, close)).toEqual([])
    const chaseAt = late.life.wait?.chaseAt ?? ''
    expect(attend(late, execution, ['moderation'], chaseAt)).toMatchObject({ verdict: 'act' })
    expect(verdict(attended(late, chaseAt), chaseAt)).toBe('waiting')
    const back = decideLife(late, { type: 'SendBack', to: 'specification', reason: 'A new panel.' }, on(START))
    expect(types(back)).toEqual(['StageEntered'])
  })

  test('between the moderation and the ranking, prices stay sealed and nothing is ranked: it escalates, once', () => {
    const openPrices: EvaluationStep = {
      type: 'OpenPrices',
      attempt: 6,
      prices: { harbour: price(150), meadow: price(200) },
    }
    const rankThem: EvaluationStep = { type: 'RankTenders', attempt: 6 }
    const closed = stepped(moderated(apart()), close)
    for (const [scored, next] of [
      [closed, openPrices],
      [stepped(closed, openPrices), rankThem],
    ] as const) {
      expect(types(step(scored, next))).not.toContain('Escalated')
      const lost = without(scored, ...members)
      expect(verdict(lost, START)).toBe('answered')
      const late = following(lost, step(lost, next), START, { step: 'a-step' })
      // Before the prices are opened, whoever is lost opens the moderation again.
      expect(late.evaluation?.status).toBe(scored === closed ? 'moderating' : 'priced')
      expect(late.life.wait).toMatchObject({ name: 'moderation', escalatedAt: START })
      expect(verdict(late, START)).toBe('waiting')
      expect(step(late, next)).toEqual([])
    }
  })

  test('one short of it only, the panel goes on', () => {
    expect(types(step(without(moderated(apart()), 'guy'), close))).toEqual(['ModerationClosed'])
  })

  test('while it scores, no more time is given: it is escalated at the deadline', () => {
    const lost = without(scoring(), 'eve', 'fay', 'guy')
    const late = attended(lost, DUE)
    expect(late.life.wait).toMatchObject({ escalatedAt: DUE, extensions: 0 })
    expect(waitRules.scores.waitsFor(late)).toContainEqual({ kind: 'programme-manager' })
  })

  test('between the last score and the close, it waits for scores again', () => {
    const all = scoredByAll(scoring(), members)
    expect(verdict(all, START)).toBe('answered')
    const lost = without(all, 'eve', 'fay', 'guy')
    expect(step(lost, { type: 'CloseScoring', attempt: 6 })).toEqual([])
    expect(verdict(lost, START)).toBe('waiting')
  })
})
