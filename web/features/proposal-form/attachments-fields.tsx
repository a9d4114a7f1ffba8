import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Attachment } from '../../../domain/proposal/attachment.ts'
import { Problem } from '../../api.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { FileField } from '../../nhs/file-field.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { sendInParts, type Upload } from '../documents/send-in-parts.ts'
import { Download } from '../paper/download.tsx'
import { useSession } from '../session/session.tsx'
import { endings } from '../tender/sealing/types.ts'
import { useDraftPaper } from './paper.tsx'
import { useField } from './use-field.ts'
import { words } from './words.ts'

const said = words.attachments
const MOST = 10
const MOST_BYTES = 25_000_000

/** A document that cannot be attached, and why. */
class Unfit extends Error {}

/** Documents are looked at here first, sent part by part, looked at again there, and then belong to the draft. */
export function AttachmentsFields() {
  const { id: draftId, paper } = useDraftPaper()
  const { ask } = useSession()
  const { value } = useField('attachments')
  const attachments = Array.isArray(value) ? (value as Attachment[]) : []
  const [state, setState] = useState('')
  const going = useRef<Upload>(undefined)
  const kept = () => (paper.view().entries['attachments'] as Attachment[] | undefined) ?? []
  const attach = useMutation<void, Error, File>({
    mutationFn: async (file) => {
      if (kept().length >= MOST) throw new Unfit(said.cannot(file.name, said.tooMany(MOST)))
      if (file.size > MOST_BYTES) throw new Unfit(said.cannot(file.name, said.tooLarge))
      setState(said.checking(file.name))
      // What tells a document from its bytes is large: it comes when there is one.
      const { checkFile } = await import('../tender/sealing/check-file.ts')
      const checked = await checkFile(file)
      if ('fault' in checked) throw new Unfit(said.cannot(file.name, checked.fault))
      const id = checked.sha256.slice(0, 32)
      if (kept().some((one) => one.id === id)) throw new Unfit(said.cannot(file.name, said.there))
      if (going.current?.documentId !== id) going.current = { file, documentId: id, parts: 0 }
      await sendInParts(ask, `/api/drafts/${draftId}/attachment-parts`, going.current, (percent) =>
        setState(said.sending(file.name, percent)),
      )
      const body = { id, name: file.name.slice(0, 200), ...checked }
      const attached = await ask<Attachment>(`/api/drafts/${draftId}/attachments`, { command: { body, once: id } })
      paper.edit('attachments', [...kept(), attached])
      // What no saved draft has named would stay when it is taken away again.
      await paper.flush()
      setState(said.attached(file.name))
    },
    onError: () => setState(''),
  })
  const addAll = async (files: File[]) => {
    for (const file of files) await attach.mutateAsync(file)
  }
  return (
    <>
      {attach.error && <WhyNot error={attach.error} />}
      {attachments.length === 0 && <p>{said.none}</p>}
      <ul className="nhsuk-list">
        {attachments.map(({ id, name, bytes }) => (
          <li key={id}>
            <p className="nhsuk-u-text-break-word nhsuk-u-margin-bottom-2">
              <strong>{name}</strong> ({said.size(bytes)})
            </p>
            <div className="nhsuk-button-group">
              <Download path={`/api/drafts/${draftId}/attachment?document=${id}`} name={name} small>
                {said.save}
                <span className="nhsuk-u-visually-hidden"> {name}</span>
              </Download>
              <ActionButton
                kind="secondary"
                small
                onClick={() =>
                  paper.edit(
                    'attachments',
                    kept().filter((one) => one.id !== id),
                  )
                }
              >
                {said.remove}
                <span className="nhsuk-u-visually-hidden"> {name}</span>
              </ActionButton>
            </div>
          </li>
        ))}
      </ul>
      <FileField
        id="attachments"
        label={said.choose}
        hint={said.hint(MOST)}
        accept={endings}
        onFiles={(files) => {
          addAll(files).catch(() => {})
        }}
      />
      <p role="status">{state}</p>
    </>
  )
}

function WhyNot({ error }: { error: Error }) {
  const detail = error instanceof Unfit ? error.message : error instanceof Problem ? whyOf(error) : said.again
  return (
    <ProblemSummary
      {...words.section.faults}
      detail=""
      faults={[{ detail, fieldId: 'attachments' }]}
      title={said.choose}
    />
  )
}

const whyOf = ({ message, faults }: Problem): string => faults[0]?.detail ?? message
