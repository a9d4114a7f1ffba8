import { type FormEvent, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useSend } from './use-send.ts'
import { words } from './words.ts'

const { ask } = words

/** The bidder's one chance: it is asked for the document that is missing. */
export function AskForm({ caseId, id }: { caseId: string; id: number }) {
  const [document, setDocument] = useState('')
  const send = useSend(caseId, 'ask-for-missing-document')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate({ id, document })
  }
  const fieldId = `ask-${id}`
  return (
    <form onSubmit={submit} noValidate className="nhsuk-u-reading-width">
      {send.error && (
        <ProblemSummary
          {...problemOf(send.error)}
          faults={(send.error.faults ?? []).map(({ detail }) => ({ detail, fieldId }))}
        />
      )}
      <WordsField id={fieldId} label={ask.label} hint={ask.hint} value={document} onChange={setDocument} />
      <ActionButton submit kind="secondary" busy={send.isPending}>
        {send.isPending ? words.recording : ask.confirm}
      </ActionButton>
    </form>
  )
}
