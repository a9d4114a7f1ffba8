import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { Disclosed } from '../../../domain/disclosure/part.ts'
import { moderation } from '../../../domain/disclosure/result-parts.ts'
import type { EvaluationStep } from '../../../domain/evaluation/step.ts'
import { viewRanking } from '../../../domain/evaluation/view.ts'
import { members, START } from '../case-in.ts'
import { following, refusedWith, types } from '../story.ts'
import { apart, concluded, met, moderate, moderated, without } from './moderated.ts'
import { price } from './price.ts'
import { doing, step, stepped, verdict } from './scored.ts'

const close: EvaluationStep = { type: 'CloseModeration', attempt: 6 }
const openPrices: EvaluationStep = {
  type: 'OpenPrices',
  attempt: 6,
  prices: { harbour: price(150), meadow: price(200) },
}
const DUE_TO_MODERATE = '2026-06-05T09:00:00.000Z'
const packedModeration = (theCase: Case) => {
  const record = { events: [] } as unknown as Disclosed['record']
  const [part] = moderation({ theCase, record, names: { organisations: {}, people: {} } })
  return part && 'data' in part ? part.data : undefined
}
const LATER = '2026-06-05T09:00:00.000Z'

/** The quality of Harbour was agreed with Ben among them, moderation has closed, and Ben turns out to have an interest. */
const excluded = () => without(stepped(moderated(apart()), close), 'ben')

describe('a member excluded after the moderation has closed, before the prices are opened (requirements §4)', () => {
  test('reopens what was agreed with them, and the panel has its whole time again', () => {
    const theCase = excluded()
    expect(theCase.evaluation?.status).toBe('moderating')
    expect(theCase.evaluation).not.toHaveProperty('medians')
    const events = step(theCase, openPrices, LATER)
    expect(types(events)).toEqual(['WaitOpened'])
    const again = following(theCase, events, LATER, { step: 'a-step' })
    expect(again.life.wait).toMatchObject({ name: 'moderation', since: LATER })
    expect(verdict(again, LATER)).toBe('waiting')
    // The step that comes again does nothing more.
    expect(step(again, openPrices, LATER)).toEqual([])
  })

  test('is agreed anew by who is left, and only then are the prices opened', () => {
    const theCase = excluded()
    const there = ['ada', 'cat', 'dan', 'eve', 'fay', 'guy']
    const anew = met(theCase, { present: there })
    const agreed = following(anew, doing(anew, moderate({ present: there, score: 2 })), START)
    expect(verdict(agreed, START)).toBe('waiting')
    expect(verdict(concluded(agreed), START)).toBe('answered')
    expect(step(agreed, openPrices)).toEqual([])
    const closed = stepped(agreed, close)
    expect(closed.evaluation).toMatchObject({ status: 'moderated', medians: [] })
    const priced = stepped(closed, openPrices)
    expect(priced.evaluation?.status).toBe('priced')
    const ranking = viewRanking(stepped(priced, { type: 'RankTenders', attempt: 6 }))
    const quality = ranking.ranking.find(({ organisationId }) => organisationId === 'harbour')?.criteria[0]
    expect(quality).toMatchObject({ criterionId: 'quality', score: '2', basis: 'moderated' })
    expect(ranking.excludedBefore).toEqual({ members: 1, setAside: [] })
  })

  test('who took part in agreeing nothing reopens nothing: it closes again, with the medians of those who are left', () => {
    const theCase = without(stepped(concluded(moderated(apart())), close), 'guy')
    expect(theCase.evaluation?.status).toBe('moderating')
    expect(verdict(theCase, START)).toBe('answered')
    expect(stepped(theCase, close).evaluation?.status).toBe('moderated')
  })
})

describe('a member excluded once the prices are open, before the ranking (requirements §4)', () => {
  const excludedThen = (): Case =>
    stepped(without(stepped(stepped(moderated(apart()), close), openPrices), 'ben'), {
      type: 'RankTenders',
      attempt: 6,
    })

  test('reopens nothing: the median of the others stands, and the ranking says so', () => {
    const theCase = excludedThen()
    const { ranking, excludedBefore } = viewRanking(theCase)
    const quality = ranking.find(({ organisationId }) => organisationId === 'harbour')?.criteria[0]
    expect(quality).toMatchObject({ criterionId: 'quality', basis: 'median' })
    expect(excludedBefore).toEqual({
      members: 1,
      setAside: [{ organisationId: 'harbour', criterionId: 'quality' }],
    })
    expect(refusedWith(() => doing(theCase, moderate()))).toBe('TooLate')
  })

  test('the pack has the median that counts beside the one that was recorded, of whose scores each is, and who lies between', () => {
    const priced = stepped(stepped(stepped(apart(), close, DUE_TO_MODERATE), openPrices), {
      type: 'RankTenders',
      attempt: 6,
    })
    expect(packedModeration(priced)).not.toHaveProperty('mediansAtClose')
    const ranked = stepped(without(stepped(stepped(apart(), close, DUE_TO_MODERATE), openPrices), 'guy'), {
      type: 'RankTenders',
      attempt: 6,
    })
    const quality = { organisationId: 'harbour', criterionId: 'quality' }
    const median = viewRanking(ranked).ranking.find(({ organisationId }) => organisationId === 'harbour')?.criteria[0]
    const others = members.filter((member) => member !== 'guy')
    expect(packedModeration(ranked)).toMatchObject({
      medians: { of: others, values: [{ ...quality, median: median?.score }] },
      mediansAtClose: { of: members, values: [quality] },
      excludedSince: [{ person: 'guy', reason: expect.stringContaining('') }],
      toModerate: [
        { given: { guy: expect.any(Number) }, counting: expect.not.objectContaining({ guy: expect.anything() }) },
      ],
    })
  })
})
