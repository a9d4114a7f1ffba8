import { leaves, type Picture, type PictureState, type Transition } from '../../../workflows/pictures/picture.ts'

/** In units of the drawing, about a CSS pixel each. */
const WIDTH = 300
const LINE = 20
const PADDING = 12
const GAP = 28
const LANE = 14
const MARGIN = 6
/** Characters that fit on a line of a box. */
const FITS = 32

export interface Box {
  state: PictureState
  lines: string[]
  y: number
  height: number
}

export interface Line {
  /** All the transitions that this line stands for. */
  transitions: Transition[]
  d: string
  /** Beside a straight line: which answer leads there. */
  label?: { text: string; x: number; y: number }
}

export interface Drawing {
  width: number
  height: number
  /** Where boxes begin and how wide they are. */
  left: number
  boxes: Box[]
  lines: Line[]
}

/**
 * One box under the other in the order of the file, which is the order of the story. A step to the next box is a straight
 * line; a way that skips boxes runs down a lane on the left, a way back runs up a lane on the right, and ways to the same
 * box share a lane. So text is never cut and the drawing fits a phone (docs/decisions/, the workflow's picture).
 */
export function layOut(picture: Picture): Drawing {
  let y = MARGIN
  const boxes = inOrder(picture.states).map((state): Box => {
    const lines = wrapped(state.name)
    const box = { state, lines, y, height: lines.length * LINE + 2 * PADDING }
    y += box.height + GAP
    return box
  })
  const rank = new Map(boxes.map((box, index) => [box.state.name, index]))
  const ways = together(picture.transitions.filter((way) => !leaves(way))).flatMap((transitions): Way[] => {
    const [first] = transitions
    const from = rank.get(first?.from ?? '')
    const to = rank.get(first?.to ?? '')
    return from === undefined || to === undefined ? [] : [{ transitions, from, to }]
  })
  const down = lanes(ways.filter(({ from, to }) => to > from + 1))
  const up = lanes(ways.filter(({ from, to }) => to <= from))
  const left = MARGIN + (down.count + 1) * LANE
  const lines = ways.flatMap((way): Line[] => {
    const [start, end] = [boxes[way.from], boxes[way.to]]
    if (!start || !end) return []
    if (way.to === way.from + 1) return [straight(way, start, end, left)]
    const lane = down.laneOf(way.to)
    if (way.to > way.from) return [bent(way, start, end, left, left - (lane + 1) * LANE)]
    return [bent(way, start, end, left + WIDTH, left + WIDTH + (up.laneOf(way.to) + 1) * LANE)]
  })
  return { width: left + WIDTH + (up.count + 1) * LANE + MARGIN, height: y - GAP + MARGIN, left, boxes, lines }
}

export const BOX_WIDTH = WIDTH
export const LINE_HEIGHT = LINE
export const BOX_PADDING = PADDING

interface Way {
  transitions: Transition[]
  from: number
  to: number
}

/** What ends an execution early stands last, wherever the file has it. */
const inOrder = (states: PictureState[]): PictureState[] => [
  ...states.filter(({ kind }) => kind !== 'end'),
  ...states.filter(({ kind }) => kind === 'end'),
]

/** Transitions between the same two states are one line. */
const together = (transitions: Transition[]): Transition[][] => [
  ...Map.groupBy(transitions, ({ from, to }) => `${from}\n${to}`).values(),
]

/** Ways to the same box share a lane; lanes that overlap lie side by side, the shorter nearer to the boxes. */
function lanes(ways: Way[]): { count: number; laneOf(to: number): number } {
  const spans = [...Map.groupBy(ways, ({ to }) => to)]
    .map(([to, group]) => {
      const ends = group.flatMap(({ from }) => [from, to])
      return { to, top: Math.min(...ends), bottom: Math.max(...ends) }
    })
    .sort((a, b) => a.bottom - a.top - (b.bottom - b.top))
  const taken: { top: number; bottom: number }[][] = []
  const laneOf = new Map<number, number>()
  for (const span of spans) {
    const free = taken.findIndex((lane) => lane.every(({ top, bottom }) => span.bottom < top || span.top > bottom))
    const lane = free === -1 ? taken.length : free
    taken[lane] = [...(taken[lane] ?? []), span]
    laneOf.set(span.to, lane)
  }
  return { count: taken.length, laneOf: (to) => laneOf.get(to) ?? 0 }
}

function straight({ transitions }: Way, start: Box, end: Box, left: number): Line {
  const x = left + WIDTH / 2
  const text = transitions.map(({ label, kind }) => (kind === 'choice' ? label : undefined)).find(Boolean)
  return {
    transitions,
    d: `M${x} ${start.y + start.height}V${end.y - 2}`,
    ...(text && text.length <= 20 && { label: { text, x: x + 10, y: (start.y + start.height + end.y) / 2 + 5 } }),
  }
}

/** Out of the side of one box, along the lane, into the side of the other; entering a little above where others leave. */
function bent({ transitions }: Way, start: Box, end: Box, side: number, lane: number): Line {
  const out = start.y + start.height / 2 + 6
  const into = end.y + end.height / 2 - 6
  const tip = lane < side ? side - 2 : side + 2
  return { transitions, d: `M${side} ${out}H${lane}V${into}H${tip}` }
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= FITS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
