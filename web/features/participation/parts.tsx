import type { Tally } from './tally.ts'
import { words } from './words.ts'

const kinds = ['nominated', 'declined', 'silent', 'asked'] as const
const WIDTH = 120

/** What each colour stands for. */
export function Legend() {
  return (
    <ul className="nhsuk-list participation-legend" aria-hidden="true">
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={`participation-sample participation-${kind}`} />
          {words.columns[kind]}
        </li>
      ))}
    </ul>
  )
}

/** A practice's answers as parts of one bar, which is as long as the practice that was invited most often has it. */
export function Parts({ tally, most }: { tally: Tally; most: number }) {
  const part = WIDTH / Math.max(1, most)
  const before = (index: number) => kinds.slice(0, index).reduce((sum, kind) => sum + tally[kind], 0)
  return (
    <svg className="participation-parts" viewBox={`0 0 ${WIDTH} 16`} preserveAspectRatio="none" aria-hidden="true">
      {kinds.map((kind, index) => (
        <rect
          key={kind}
          className={`participation-${kind}`}
          x={before(index) * part}
          width={tally[kind] * part}
          height="16"
        />
      ))}
    </svg>
  )
}
