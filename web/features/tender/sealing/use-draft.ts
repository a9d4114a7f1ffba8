import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { DraftKeeper } from './draft-keeper.ts'
import { alterDraft, forgetDraft, readDraft } from './draft-store.ts'

/** The draft of a name, from this browser: the same in each of its tabs, and kept to the last word when the page is left. */
export function useDraft(name: string) {
  const [keeper, tabs] = useMemo(() => keeperOf(name), [name])
  useEffect(() => {
    const leave = () => void keeper.keep()
    // What was typed in the last moment takes another to be kept: whoever closes the tab is asked, and meanwhile it is.
    const close = (event: BeforeUnloadEvent) => {
      if (keeper.atRisk) event.preventDefault()
      leave()
    }
    const tab = tabs.open(() => void keeper.read())
    keeper.read()
    window.addEventListener('beforeunload', close)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('beforeunload', close)
      document.removeEventListener('visibilitychange', leave)
      keeper.keep().finally(() => tab.close())
    }
  }, [keeper, tabs])
  return { keeper, ...useSyncExternalStore(keeper.subscribe, keeper.view) }
}

function keeperOf(name: string) {
  let channel: BroadcastChannel | undefined
  const keeper = new DraftKeeper(
    {
      read: () => readDraft(name),
      alter: (to) => alterDraft(name, to),
      forget: () => forgetDraft(name),
    },
    () => channel?.postMessage('changed'),
  )
  const open = (onChange: () => void): BroadcastChannel => {
    const opened = new BroadcastChannel(`redesign-panels:tender:${name}`)
    opened.onmessage = onChange
    channel = opened
    return opened
  }
  return [keeper, { open }] as const
}
