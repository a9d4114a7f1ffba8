import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
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
  const [asked, setAsked] = useState(false)
  const command = useCommand(caseId, 'record-attendance', async () => {
    forget()
    await navigate({ to: '.', state: { said: words.attend.done }, replace: true })
  })
  const fieldId = `present-${id}`
  const nobody = asked && present.length === 0
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (present.length > 0 && !command.isPending) command.mutate({ id, present })
  }
  return (
    <form onSubmit={send} noValidate>
      <CommandProblem error={command.error} field={() => fieldId} />
      {nobody && <ProblemSummary {...words.faults} faults={[{ fieldId, detail: words.attend.noPresent }]} />}
      <Ticks
        id={fieldId}
        label={words.attend.present}
        fault={nobody ? words.attend.noPresent : undefined}
        choices={members}
        value={present}
        onChange={setPresent}
      />
      <ActionButton submit busy={command.isPending}>
        {command.isPending ? words.sending : words.attend.confirm}
      </ActionButton>
    </form>
  )
}
