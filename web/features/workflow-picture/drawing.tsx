import { useId } from 'react'
import { BOX_PADDING, BOX_WIDTH, type Box, type Drawing, LINE_HEIGHT } from './layout.ts'
import type { PathTaken } from './path-taken.ts'
import { words } from './words.ts'

interface WorkflowDrawingProps {
  drawing: Drawing
  path: PathTaken
  title: string
}

/** The drawing itself: for the eye; the list beside it says the same in words. */
export function WorkflowDrawing({ drawing, path, title }: WorkflowDrawingProps) {
  const { width, height, boxes } = drawing
  const id = useId()
  const taken = drawing.lines.filter(({ transitions }) => transitions.some((way) => path.transitions.has(way)))
  const others = drawing.lines.filter((line) => !taken.includes(line))
  return (
    <svg
      className="picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title`}
    >
      <title id={`${id}-title`}>{`${title} ${words.here}: ${path.present ?? '–'}.`}</title>
      <defs>
        {['idle', 'taken'].map((kind) => (
          <marker
            key={kind}
            id={`${id}-${kind}`}
            className={`picture__tip picture__tip--${kind}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0L10 5L0 10z" />
          </marker>
        ))}
      </defs>
      {/* What was taken lies above what was not. */}
      {[...others, ...taken].map((line) => {
        const kind = taken.includes(line) ? 'taken' : 'idle'
        return (
          <g key={line.d}>
            <path className={`picture__line picture__line--${kind}`} d={line.d} markerEnd={`url(#${id}-${kind})`} />
            {line.label && (
              <text className="picture__label" x={line.label.x} y={line.label.y}>
                {line.label.text}
              </text>
            )}
          </g>
        )
      })}
      {boxes.map((box) => (
        <StateBox key={box.state.name} box={box} left={drawing.left} path={path} />
      ))}
    </svg>
  )
}

function StateBox({ box, left, path }: { box: Box; left: number; path: PathTaken }) {
  const { state, lines, y, height } = box
  const here = state.name === path.present
  const done = !here && path.states.has(state.name)
  const standing = here ? 'here' : done ? 'done' : 'idle'
  const round = state.kind === 'choice' || state.kind === 'end'
  return (
    <g className={`picture__state picture__state--${standing} picture__state--${state.kind}`}>
      <rect x={left} y={y} width={BOX_WIDTH} height={height} rx={round ? height / 2 : 4} />
      <text x={left + BOX_WIDTH / 2} textAnchor="middle">
        {lines.map((line, index) => (
          <tspan key={line} x={left + BOX_WIDTH / 2} y={y + BOX_PADDING + (index + 0.75) * LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
      </text>
      {standing !== 'idle' && (
        <text className="picture__mark" x={left + BOX_WIDTH - 12} y={y + height / 2 + 5} textAnchor="end">
          {here ? words.here : '✓'}
        </text>
      )}
    </g>
  )
}
