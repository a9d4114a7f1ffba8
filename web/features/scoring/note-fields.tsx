import { More } from '../../nhs/more.tsx'
import type { Autosave } from '../autosave/autosave.ts'
import { Clash } from '../autosave/clash.tsx'
import { useEntry } from '../autosave/use-paper.ts'
import { CharactersLeft } from './characters-left.tsx'
import type { NoteEntry } from './use-papers.ts'
import { words } from './words.ts'

/** A member's own note on one criterion, and the page that it is about. It stays when the scores are submitted. */
export function NoteFields({
  criterionId,
  title,
  paper,
}: {
  criterionId: string
  title: string
  paper: Autosave<NoteEntry>
}) {
  const { entry = { text: '' }, clash } = useEntry(paper, criterionId)
  const [noteId, pageId] = [`note-${criterionId}`, `page-${criterionId}`]
  const told = ({ page, text }: NoteEntry = { text: '' }) => [page, text].filter(Boolean).join(': ')
  return (
    <>
      {clash && (
        <Clash
          here={told(entry)}
          elsewhere={told(clash.theirs)}
          onChoose={(which) => paper.choose(criterionId, which)}
        />
      )}
      <More title={entry.text || entry.page ? `${words.notes} ✓` : words.notes}>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor={noteId}>
            {words.notes}
            <span className="nhsuk-u-visually-hidden">: {title}</span>
          </label>
          <div className="nhsuk-hint" id={`${noteId}-hint`}>
            {words.notesHint}
          </div>
          <textarea
            className="nhsuk-textarea"
            id={noteId}
            rows={3}
            aria-describedby={`${noteId}-hint ${noteId}-left`}
            value={entry.text}
            onChange={(event) => paper.edit(criterionId, { ...entry, text: event.currentTarget.value })}
          />
          <CharactersLeft id={`${noteId}-left`} of={entry.text} most={4_000} />
        </div>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor={pageId}>
            {words.page}
            <span className="nhsuk-u-visually-hidden">: {title}</span>
          </label>
          <input
            className="nhsuk-input nhsuk-input--width-5"
            id={pageId}
            aria-describedby={`${pageId}-left`}
            value={entry.page ?? ''}
            onChange={(event) => paper.edit(criterionId, { ...entry, page: event.currentTarget.value })}
          />
          <CharactersLeft id={`${pageId}-left`} of={entry.page} most={40} />
        </div>
      </More>
    </>
  )
}
