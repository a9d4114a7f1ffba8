import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words as form } from '../command-form/words.ts'
import type { Names } from '../people/names.ts'
import { words } from './words.ts'

const { raise } = words

/** Somebody found in a tender what no machine finds. */
export function RaiseForm({ caseId, about, names }: { caseId: string; about: string[]; names: Names }) {
  // It stays on the record against that bidder, and stops the scoring: nothing of it comes chosen.
  const begun = { organisationId: '', requirement: '', says: '' }
  const [typed, setTyped, forget] = useKept(`${caseId}:raise-compliance-question`, begun)
  const send = useCommand(caseId, 'raise-compliance-question', forget)
  const [faults, setFaults] = useState<{ detail: string; fieldId: string }[]>([])
  const faultOf = (field: string) => faults.find(({ fieldId }) => fieldId === field)?.detail
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = [
      ...(typed.organisationId === '' ? [{ detail: raise.noTender, fieldId: 'raise-about' }] : []),
      ...(typed.requirement === '' ? [{ detail: raise.noRequirement, fieldId: 'raise-requirement' }] : []),
      ...(typed.says.trim() === '' ? [{ detail: raise.noWords, fieldId: 'raise-says' }] : []),
    ]
    setFaults(found)
    if (found.length === 0 && !send.isPending) send.mutate(typed)
  }
  return (
    <form onSubmit={submit} noValidate className="nhsuk-u-reading-width">
      <h2>{raise.title}</h2>
      <p>{raise.intro}</p>
      <CommandProblem error={send.error} field={() => 'raise-says'} />
      {faults.length > 0 && <ProblemSummary {...form.faults} faults={faults} />}
      <ChoiceField
        id="raise-about"
        label={raise.about}
        fault={faultOf('raise-about')}
        value={typed.organisationId}
        choices={[{ value: '', name: form.choose }, ...about.map((value) => ({ value, name: names.place(value) }))]}
        onChange={(organisationId) => setTyped({ ...typed, organisationId })}
      />
      <ChoiceField
        id="raise-requirement"
        label={raise.requirement}
        fault={faultOf('raise-requirement')}
        value={typed.requirement}
        choices={[
          { value: '', name: form.choose },
          ...(['missing', 'other'] as const).map((value) => ({ value, name: raise.requirements[value] })),
        ]}
        onChange={(requirement) => setTyped({ ...typed, requirement })}
      />
      <WordsField
        id="raise-says"
        label={raise.says}
        hint={raise.hint}
        fault={faultOf('raise-says')}
        value={typed.says}
        onChange={(says) => setTyped({ ...typed, says })}
      />
      <ActionButton submit busy={send.isPending}>
        {send.isPending ? words.recording : raise.confirm}
      </ActionButton>
    </form>
  )
}
