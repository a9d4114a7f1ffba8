import { useKept } from '../../kept.ts'
import { RadiosField, WordsField } from '../../nhs/fields.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words } from './words.ts'

const choices = (Object.keys(words.choices) as (keyof typeof words.choices)[]).map((value) => ({
  value,
  ...words.choices[value],
}))

/** The approver's answer, with reasons. What was typed survives a sign-in. */
export function AnswerForm({ caseId, round }: { caseId: string; round: number }) {
  const [answer, setAnswer, forget] = useKept(`${caseId}:business-case:${round}`, { choice: '', reasons: '' })
  const approve = useCommand(caseId, 'approve-business-case', forget)
  const reject = useCommand(caseId, 'reject-business-case', forget)
  const { missing } = words
  const faults = [
    ...(answer.choice === '' ? [{ fieldId: 'choice', detail: missing.choice }] : []),
    ...(answer.reasons.trim() === '' ? [{ fieldId: 'reasons', detail: missing.reasons }] : []),
  ]
  const send = () => {
    const reasons = answer.reasons.trim()
    if (answer.choice === 'approve') approve.mutate({ reasons })
    else reject.mutate({ reasons, next: answer.choice })
  }
  return (
    <CheckedForm
      command={approve.error || approve.isPending ? approve : reject}
      faults={faults}
      send={send}
      confirm={words.send}
    >
      <RadiosField
        id="choice"
        label={words.choose}
        value={answer.choice}
        choices={choices}
        onChange={(choice) => setAnswer({ ...answer, choice: choice ?? '' })}
      />
      <WordsField
        id="reasons"
        label={words.why}
        hint={words.whyHint}
        value={answer.reasons}
        onChange={(reasons) => setAnswer({ ...answer, reasons })}
      />
    </CheckedForm>
  )
}
