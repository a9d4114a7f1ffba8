import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CheckedBefore } from '../../../domain/conflict/check-before.ts'
import type { Problem } from '../../api.ts'
import { useKept } from '../../kept.ts'
import { ChoiceField } from '../../nhs/fields.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { when } from '../../time.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { useRegisters } from '../people/use-registers.ts'
import { useSession } from '../session/session.tsx'
import { words } from './words.ts'

const said = words.check

/** A practice checks one of its people against the case before nominating them. */
export function CheckPerson({ caseId }: { caseId: string }) {
  const { ask } = useSession()
  const { data: registers } = useQuery(useRegisters())
  const [person, setPerson] = useKept(`${caseId}:check-person`, '')
  const check = useMutation<CheckedBefore, Problem>({
    mutationFn: () => ask(`/api/cases/${caseId}/check-person?person=${encodeURIComponent(person)}`),
  })
  return (
    <section aria-labelledby="check" className="nhsuk-u-reading-width">
      <h2 id="check">{said.title}</h2>
      <p>{said.what}</p>
      <CheckedForm
        command={check}
        faults={person === '' ? [{ fieldId: 'person', detail: words.fault.person }] : []}
        send={() => check.mutate()}
        confirm={said.confirm}
        kind="minor"
      >
        <ChoiceField
          id="person"
          label={said.who}
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
      </CheckedForm>
      <div role="status">{check.data && <Result checked={check.data} />}</div>
      <p>
        <Link to="/cases/$caseId/nominations" params={{ caseId }}>
          {said.nominate}
        </Link>
      </p>
    </section>
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
