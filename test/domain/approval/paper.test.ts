import { describe, expect, test } from 'vitest'
import { approvalPaper } from '../../../domain/approval/paper.ts'
import type { Case } from '../../../domain/case/case.ts'
import { caseIn, START } from '../case-in.ts'
import { allFor, ranked, stepped, voted } from '../decision/ranked.ts'
import { following, refusedWith } from '../story.ts'

const names = (id: string) => `The ${id}`
const text = (theCase: Case) => JSON.stringify(approvalPaper(theCase, names).paper.blocks)

const recommended = () => stepped(voted(stepped(ranked(), 'OpenAwardVote'), allFor('award')), 'CountAwardVote')

describe('what the approver decides on, in one paper before the decision (requirements §2, §7)', () => {
  test('is the recommendation with its reasons, the ranking with every term, and how robust it is', () => {
    const theCase = recommended()
    expect(theCase.decision?.status).toBe('recommended')
    const said = text(theCase)
    for (const part of [
      'recommends to award the contract to The harbour',
      'ada says award',
      'Places and totals',
      'Scores of The meadow',
      'Not ranked: The ridge',
      'How robust the result is',
      'Conflicts of interest',
      'The proposal',
    ])
      expect(said).toContain(part)
    // Where the record stood, so that it can be held to it.
    expect(approvalPaper(theCase, names).paper.head).toEqual({ hash: theCase.head.hash })
  })

  test('is the business case until then: the proposal, what the panel found, the specification with its criteria', () => {
    const version = {
      ...{ number: 1, by: 'ada', reason: 'First.', at: START },
      content: {
        sections: { purpose: 'People wait nine months.' },
        criteria: [
          {
            ...{ id: 'quality', title: 'Quality of care', question: 'How?', guidance: '', weight: '70', minimum: 2 },
            ...{ scale: ['0', '1', '2', '3', '4', '5'], serves: 'quality' },
          },
        ],
        priceShare: '30',
        priceFormula: { kind: 'lowest-over-price' },
      },
    }
    const before = caseIn('specification')
    expect(refusedWith(() => approvalPaper(before, names))).toBe('TooEarly')
    const put = following(before, [{ type: 'BusinessCasePut', data: { round: 1, version: 1 } }], START)
    const said = text({ ...put, versions: { 1: version } } as unknown as Case)
    for (const part of [
      'version 1 of the specification',

      'People wait nine months.',
      'Quality of care',
      '"30"',
    ])
      expect(said).toContain(part)
  })
})
