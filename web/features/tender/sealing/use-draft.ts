import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, emptyDraft } from './draft.ts'
import { forgetDraft, keepDraft, readDraft } from './draft-store.ts'

/** The draft of a name, from this browser; kept a moment after each change. Undefined until it has been looked for. */
export function useDraft(name: string) {
  const [draft, setDraft] = useState<Draft>()
  const changed = useRef(false)
  useEffect(() => {
    let current = true
    readDraft(name).then((kept) => current && setDraft(kept ?? emptyDraft))
    return () => {
      current = false
    }
  }, [name])
  useEffect(() => {
    if (!draft || !changed.current) return
    const timer = setTimeout(() => keepDraft(name, draft), 300)
    return () => clearTimeout(timer)
  }, [name, draft])
  const change = useCallback((to: (before: Draft) => Draft) => {
    changed.current = true
    setDraft((before) => before && to(before))
  }, [])
  const forget = useCallback(async () => {
    changed.current = false
    await forgetDraft(name)
    setDraft(emptyDraft)
  }, [name])
  return { draft, change, forget, keepNow: () => draft && keepDraft(name, draft) }
}
