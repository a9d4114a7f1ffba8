import type { FormEvent } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import type { Question } from './compliance.ts'
import { words } from './words.ts'

/** One person's ruling on one question, with reasons. */
export function RulingForm({ caseId, question }: { caseId: string; question: Question }) {
  const { id, mayPass } = question
  const begun = { verdict: mayPass ? 'pass' : 'fail', reasons: '' }
  const [said, setSaid, forget] = useKept(`${caseId}:rule-on-compliance:${id}`, begun)
  const rule = useCommand(caseId, 'rule-on-compliance', forget)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!rule.isPending) rule.mutate({ id, ...said })
  }
  const choices = (mayPass ? (['pass', 'fail'] as const) : (['fail'] as const)).map((value) => ({
    value,
    name: words.verdicts[value],
  }))
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={rule.error} field={() => `reasons-${id}`} />
      {!mayPass && <p>{words.mustFail}</p>}
      <ChoiceField
        id={`verdict-${id}`}
        label={words.verdict}
        value={said.verdict}
        choices={choices}
        onChange={(verdict) => setSaid({ ...said, verdict })}
      />
      <WordsField
        id={`reasons-${id}`}
        label={words.reasons}
        hint={words.reasonsHint}
        value={said.reasons}
        onChange={(reasons) => setSaid({ ...said, reasons })}
      />
      <ActionButton submit busy={rule.isPending}>
        {rule.isPending ? words.recording : words.confirm}
      </ActionButton>
    </form>
  )
}
