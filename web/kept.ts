import { useEffect, useState } from 'react'

/** State that outlives this page and a sign-in, in this tab alone: what somebody typed is never lost. */
export function useKept<Value>(key: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const name = `redesign-panels:${key}`
  const [value, setValue] = useState<Value>(() => {
    const kept = sessionStorage.getItem(name)
    return kept === null ? initial : JSON.parse(kept)
  })
  useEffect(() => sessionStorage.setItem(name, JSON.stringify(value)), [name, value])
  const forget = () => {
    setValue(initial)
    sessionStorage.removeItem(name)
  }
  return [value, setValue, forget]
}
