import { ActionButton } from '../../nhs/action-button.tsx'
import { FileField } from '../../nhs/file-field.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { Tick } from '../../nhs/tick.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import type { OwnTender } from './notice.ts'
import type { Draft, DraftDocument, Half } from './sealing/draft.ts'
import { chunkCount, mostOf } from './sealing/limits.ts'
import { endings, typesInWords } from './sealing/types.ts'
import type { UploadState } from './sealing/use-uploads.ts'
import { words } from './words.ts'

interface DocumentsFieldProps {
  half: Half
  label: string
  documents: DraftDocument[]
  states: Record<string, UploadState>
  /** Those that a confidential document may belong to; none of a price. */
  criteria: OwnTender['criteria']
  change(to: (before: Draft) => Draft): void
  onRemove(key: string): void
}

/** The documents of one envelope: chosen, checked, sealed and uploaded while the rest is written. */
export function DocumentsField(props: DocumentsFieldProps) {
  const { half, label, documents, states, criteria, change, onRemove } = props
  const set = (to: (before: DraftDocument[]) => DraftDocument[]) =>
    change((before) => ({ ...before, documents: { ...before.documents, [half]: to(before.documents[half]) } }))
  const add = (files: File[]) => {
    const added = files.map((file) => ({ key: crypto.randomUUID(), file, confidential: false, chunks: [] }))
    set((before) => [...before, ...added])
  }
  const mark = (key: string, how: Pick<DraftDocument, 'confidential' | 'criteria'>) =>
    set((before) => before.map((one) => (one.key === key ? { ...one, ...how } : one)))
  const tryAgain = (key: string) =>
    set((before) =>
      before.map(({ fault, ...one }) => (one.key === key || fault === undefined ? one : { ...one, fault })),
    )
  return (
    <>
      <FileField
        id={`${half}-documents`}
        label={label}
        hint={words.write.documentsHint(typesInWords, mostOf[half])}
        accept={endings}
        onFiles={add}
      />
      <ul className="nhsuk-list">
        {documents.map((document) => (
          <li key={document.key} id={`document-${document.key}`} className="tender__document">
            <p>
              <strong>{document.file.name}</strong>
              {document.fault === undefined && ` (${words.document.size(document.file.size)})`}
              <br />
              <span role="status">
                <Progress document={document} state={states[document.key]} />
              </span>
            </p>
            {/* What cannot be taken is removed, or chosen again: nothing is to be said of it. */}
            {(document.fault === undefined || document.checked) && (
              <Tick
                id={`confidential-${document.key}`}
                checked={document.confidential}
                onChange={(confidential) => mark(document.key, { confidential })}
              >
                {words.document.confidential(document.file.name)}
              </Tick>
            )}
            {document.confidential && (
              <Ticks
                id={`belongs-${document.key}`}
                label={words.document.belongs(document.file.name)}
                choices={criteria.map(({ id, title }) => ({ value: id, name: title }))}
                value={document.criteria ?? []}
                onChange={(those) => mark(document.key, { confidential: true, criteria: those })}
              />
            )}
            {document.fault !== undefined && document.checked && (
              <ActionButton small onClick={() => tryAgain(document.key)}>
                {words.document.again(document.file.name)}
              </ActionButton>
            )}
            <ActionButton
              kind="secondary"
              small
              onClick={() => {
                onRemove(document.key)
                set((before) => before.filter(({ key }) => key !== document.key))
              }}
            >
              {words.document.remove(document.file.name)}
            </ActionButton>
          </li>
        ))}
      </ul>
    </>
  )
}

function Progress({ document, state }: { document: DraftDocument; state: UploadState | undefined }) {
  const { fault, seal, chunks, file } = document
  const of = chunkCount(file)
  if (fault !== undefined) return <Mark tone="late">{fault}</Mark>
  if (!seal) return words.document.checking
  if (chunks.length === of) return <Mark tone="good">{words.document.uploaded}</Mark>
  if (state && state !== 'uploading') return <Mark tone="soon">{words.document.held[state](chunks.length, of)}</Mark>
  return words.document.uploading(chunks.length, of)
}
