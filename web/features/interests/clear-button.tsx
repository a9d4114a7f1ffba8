import { useRef } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { words } from './words.ts'

/** Takes back what is typed; it goes with that, and the focus stays at the button beside it. */
export function ClearButton({ clear }: { clear(): void }) {
  const place = useRef<HTMLSpanElement>(null)
  const clearIt = () => {
    const form = place.current?.closest('form')
    form?.querySelector<HTMLElement>('button[type="submit"]')?.focus()
    // What is wrong with it is said no more either.
    form?.reset()
    clear()
  }
  return (
    <span ref={place}>
      <ActionButton small kind="secondary" onClick={clearIt}>
        {words.clear}
      </ActionButton>
    </span>
  )
}
