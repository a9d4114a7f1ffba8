import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Success } from '../../nhs/success.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

const said = words.provider

/** A provider asks. What was typed survives a sign-in. */
export function AskForm({ caseId }: { caseId: string }) {
  const [text, setText, forget] = useKept(`${caseId}:ask`, '')
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(false)
  const send = useCommand(caseId, 'ask-question', () => {
    forget()
    setTried(false)
    setSent(true)
  })
  const missing = tried && text.trim() === '' ? said.missing : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setSent(false)
    if (text.trim() !== '' && !send.isPending) send.mutate({ text: text.trim() })
  }
  return (
    <form onSubmit={submit} noValidate className="nhsuk-u-reading-width">
      {sent && <Success title={said.ask} heading={said.sent} />}
      {missing && <ProblemSummary {...said.problem} faults={[{ fieldId: 'text', detail: missing }]} />}
      <CommandProblem error={send.error} />
      <WordsField id="text" label={said.label} hint={said.askHint} fault={missing} value={text} onChange={setText} />
      <ActionButton submit busy={send.isPending}>
        {send.isPending ? said.sending : said.send}
      </ActionButton>
    </form>
  )
}
