import { lazy, useEffect, useRef, useState } from 'react'
import { LoadedLater } from '../../nhs/loading.tsx'

// It is seldom shown.
const LeftOver = lazy(async () => ({ default: (await import('./left-over.tsx')).LeftOver }))

let show = (_: string) => {}

/**
 * Of a form that goes away while its page stays, because somebody else did what it asks for, another tab did, or the case moved on:
 * what was typed into it is shown above the page. What is on its way is not.
 */
export function useLeft(typed: string, sending: boolean): void {
  const last = useRef('')
  last.current = sending ? '' : typed.trim()
  useEffect(() => {
    const { pathname } = window.location
    return () => {
      if (last.current && window.location.pathname === pathname) show(last.current)
    }
  }, [])
}

export function Left() {
  const [typed, setTyped] = useState('')
  show = setTyped
  return typed ? (
    <LoadedLater>
      <LeftOver typed={typed} onRead={() => setTyped('')} />
    </LoadedLater>
  ) : null
}
