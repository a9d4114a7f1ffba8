import { useKept } from '../../kept.ts'
import { WordsField } from '../../nhs/fields.tsx'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { useRegisterCommand } from './use-register.ts'
import { words } from './words.ts'

const said = words.strike

interface StrikeFormProps {
  command: 'strike-interest' | 'strike-relation'
  person: string
  /** What the register calls it. */
  entry: string
  onDone(): void
}

/** Strikes out what the register holds of somebody and is a mistake, with the reason. */
export function StrikeForm({ command: name, person, entry, onDone }: StrikeFormProps) {
  const id = `reason-${person}-${entry}`
  const [reason, setReason, forget] = useKept(`strike:${id}`, '')
  const command = useRegisterCommand(name, () => {
    forget()
    onDone()
  })
  return (
    <CheckedForm
      command={command}
      faults={reason.trim() === '' ? [{ detail: said.missing, fieldId: id }] : []}
      field={() => id}
      send={() => command.mutate({ person, entry, reason })}
      confirm={said.confirm}
      kind="minor"
    >
      <WordsField id={id} label={said.reason} rows={2} value={reason} onChange={setReason} />
    </CheckedForm>
  )
}
