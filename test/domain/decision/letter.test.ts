import { describe, expect, test } from 'vitest'
import { withinLength } from '../../../domain/decision/letter.ts'
import { letterPaper } from '../../../domain/decision/letter-paper.ts'
import { members, START } from '../case-in.ts'
import { announced } from './ranked.ts'

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
    ])
    expect(JSON.stringify(paperTo('meadow'))).toContain('SI 2023/1348')
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
