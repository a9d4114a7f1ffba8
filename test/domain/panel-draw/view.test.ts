import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { ownChance } from '../../../domain/panel-draw/view.ts'
import { committedTo, lastDraw } from './drawing.ts'

describe('what a nominee sees of their chance', () => {
  test('is the exact one, the one in the list, and why; and which entry is theirs', async () => {
    const theCase = await committedTo()
    const [ann] = ownChance(lastDraw(theCase), 'ann')
    expect(ann).toMatchObject({
      draw: 1,
      panels: 100,
      because: expect.stringContaining('shared between its 2 nominees'),
    })
    expect(Math.abs((ann?.times ?? 0) - new Fraction(ann?.chance ?? 0).mul(100).valueOf())).toBeLessThanOrEqual(1.5)
    expect(ownChance(lastDraw(theCase), 'nobody')).toEqual([])
  })
})
