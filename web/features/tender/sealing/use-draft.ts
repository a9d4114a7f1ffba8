import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, emptyDraft } from './draft.ts'
import { forgetDraft, keepDraft, readDraft } from './draft-store.ts'

/** After the last change, before it is kept. */
const PAUSE = 300

/**
 * The draft of a name, from this browser; kept a moment after each change, and at once when the page is left. Undefined until it
 * has been looked for.
 */
export function useDraft(name: string) {
  const [draft, setDraft] = useState<Draft>()
  const [kept, setKept] = useState(true)
  const [elsewhere, setElsewhere] = useState(false)
  const unkept = useRef<Draft>(undefined)
  const tabs = useRef<BroadcastChannel>(undefined)

  const read = useCallback(async () => {
    unkept.current = undefined
    setElsewhere(false)
    const found = await readDraft(name).catch(() => {
      setKept(false)
      return undefined
    })
    setDraft(found ?? emptyDraft)
  }, [name])

  const keep = useCallback(async () => {
    const now = unkept.current
    if (!now) return
    unkept.current = undefined
    try {
      await keepDraft(name, now)
      tabs.current?.postMessage('changed')
      setKept(true)
    } catch {
      unkept.current ??= now
      setKept(false)
    }
  }, [name])

  useEffect(() => {
    tabs.current = new BroadcastChannel(`redesign-panels:tender:${name}`)
    tabs.current.onmessage = () => setElsewhere(true)
    read()
    const left = () => void keep()
    window.addEventListener('pagehide', left)
    return () => {
      window.removeEventListener('pagehide', left)
      // The last words, too, of whoever goes to another page at once.
      keep().finally(() => tabs.current?.close())
    }
  }, [name, read, keep])

  useEffect(() => {
    if (!draft || unkept.current !== draft) return
    const timer = setTimeout(keep, PAUSE)
    return () => clearTimeout(timer)
  }, [draft, keep])

  const change = useCallback((to: (before: Draft) => Draft) => {
    setDraft((before) => {
      if (!before) return before
      unkept.current = to(before)
      return unkept.current
    })
  }, [])
  const forget = useCallback(async () => {
    unkept.current = undefined
    await forgetDraft(name)
    setDraft(emptyDraft)
  }, [name])
  return { draft, kept, elsewhere, read, change, forget, keepNow: keep }
}
