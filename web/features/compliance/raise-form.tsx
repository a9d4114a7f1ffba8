import { useKept } from '../../kept.ts'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
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
  const faults = [
    ...(typed.organisationId === '' ? [{ detail: raise.noTender, fieldId: 'raise-about' }] : []),
    ...(typed.requirement === '' ? [{ detail: raise.noRequirement, fieldId: 'raise-requirement' }] : []),
    ...(typed.says.trim() === '' ? [{ detail: raise.noWords, fieldId: 'raise-says' }] : []),
  ]
  return (
    <>
      <h2>{raise.title}</h2>
      <p className="nhsuk-u-reading-width">{raise.intro}</p>
      <CheckedForm
        command={send}
        faults={faults}
        field={() => 'raise-says'}
        send={() => send.mutate(typed)}
        confirm={raise.confirm}
      >
        <ChoiceField
          id="raise-about"
          label={raise.about}
          value={typed.organisationId}
          choices={[{ value: '', name: form.choose }, ...about.map((value) => ({ value, name: names.place(value) }))]}
          onChange={(organisationId) => setTyped({ ...typed, organisationId })}
        />
        <ChoiceField
          id="raise-requirement"
          label={raise.requirement}
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
          value={typed.says}
          onChange={(says) => setTyped({ ...typed, says })}
        />
      </CheckedForm>
    </>
  )
}
