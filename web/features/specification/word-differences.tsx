import type { Difference } from '../../../domain/specification/changes.ts'
import { words } from './words.ts'

/** Every part that differs, with the words that went and came; a screen reader hears which is which. */
export function WordDifferences({ differences, level = 2 }: { differences: readonly Difference[]; level?: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const
  const said = words.changes
  if (differences.length === 0) return <p>{said.nothing}</p>
  return (
    <>
      <p>{said.key}</p>
      {differences.map(({ path, what, parts }) => (
        <section key={path.join('/')} aria-label={what}>
          <Heading className="nhsuk-heading-s">{what}</Heading>
          <p className="differences__text nhsuk-u-reading-width">
            {parts.map(({ kind, text }, index) => {
              const key = `${index} ${kind}`
              if (kind === 'same') return <span key={key}>{shortened(text, index, parts.length)}</span>
              const Changed = kind === 'added' ? 'ins' : 'del'
              return (
                <Changed key={key}>
                  <span className="nhsuk-u-visually-hidden">{kind === 'added' ? said.added : said.removed} </span>
                  {text}
                </Changed>
              )
            })}
          </p>
        </section>
      ))}
    </>
  )
}

/** Words on each side of a change that are shown of a long text which stayed. */
const KEPT = 160

function shortened(text: string, index: number, count: number): string {
  const [head, tail] = [index === 0 ? '' : text.slice(0, KEPT), index === count - 1 ? '' : text.slice(-KEPT)]
  return text.length <= head.length + tail.length + 3 ? text : `${head} … ${tail}`
}
