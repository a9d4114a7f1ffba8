import { useKept } from '../../kept.ts'
import { WordsField } from '../../nhs/fields.tsx'
import { More } from '../../nhs/more.tsx'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'

interface DeclineFormProps {
  caseId: string
  /** The command that declines. */
  command: 'decline-to-nominate' | 'decline-nomination' | 'decline-seat'
  said: {
    decline: string
    declineReason: string
    declineReasonHint?: string
    declineMissing?: string
    declineConfirm: string
  }
  onDone(): void
}

/** Declining is one step further away than accepting. It carries a reason; a person’s own may stay theirs, a practice’s may not. */
export function DeclineForm({ caseId, command, said, onDone }: DeclineFormProps) {
  const [reason, setReason, forget] = useKept(`${caseId}:${command}`, '')
  const decline = useCommand(caseId, command, () => {
    forget()
    onDone()
  })
  const fault = reason.trim() === '' ? said.declineMissing : undefined
  return (
    <More title={said.decline}>
      <CheckedForm
        command={decline}
        faults={fault === undefined ? [] : [{ detail: fault, fieldId: command }]}
        field={() => command}
        send={() => decline.mutate(reason.trim() === '' ? {} : { reason: reason.trim() })}
        confirm={said.declineConfirm}
        kind="minor"
      >
        <WordsField
          id={command}
          label={said.declineReason}
          hint={said.declineReasonHint}
          rows={3}
          value={reason}
          onChange={setReason}
        />
      </CheckedForm>
    </More>
  )
}
