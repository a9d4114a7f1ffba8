import type { FormEvent } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

const { ask } = words

/** The bidder's one chance: it is asked for the document that is missing. */
export function AskForm({ caseId, id }: { caseId: string; id: number }) {
  const [document, setDocument, forget] = useKept(`${caseId}:ask-for-missing-document:${id}`, '')
  const send = useCommand(caseId, 'ask-for-missing-document', forget)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate({ id, document })
  }
  const fieldId = `ask-${id}`
  return (
    <form onSubmit={submit} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={send.error} field={() => fieldId} />
      <WordsField id={fieldId} label={ask.label} hint={ask.hint} value={document} onChange={setDocument} />
      <ActionButton submit kind="secondary" busy={send.isPending}>
        {send.isPending ? words.recording : ask.confirm}
      </ActionButton>
    </form>
  )
}
