import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CheckedBefore } from '../../../domain/conflict/check-before.ts'
import type { Problem } from '../../api.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField } from '../../nhs/fields.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { when } from '../../time.ts'
import { useRegisters } from '../people/use-registers.ts'
import { useSession } from '../session/session.tsx'
import { words } from './words.ts'

const said = words.check

/** A practice checks one of its people against the case before nominating them. */
export function CheckPerson({ caseId }: { caseId: string }) {
  const { ask } = useSession()
  const { data: registers } = useQuery(useRegisters())
  const [person, setPerson] = useKept(`${caseId}:check-person`, '')
  const [empty, setEmpty] = useState(false)
  const check = useMutation<CheckedBefore, Problem>({
    mutationFn: () => ask(`/api/cases/${caseId}/check-person?person=${encodeURIComponent(person)}`),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(person === '')
    if (person !== '') check.mutate()
  }
  return (
    <form onSubmit={send} noValidate aria-labelledby="check" className="nhsuk-u-reading-width">
      <h2 id="check">{said.title}</h2>
      <p>{said.what}</p>
      {check.error && <ProblemSummary {...problemOf(check.error)} />}
      {empty && <ProblemSummary {...words.fault} faults={[{ fieldId: 'person', detail: words.fault.person }]} />}
      <ChoiceField
        id="person"
        label={said.who}
        fault={empty ? words.fault.person : undefined}
        value={person}
        onChange={(chosen) => {
          setPerson(chosen)
          check.reset()
        }}
        choices={[
          { value: '', name: said.choose },
          ...(registers?.colleagues ?? []).map(({ id, name }) => ({ value: id, name })),
        ]}
      />
      <ActionButton submit kind="secondary" busy={check.isPending}>
        {said.confirm}
      </ActionButton>
      <div role="status">{check.data && <Result checked={check.data} />}</div>
    </form>
  )
}

function Result({ checked: { result, because, mustDeclare, checkedAt } }: { checked: CheckedBefore }) {
  return (
    <Notice title={said.result[result]}>
      {because.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {mustDeclare && <p>{said.mustDeclare}</p>}
      <p>{said.checkedAt(when(checkedAt))}</p>
    </Notice>
  )
}
