import { ActionButton } from '../../nhs/action-button.tsx'
import { words } from './words.ts'

/** What is typed is added to what will be declared, or taken back. */
export function AddOrClear({ confirm, begun, clear }: { confirm: string; begun: boolean; clear(): void }) {
  return (
    <div className="nhsuk-button-group">
      <ActionButton submit kind="secondary">
        {confirm}
      </ActionButton>
      {begun && (
        <ActionButton kind="secondary" onClick={clear}>
          {words.clear}
        </ActionButton>
      )}
    </div>
  )
}
