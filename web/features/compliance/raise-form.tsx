import { type FormEvent, useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import type { Names } from '../people/names.ts'
import { useSend } from './use-send.ts'
import { words } from './words.ts'

const { raise } = words

/** Somebody found in a tender what no machine finds. */
export function RaiseForm({ caseId, about, names }: { caseId: string; about: string[]; names: Names }) {
  const [organisationId, setOrganisation] = useState(about[0] ?? '')
  const [requirement, setRequirement] = useState('missing')
  const [says, setSays] = useState('')
  const send = useSend(caseId, 'raise-compliance-question', () => setSays(''))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!send.isPending) send.mutate({ organisationId, requirement, says })
  }
  return (
    <form onSubmit={submit} noValidate className="nhsuk-u-reading-width">
      <h2>{raise.title}</h2>
      <p>{raise.intro}</p>
      {send.error && (
        <ProblemSummary
          {...problemOf(send.error)}
          faults={(send.error.faults ?? []).map(({ detail }) => ({ detail, fieldId: 'raise-says' }))}
        />
      )}
      <ChoiceField
        id="raise-about"
        label={raise.about}
        value={organisationId}
        choices={about.map((value) => ({ value, name: names.place(value) }))}
        onChange={setOrganisation}
      />
      <ChoiceField
        id="raise-requirement"
        label={raise.requirement}
        value={requirement}
        choices={(['missing', 'other'] as const).map((value) => ({ value, name: raise.requirements[value] }))}
        onChange={setRequirement}
      />
      <WordsField id="raise-says" label={raise.says} hint={raise.hint} value={says} onChange={setSays} />
      <ActionButton submit busy={send.isPending}>
        {send.isPending ? words.recording : raise.confirm}
      </ActionButton>
    </form>
  )
}
