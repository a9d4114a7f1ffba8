import { type FormEvent, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import type { Question } from './use-compliance.ts'
import { useSend } from './use-send.ts'
import { words } from './words.ts'

/** One person's ruling on one question, with reasons. */
export function RulingForm({ caseId, question }: { caseId: string; question: Question }) {
  const { id, mayPass } = question
  const [verdict, setVerdict] = useState<string>(mayPass ? 'pass' : 'fail')
  const [reasons, setReasons] = useState('')
  const rule = useSend(caseId, 'rule-on-compliance')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!rule.isPending) rule.mutate({ id, verdict, reasons })
  }
  const choices = (mayPass ? (['pass', 'fail'] as const) : (['fail'] as const)).map((value) => ({
    value,
    name: words.verdicts[value],
  }))
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      {rule.error && (
        <ProblemSummary
          {...problemOf(rule.error)}
          faults={(rule.error.faults ?? []).map(({ detail }) => ({ detail, fieldId: `reasons-${id}` }))}
        />
      )}
      {!mayPass && <p>{words.mustFail}</p>}
      <ChoiceField id={`verdict-${id}`} label={words.verdict} value={verdict} choices={choices} onChange={setVerdict} />
      <WordsField
        id={`reasons-${id}`}
        label={words.reasons}
        hint={words.reasonsHint}
        value={reasons}
        onChange={setReasons}
      />
      <ActionButton submit busy={rule.isPending}>
        {rule.isPending ? words.recording : words.confirm}
      </ActionButton>
    </form>
  )
}
