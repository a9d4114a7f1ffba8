import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words as form } from '../command-form/words.ts'
import type { Question } from './compliance.ts'
import { words } from './words.ts'

/** One person's ruling on one question, with reasons. */
export function RulingForm({ caseId, question }: { caseId: string; question: Question }) {
  const { id, mayPass } = question
  // One pass is final, and two fails exclude a tender: neither comes chosen, except where there is no choice.
  const begun = { verdict: mayPass ? '' : 'fail', reasons: '' }
  const [said, setSaid, forget] = useKept(`${caseId}:rule-on-compliance:${id}`, begun)
  const rule = useCommand(caseId, 'rule-on-compliance', forget)
  const [faults, setFaults] = useState<{ detail: string; fieldId: string }[]>([])
  const faultOf = (field: string) => faults.find(({ fieldId }) => fieldId === `${field}-${id}`)?.detail
  const send = (event: FormEvent) => {
    event.preventDefault()
    const found = [
      ...(said.verdict === '' ? [{ detail: words.noVerdict, fieldId: `verdict-${id}` }] : []),
      ...(said.reasons.trim() === '' ? [{ detail: words.noReasons, fieldId: `reasons-${id}` }] : []),
    ]
    setFaults(found)
    if (found.length === 0 && !rule.isPending) rule.mutate({ id, ...said })
  }
  const choices = (mayPass ? (['pass', 'fail'] as const) : (['fail'] as const)).map((value) => ({
    value,
    name: words.verdicts[value],
  }))
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={rule.error} field={() => `reasons-${id}`} />
      {faults.length > 0 && <ProblemSummary {...form.faults} faults={faults} />}
      {!mayPass && <p>{words.mustFail}</p>}
      <ChoiceField
        id={`verdict-${id}`}
        label={words.verdict}
        fault={faultOf('verdict')}
        value={said.verdict}
        choices={mayPass ? [{ value: '', name: form.choose }, ...choices] : choices}
        onChange={(verdict) => setSaid({ ...said, verdict })}
      />
      <WordsField
        id={`reasons-${id}`}
        label={words.reasons}
        hint={words.reasonsHint}
        fault={faultOf('reasons')}
        value={said.reasons}
        onChange={(reasons) => setSaid({ ...said, reasons })}
      />
      <ActionButton submit busy={rule.isPending}>
        {rule.isPending ? words.recording : words.confirm}
      </ActionButton>
    </form>
  )
}
