import { useNavigate } from '@tanstack/react-router'
import { useKept } from '../../kept.ts'
import { Ticks } from '../../nhs/ticks.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { words } from './words.ts'

interface AttendanceFormProps {
  caseId: string
  /** The meeting. */
  id: number
  members: { value: string; name: string }[]
}

/** Who was there: everybody, until somebody is taken out. */
export function AttendanceForm({ caseId, id, members }: AttendanceFormProps) {
  const navigate = useNavigate()
  const all = members.map(({ value }) => value)
  const [present, setPresent, forget] = useKept(`${caseId}:attendance:${id}`, all)
  const command = useCommand(caseId, 'record-attendance', async () => {
    forget()
    await navigate({ to: '.', state: { said: words.attend.done }, replace: true })
  })
  const fieldId = `present-${id}`
  return (
    <CheckedForm
      command={command}
      faults={present.length === 0 ? [{ detail: words.attend.noPresent, fieldId }] : []}
      field={() => fieldId}
      send={() => command.mutate({ id, present })}
      confirm={words.attend.confirm}
    >
      <Ticks id={fieldId} label={words.attend.present} choices={members} value={present} onChange={setPresent} />
    </CheckedForm>
  )
}
