import { useEffect, useRef, useSyncExternalStore } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { words } from './words.ts'

let left = ''
const listeners = new Set<() => void>()

function leave(typed: string): void {
  left = typed
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Of a form that goes away while its page stays, because somebody else did what it asks for, another tab did, or the case moved on.
 * What is on its way is no longer anybody's to keep.
 */
export function useLeftOver(typed: string, sending: boolean): void {
  const last = useRef('')
  last.current = sending ? '' : typed.trim()
  useEffect(() => {
    const { pathname } = window.location
    return () => {
      if (last.current !== '' && window.location.pathname === pathname) leave(last.current)
    }
  }, [])
}

/** What was typed into a form that has gone, above the page, until somebody has read it. */
export function LeftOver() {
  const typed = useSyncExternalStore(subscribe, () => left)
  const said = words.left
  if (typed === '') return null
  return (
    <Notice title={said.title}>
      <p>{said.why}</p>
      <p className="nhsuk-inset-text specification__text">{typed}</p>
      <ActionButton kind="secondary" small onClick={() => leave('')}>
        {said.read}
      </ActionButton>
    </Notice>
  )
}
