import { useEffect, useState } from 'react'

/**
 * State that outlives this page and a sign-in, in this tab alone: what somebody typed is never lost. Nothing is kept until
 * something is typed, so that a page opened later begins from what stands then.
 */
export function useKept<Value>(key: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const name = `redesign-panels:${key}`
  const [first] = useState(initial)
  const [value, setValue] = useState<Value>(() => {
    const kept = sessionStorage.getItem(name)
    return kept === null ? first : JSON.parse(kept)
  })
  useEffect(() => {
    if (value === first) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(value))
  }, [name, value, first])
  // Removed at once: what was done may have taken the form off the page already.
  const forget = () => {
    sessionStorage.removeItem(name)
    setValue(first)
  }
  return [value, setValue, forget]
}
