import { describe, expect, test } from 'vitest'
import { layOut } from '../../../../web/features/workflow-picture/layout.ts'
import { leaves, pictureOf } from '../../../../workflows/pictures/picture.ts'
import { readWorkflowFiles } from '../../../../workflows/pictures/read.ts'

describe.each(Object.entries(readWorkflowFiles()))('the drawing of %s', (_, asl) => {
  const picture = pictureOf(asl)
  const drawing = layOut(picture)

  test('has every state, one under the other', () => {
    expect(drawing.boxes.map(({ state }) => state.name).sort()).toEqual(picture.states.map(({ name }) => name).sort())
    for (const [index, box] of drawing.boxes.entries()) {
      const above = drawing.boxes[index - 1]
      if (above) expect(box.y).toBeGreaterThan(above.y + above.height)
    }
  })

  test('has a line for every transition but those that only leave', () => {
    const drawn = new Set(drawing.lines.flatMap(({ transitions }) => transitions))
    expect(drawn).toEqual(new Set(picture.transitions.filter((way) => !leaves(way))))
  })

  test('stays within its edges, and fits a phone', () => {
    const points = drawing.lines.flatMap(({ d }) => [...d.matchAll(/H(-?[\d.]+)/g)].map(([, x]) => Number(x)))
    for (const x of points) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(drawing.width)
    }
    expect(drawing.width).toBeLessThan(480)
  })

  test('cuts no words', () => {
    for (const { state, lines } of drawing.boxes) expect(lines.join(' ')).toBe(state.name)
  })
})
