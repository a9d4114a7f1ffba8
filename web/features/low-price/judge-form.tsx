import { useKept } from '../../kept.ts'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { useQuorum } from '../case/use-case.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
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
  const quorum = useQuorum(caseId)
  const judge = useCommand(caseId, 'judge-price', forget)
  // Since it was typed somebody may have left the panel.
  const present = said.present.filter((id) => low.members.includes(id))
  const field = (name: string) => `${organisationId}-${name}`
  const faults = [
    ...(said.outcome === '' ? [{ detail: words.decide.noOutcome, fieldId: field('outcome') }] : []),
    ...(said.reasons.trim() === '' ? [{ detail: words.decide.noReasons, fieldId: field('reasons') }] : []),
    ...(present.length === 0 ? [{ detail: words.decide.nobody, fieldId: field('present') }] : []),
  ]
  return (
    <CheckedForm
      command={judge}
      faults={faults}
      field={() => field('present')}
      send={() => judge.mutate({ organisationId, ...said, present })}
      confirm={words.decide.confirm}
      typed={said.reasons}
    >
      <ChoiceField
        id={field('outcome')}
        label={words.decide.outcome}
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
        value={said.reasons}
        onChange={(reasons) => setSaid({ ...said, reasons })}
      />
      <Ticks
        id={field('present')}
        label={words.decide.present}
        hint={form.mustTakePart(quorum)}
        choices={low.members.map((person) => ({ value: person, name: personAlone(names, person) }))}
        value={present}
        onChange={(those) => setSaid({ ...said, present: those })}
      />
    </CheckedForm>
  )
}
