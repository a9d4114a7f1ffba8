import { useRef } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { words } from './words.ts'

/** What is typed is added to what will be declared, or taken back. */
export function AddOrClear({ confirm, begun, clear }: { confirm: string; begun: boolean; clear(): void }) {
  const buttons = useRef<HTMLDivElement>(null)
  const clearIt = () => {
    // The button that was pressed goes; the focus stays beside it.
    buttons.current?.querySelector('button')?.focus()
    clear()
  }
  return (
    <div className="nhsuk-button-group" ref={buttons}>
      <ActionButton submit kind="secondary">
        {confirm}
      </ActionButton>
      {begun && (
        <ActionButton kind="secondary" onClick={clearIt}>
          {words.clear}
        </ActionButton>
      )}
    </div>
  )
}
