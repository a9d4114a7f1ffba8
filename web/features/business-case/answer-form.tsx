import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { RadiosField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

const choices = (Object.keys(words.choices) as (keyof typeof words.choices)[]).map((value) => ({
  value,
  ...words.choices[value],
}))

/** The approver's answer, with reasons. What was typed survives a sign-in. */
export function AnswerForm({ caseId, round }: { caseId: string; round: number }) {
  const [answer, setAnswer, forget] = useKept(`${caseId}:business-case:${round}`, { choice: '', reasons: '' })
  const [tried, setTried] = useState(false)
  const approve = useCommand(caseId, 'approve-business-case', forget)
  const reject = useCommand(caseId, 'reject-business-case', forget)
  const busy = approve.isPending || reject.isPending
  const { missing } = words
  const faults = [
    ...(answer.choice === '' ? [{ fieldId: 'choice', detail: missing.choice }] : []),
    ...(answer.reasons.trim() === '' ? [{ fieldId: 'reasons', detail: missing.reasons }] : []),
  ]
  const shown = tried ? faults : []
  const faultIn = (id: string) => shown.find(({ fieldId }) => fieldId === id)?.detail
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (faults.length > 0 || busy) return
    const reasons = answer.reasons.trim()
    if (answer.choice === 'approve') approve.mutate({ reasons })
    else reject.mutate({ reasons, next: answer.choice })
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      {shown.length > 0 && <ProblemSummary {...words.problem} faults={shown} />}
      <CommandProblem error={approve.error ?? reject.error} />
      <RadiosField
        id="choice"
        label={words.choose}
        fault={faultIn('choice')}
        value={answer.choice}
        choices={choices}
        onChange={(choice) => setAnswer({ ...answer, choice: choice ?? '' })}
      />
      <WordsField
        id="reasons"
        label={words.why}
        hint={words.whyHint}
        fault={faultIn('reasons')}
        value={answer.reasons}
        onChange={(reasons) => setAnswer({ ...answer, reasons })}
      />
      <ActionButton submit busy={busy}>
        {busy ? words.sending : words.send}
      </ActionButton>
    </form>
  )
}
