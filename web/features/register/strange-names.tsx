import type { Register } from '../../../functions/api/answers/register.ts'
import { words } from './words.ts'

/** Names in declarations that no organisation goes by, with those that are like them. */
export function StrangeNames({ unknown }: { unknown: Register['unknownNames'] }) {
  return (
    <section aria-labelledby="strange">
      <h2 id="strange">{words.strange.title}</h2>
      <p className="nhsuk-u-reading-width">{unknown.length === 0 ? words.strange.none : words.strange.what}</p>
      {unknown.length > 0 && (
        <ul>
          {unknown.map(({ name, like }) => (
            <li key={name}>
              {like.length === 0
                ? words.strange.unlike(name)
                : words.strange.like(name, words.or.format(like.map((one) => one.name)))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
