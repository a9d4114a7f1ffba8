import { ActionButton } from '../../nhs/action-button.tsx'
import { FileField } from '../../nhs/file-field.tsx'
import { endings, typesInWords } from '../tender/sealing/types.ts'
import { uploadOf } from './check-and-send.ts'
import type { Upload } from './send-in-parts.ts'
import { words } from './words.ts'

interface AttachFieldProps {
  id: string
  label?: string
  most: number
  uploads: Upload[]
  onChange(uploads: Upload[]): void
  /** Which is being sent, and how much of it has arrived, in per cent. */
  sending?: { name: string; sent: number } | undefined
}

/** Documents that go with what is written; they are sent when it is. */
export function AttachField({ id, label = words.label, most, uploads, onChange, sending }: AttachFieldProps) {
  return (
    <>
      <FileField
        id={id}
        label={label}
        hint={words.hint(typesInWords, most)}
        accept={endings}
        onFiles={(files) => onChange([...uploads, ...files.map(uploadOf)])}
      />
      {uploads.length > most && <p role="alert">{words.tooMany(most)}</p>}
      <ul>
        {uploads.map(({ file, documentId }) => (
          <li key={documentId}>
            {file.name}{' '}
            <ActionButton
              kind="secondary"
              small
              onClick={() => onChange(uploads.filter((one) => one.documentId !== documentId))}
            >
              {words.remove}
            </ActionButton>
          </li>
        ))}
      </ul>
      {uploads.length > 0 && !sending && <p className="nhsuk-hint">{words.notSent}</p>}
      {sending && <p role="status">{words.sending(sending.name, sending.sent)}</p>}
    </>
  )
}
