import { useState } from 'react'
import { useKept } from '../../kept.ts'
import { WordsField } from '../../nhs/fields.tsx'
import { Success } from '../../nhs/success.tsx'
import { fieldOf } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { AttachField } from '../documents/attach-field.tsx'
import type { Upload } from '../documents/send-in-parts.ts'
import { useSending } from '../documents/use-sending.ts'
import { words } from './words.ts'

const said = words.provider

/** A provider asks. What was typed survives a sign-in. */
export function AskForm({ caseId }: { caseId: string }) {
  const [text, setText, forget] = useKept(`${caseId}:ask`, '')
  const [sent, setSent] = useState(false)
  const [uploads, setUploads] = useState<Upload[]>([])
  const ask = useCommand(caseId, 'ask-question', () => {
    forget()
    setUploads([])
    setSent(true)
  })
  const send = useSending(`/api/cases/${caseId}/clarification-parts`)
  const submit = () => {
    setSent(false)
    send.mutate({
      uploads,
      command: (documents) => ask.mutateAsync({ text: text.trim(), ...(documents.length > 0 && { documents }) }),
    })
  }
  return (
    <CheckedForm
      command={send}
      faults={text.trim() === '' ? [{ fieldId: 'text', detail: said.missing }] : []}
      field={(pointer) => (pointer.startsWith('/documents') ? 'ask-documents' : fieldOf(pointer))}
      send={submit}
      confirm={said.send}
    >
      {sent && <Success title={said.ask} heading={said.sent} />}
      <WordsField id="text" label={said.label} hint={said.askHint} value={text} onChange={setText} />
      <AttachField
        id="ask-documents"
        label={said.documents}
        most={3}
        uploads={uploads}
        onChange={setUploads}
        sending={send.sending}
      />
      <p>{said.documentsHint}</p>
    </CheckedForm>
  )
}
