import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words as form } from '../command-form/words.ts'
import { type Names, personAlone } from '../people/names.ts'
import type { LowPrices } from './low-prices.ts'
import { words } from './words.ts'

interface JudgeFormProps {
  caseId: string
  organisationId: string
  low: LowPrices
  names: Names
}

/** The chair records what the panel decided of a low price, with the reasons. */
export function JudgeForm({ caseId, organisationId, low, names }: JudgeFormProps) {
  const begun = { outcome: '', reasons: '', present: [] as string[] }
  const [said, setSaid, forget] = useKept(`${caseId}:judge-price:${organisationId}`, begun)
  const [faults, setFaults] = useState<{ detail: string; fieldId: string }[]>([])
  const judge = useCommand(caseId, 'judge-price', forget)
  // Since it was typed somebody may have left the panel.
  const present = said.present.filter((id) => low.members.includes(id))
  const field = (name: string) => `${organisationId}-${name}`
  const faultOf = (name: string) => faults.find(({ fieldId }) => fieldId === field(name))?.detail
  const send = (event: FormEvent) => {
    event.preventDefault()
    const found = [
      ...(said.outcome === '' ? [{ detail: words.decide.noOutcome, fieldId: field('outcome') }] : []),
      ...(said.reasons.trim() === '' ? [{ detail: words.decide.noReasons, fieldId: field('reasons') }] : []),
      ...(present.length === 0 ? [{ detail: words.decide.nobody, fieldId: field('present') }] : []),
    ]
    setFaults(found)
    if (found.length === 0 && !judge.isPending) judge.mutate({ organisationId, ...said, present })
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={judge.error} field={() => field('present')} />
      {faults.length > 0 && <ProblemSummary {...words.decide.faults} faults={faults} />}
      <ChoiceField
        id={field('outcome')}
        label={words.decide.outcome}
        fault={faultOf('outcome')}
        value={said.outcome}
        onChange={(outcome) => setSaid({ ...said, outcome })}
        choices={[
          { value: '', name: form.choose },
          { value: 'accepted', name: words.decide.accepted },
          { value: 'disregarded', name: words.decide.disregarded },
        ]}
      />
      <WordsField
        id={field('reasons')}
        label={words.decide.reasons}
        fault={faultOf('reasons')}
        value={said.reasons}
        onChange={(reasons) => setSaid({ ...said, reasons })}
      />
      <Ticks
        id={field('present')}
        label={words.decide.present}
        choices={low.members.map((id) => ({ value: id, name: personAlone(names, id) }))}
        fault={faultOf('present')}
        value={present}
        onChange={(those) => setSaid({ ...said, present: those })}
      />
      <ActionButton submit busy={judge.isPending}>
        {judge.isPending ? words.sending : words.decide.confirm}
      </ActionButton>
    </form>
  )
}
