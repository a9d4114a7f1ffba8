import { useKept } from '../../kept.ts'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words as form } from '../command-form/words.ts'
import type { Question } from './compliance.ts'
import { words } from './words.ts'

/** One person's ruling on one question, with reasons. */
export function RulingForm({ caseId, question }: { caseId: string; question: Question }) {
  const { id, mayPass, mayFail } = question
  // One pass is final, and two fails exclude a tender: neither comes chosen, except where there is no choice.
  const begun = { verdict: mayPass ? '' : 'fail', reasons: '' }
  const [said, setSaid, forget] = useKept(`${caseId}:rule-on-compliance:${id}`, begun)
  const rule = useCommand(caseId, 'rule-on-compliance', forget)
  const faults = [
    ...(said.verdict === '' ? [{ detail: words.noVerdict, fieldId: `verdict-${id}` }] : []),
    ...(said.reasons.trim() === '' ? [{ detail: words.noReasons, fieldId: `reasons-${id}` }] : []),
  ]
  const verdicts = [...(mayPass ? ['pass' as const] : []), ...(mayFail ? ['fail' as const] : [])]
  const choices = verdicts.map((value) => ({ value, name: words.verdicts[value] }))
  return (
    <CheckedForm
      command={rule}
      faults={faults}
      field={() => `reasons-${id}`}
      send={() => rule.mutate({ id, ...said })}
      confirm={words.confirm}
      typed={said.reasons}
    >
      {!mayPass && <p>{words.mustFail}</p>}
      {!mayFail && <p>{words.mustAsk}</p>}
      <ChoiceField
        id={`verdict-${id}`}
        label={words.verdict}
        value={said.verdict}
        choices={mayPass ? [{ value: '', name: form.choose }, ...choices] : choices}
        onChange={(verdict) => setSaid({ ...said, verdict })}
      />
      <WordsField
        id={`reasons-${id}`}
        label={words.reasons}
        hint={words.reasonsHint}
        value={said.reasons}
        onChange={(reasons) => setSaid({ ...said, reasons })}
      />
    </CheckedForm>
  )
}
