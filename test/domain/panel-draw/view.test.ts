import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { changesAsPeopleSay } from '../../../domain/panel-draw/changes-in-words.ts'
import { ownChance, published } from '../../../domain/panel-draw/view.ts'
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

  test('that they can be on no panel is told to them, and to everybody, in words', async () => {
    const draw = lastDraw(await committedTo())
    const [ann] = ownChance(draw, 'ann')
    const why = 'no panel with them fulfils everything; it would take at least 3 → 2 with profession “gp”'
    const never = { ...draw, terms: { ...draw.terms, never: [{ row: ann?.row ?? -1, why }] } }
    expect(ownChance(never, 'ann')[0]?.because).toBe(
      'You cannot be on any panel: no panel with you fulfils everything; it would take at least 2 GPs instead of 3.',
    )
    const everybody = 'no panel with them fulfils everything; it would take at least 2 GPs instead of 3'
    expect(published(never).never).toEqual([{ row: ann?.row, why: everybody }])
    expect(
      changesAsPeopleSay(
        'a panel of 7 → 4 and at most 3 → 4 with experience “recent” and at least 1 → 0 with skill in ear and throat “yes”',
      ),
    ).toBe(
      'a panel of 4 instead of 7 and at most 4 members of a panel in the last 12 months instead of 3 and at least 0 with skill in ear and throat instead of 1',
    )
  })
})
