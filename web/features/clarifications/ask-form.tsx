import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Success } from '../../nhs/success.tsx'
import { CommandProblem, fieldOf } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { AttachField } from '../documents/attach-field.tsx'
import type { Upload } from '../documents/send-in-parts.ts'
import { useSending } from '../documents/use-sending.ts'
import { words } from './words.ts'

const said = words.provider

/** A provider asks. What was typed survives a sign-in. */
export function AskForm({ caseId }: { caseId: string }) {
  const [text, setText, forget] = useKept(`${caseId}:ask`, '')
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(false)
  const [uploads, setUploads] = useState<Upload[]>([])
  const ask = useCommand(caseId, 'ask-question', () => {
    forget()
    setUploads([])
    setTried(false)
    setSent(true)
  })
  const send = useSending(`/api/cases/${caseId}/clarification-parts`)
  const missing = tried && text.trim() === '' ? said.missing : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setSent(false)
    if (text.trim() === '' || send.isPending) return
    send.mutate({
      uploads,
      command: (documents) => ask.mutateAsync({ text: text.trim(), ...(documents.length > 0 && { documents }) }),
    })
  }
  return (
    <form onSubmit={submit} noValidate className="nhsuk-u-reading-width">
      {sent && <Success title={said.ask} heading={said.sent} />}
      {missing && <ProblemSummary {...said.problem} faults={[{ fieldId: 'text', detail: missing }]} />}
      <CommandProblem
        error={send.error}
        field={(pointer) => (pointer.startsWith('/documents') ? 'ask-documents' : fieldOf(pointer))}
      />
      <WordsField id="text" label={said.label} hint={said.askHint} fault={missing} value={text} onChange={setText} />
      <AttachField
        id="ask-documents"
        label={said.documents}
        most={3}
        uploads={uploads}
        onChange={setUploads}
        sending={send.sending}
      />
      <p>{said.documentsHint}</p>
      <ActionButton submit busy={send.isPending}>
        {send.isPending ? said.sending : said.send}
      </ActionButton>
    </form>
  )
}
