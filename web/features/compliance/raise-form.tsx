import type { FormEvent } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import type { Names } from '../people/names.ts'
import { words } from './words.ts'

const { raise } = words

/** Somebody found in a tender what no machine finds. */
export function RaiseForm({ caseId, about, names }: { caseId: string; about: string[]; names: Names }) {
  const begun = { organisationId: about[0] ?? '', requirement: 'missing', says: '' }
  const [typed, setTyped, forget] = useKept(`${caseId}:raise-compliance-question`, begun)
  const send = useCommand(caseId, 'raise-compliance-question', forget)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate(typed)
  }
  return (
    <form onSubmit={submit} noValidate className="nhsuk-u-reading-width">
      <h2>{raise.title}</h2>
      <p>{raise.intro}</p>
      <CommandProblem error={send.error} field={() => 'raise-says'} />
      <ChoiceField
        id="raise-about"
        label={raise.about}
        value={typed.organisationId}
        choices={about.map((value) => ({ value, name: names.place(value) }))}
        onChange={(organisationId) => setTyped({ ...typed, organisationId })}
      />
      <ChoiceField
        id="raise-requirement"
        label={raise.requirement}
        value={typed.requirement}
        choices={(['missing', 'other'] as const).map((value) => ({ value, name: raise.requirements[value] }))}
        onChange={(requirement) => setTyped({ ...typed, requirement })}
      />
      <WordsField
        id="raise-says"
        label={raise.says}
        hint={raise.hint}
        value={typed.says}
        onChange={(says) => setTyped({ ...typed, says })}
      />
      <ActionButton submit busy={send.isPending}>
        {send.isPending ? words.recording : raise.confirm}
      </ActionButton>
    </form>
  )
}
