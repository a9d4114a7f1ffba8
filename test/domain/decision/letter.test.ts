import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { withinLength } from '../../../domain/decision/letter.ts'
import { letterPaper } from '../../../domain/decision/letter-paper.ts'
import { members, START } from '../case-in.ts'
import { apart, concluded, moderate, moderated } from '../evaluation/moderated.ts'
import { price } from '../evaluation/price.ts'
import { doing, stepped as evaluated, given, opened, scoredByAll, scoring, tendered } from '../evaluation/scored.ts'
import { following } from '../story.ts'
import { announced, confirmed, ranked, stepped } from './ranked.ts'

describe('a letter of a large panel', () => {
  test('holds as many reasons as an item of the table does, and says how many more there are', () => {
    const reasons = Array.from({ length: 30 }, (_, index) => `${index} ${'ä'.repeat(1_000)}`)
    expect(withinLength(reasons, 100_000)).toEqual(reasons)
    const cut = withinLength(reasons, 20_000)
    expect(cut.slice(0, -1)).toEqual(reasons.slice(0, 9))
    expect(cut.at(-1)).toBe('21 more reasons are on the record: ask the programme manager for them.')
  })
})

describe('a letter in words (requirements §7)', () => {
  const theCase = announced()
  const { decision, letters = {}, proposal } = theCase
  const standstill = decision?.status === 'standstill' ? decision.standstill : undefined
  const paperTo = (bidder: string) => {
    const letter = letters[`1#${bidder}`]
    if (!letter) throw new Error(`There is no letter to ${bidder}.`)
    return letterPaper(letter, { title: proposal.form.title, announcedAt: START, ...(standstill && { standstill }) })
  }
  const headings = (bidder: string) =>
    paperTo(bidder).blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []))

  test('tells the loser its marks, the winner’s, what would have scored more, and until when it can object', () => {
    expect(headings('meadow')).toEqual([
      'The outcome',
      'Your scores',
      'The scores of the successful tender, from harbour',
      'What would have scored more',
      'Until the contract is awarded',
      'If you have a question',
    ])
    expect(JSON.stringify(paperTo('meadow'))).toContain('SI 2023/1348')
    expect(JSON.stringify(paperTo('meadow'))).toContain('Mean of the members’ scores')
  })

  test('tells the winner its own, and a tender that did not comply why', () => {
    expect(headings('harbour')).not.toContain('The scores of the successful tender, from harbour')
    expect(headings('ridge')).toContain('Why your tender was not ranked')
  })

  test('names no member of the panel', () => {
    for (const bidder of ['harbour', 'meadow', 'ridge']) {
      const said = JSON.stringify(paperTo(bidder).blocks.filter(({ kind }) => kind !== 'list'))
      for (const member of members) expect(said).not.toContain(`"${member}"`)
    }
  })
})

describe('a letter says why the successful tender was (Procurement Act, s. 50; SI 2024/692, reg. 31; SI 2023/1348, reg. 11)', () => {
  const words = (theCase: Case) => {
    const letter = theCase.letters?.['1#meadow']
    if (!letter) throw new Error('There is a letter.')
    return JSON.stringify(letterPaper(letter, { title: 'Counselling', announcedAt: START }))
  }
  const under = (standstill: 'psr' | 'pa2023') => ranked({ decision: { standstill } })

  test.each(['psr', 'pa2023'] as const)('it gives the reasons for its scores, and who said so to nobody: %s', (law) => {
    const said = words(announced(START, confirmed('award', under(law))))
    expect(said).toContain('Why it scored so: Quality and innovation')
    expect(said).toContain('Quality is 5')
    expect(said.slice(said.indexOf('Why it scored so'))).not.toMatch(/\b(ada|ben|cat|dan|eve|fay|guy)\b/)
  })

  test('but for what its bidder marked as confidential', () => {
    const theCase = under('pa2023')
    const opening = theCase.tender?.status === 'opened' ? theCase.tender.tenders['harbour']?.opening : undefined
    if (opening?.outcome !== 'opened') throw new Error('Harbour’s tender was opened.')
    opening.confidential = ['quality']
    const said = words(announced(START, confirmed('award', theCase)))
    expect(said).not.toContain('Quality is 5')
    expect(said).toContain('marked its answer, or a document that belongs to it, as confidential')
    expect(said).toContain('Access is 4')
  })

  test.each([
    ['with the answers that a confidential document belongs to', { criteria: ['quality'] }, ['Access is 4']],
    ['with every answer where it is not known to which', {}, []],
    ['not for a document that nobody marked', { confidential: false }, ['Quality is 5', 'Access is 4']],
    ['nor for one that could not be read', { outcome: 'failed', reason: 'Cut.' }, ['Quality is 5', 'Access is 4']],
  ])('%s', (_, how, left) => {
    const theCase = under('pa2023')
    const opening = theCase.tender?.status === 'opened' ? theCase.tender.tenders['harbour']?.opening : undefined
    if (opening?.outcome !== 'opened') throw new Error('Harbour’s tender was opened.')
    opening.documents = [{ id: 'ab', name: 'Rotas.pdf', outcome: 'opened', confidential: true, ...how } as never]
    const said = words(announced(START, confirmed('award', theCase)))
    expect(['Quality is 5', 'Access is 4'].filter((one) => said.includes(one))).toEqual(left)
  })

  test('says of how many points each is, and that what it shows is rounded', () => {
    const said = words(announced(START, confirmed()))
    expect(said).toContain('["Quality","43.14 of 70 points"],["Price","£2,000.00, 30.00 of 30 points"]')
    expect(said).toContain('two decimal places')
  })

  test('says which case it is, when was decided, and whom to ask', () => {
    const letter = announced(START, confirmed()).letters?.['1#meadow']
    expect(letter?.reference).toEqual({ caseId: 'case-1', decidedAt: START, confirmedAt: START })
  })
})

