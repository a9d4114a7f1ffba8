import { when } from '../../time.ts'
import { WordDifferences } from '../specification/word-differences.tsx'
import type { NoticeView } from './use-notice.ts'
import { words } from './words.ts'

/** Every change since the publication, the last first, with its reason and the words that differ. */
export function Changes({ changes }: Pick<NoticeView, 'changes'>) {
  const said = words.provider
  if (changes.length === 0) return null
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{said.changes}</h2>
      {changes.toReversed().map(({ version, at, reason, differences }) => (
        <section key={version} aria-labelledby={`change-${version}`}>
          <h3 id={`change-${version}`}>{said.change(version, when(at))}</h3>
          <p>
            {said.why}: {reason}
          </p>
          <WordDifferences differences={differences} level={4} />
        </section>
      ))}
    </section>
  )
}
