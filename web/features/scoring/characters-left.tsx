import { words } from './words.ts'

/** Said when little is left of what fits, and by how much it is too long; nothing is ever cut. */
export function CharactersLeft({ id, of = '', most }: { id: string; of: string | undefined; most: number }) {
  const left = most - of.length
  return (
    <div id={id} role="status">
      {left < most / 10 && (
        <p className={left < 0 ? 'nhsuk-error-message' : 'nhsuk-hint'}>
          {left < 0 ? words.tooMany(-left) : words.left(left)}
        </p>
      )}
    </div>
  )
}