describe('a letter about a score that the panel agreed', () => {
  /** Quality of Harbour was agreed as 4 by a slip, and corrected to 2: Meadow comes first. */
  function told(bidder: string) {
    const recorded = moderated(apart())
    const correction = 'The chair took the row above.'
    const corrected = following(
      recorded,
      doing(recorded, moderate({ score: 2, reason: 'No evidence.', correction })),
      START,
    )
    const theCase = evaluated(concluded(corrected), { type: 'CloseModeration', attempt: 6 })
    const prices = { harbour: price(300_000), meadow: price(300_000) }
    const placed = evaluated(evaluated(theCase, { type: 'OpenPrices', attempt: 6, prices }), {
      type: 'RankTenders',
      attempt: 6,
    })
    const deciding = following(placed, [{ type: 'StageEntered', data: { stage: 'decision', attempt: 7 } }], START)
    const letter = stepped(confirmed('award', deciding), 'WriteLetters').letters?.[`1#${bidder}`]
    if (!letter) throw new Error('There is a letter.')
    return letterPaper(letter, { title: 'So', announcedAt: START }).blocks
  }

  test('says what it was before it was corrected and why, apart from what members had written before', () => {
    const blocks = told('harbour')
    const from = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith('Reasons: Quality'))
    expect(blocks.slice(from + 1, from + 5)).toMatchObject([
      { text: expect.stringContaining('The score that it agreed counts') },
      {
        items: [
          'Agreed: 2. No evidence. Why it was corrected: The chair took the row above. Recorded before: 3. The pilot is small.',
        ],
      },
      { text: expect.stringContaining('when each scored alone') },
      { items: expect.arrayContaining(['Quality is 1', 'Quality is 4']) },
    ])
  })
})

describe('a letter about a tender whose total is that of the successful one', () => {
  const told = (quality: number, access: number) => {
    const scored = scoredByAll(scoring(tendered({ harbour: opened(), meadow: opened() })), members, (_, tender) =>
      tender === 'harbour' ? given(4, 4) : given(quality, access),
    )
    const closed = (['CloseScoring', 'CloseModeration'] as const).reduce(
      (before, type) => evaluated(before, { type, attempt: 6 }),
      scored,
    )
    const prices = { harbour: price(300_000), meadow: price(300_000) }
    const placed = evaluated(evaluated(closed, { type: 'OpenPrices', attempt: 6, prices }), {
      type: 'RankTenders',
      attempt: 6,
    })
    const deciding = following(placed, [{ type: 'StageEntered', data: { stage: 'decision', attempt: 7 } }], START)
    const { letters = {} } = stepped(confirmed('award', deciding), 'WriteLetters')
    const [lost] = Object.values(letters).filter(({ outcome }) => outcome === 'awarded to another')
    return lost && { tie: lost.tie, paper: JSON.stringify(letterPaper(lost, { title: 'So', announcedAt: START })) }
  }

  test('says by which rule it came second, and of a lot how it was drawn', () => {
    expect(told(4, 4)).toMatchObject({
      tie: 'lot',
      paper: expect.stringContaining('so a lot decided. It was drawn from'),
    })
    expect(told(3, 3)?.tie).toBeUndefined()
  })
})
