import { useSyncExternalStore } from 'react'
import { words } from './words.ts'

const changes = ['online', 'offline']

function subscribe(onChange: () => void): () => void {
  for (const change of changes) window.addEventListener(change, onChange)
  return () => {
    for (const change of changes) window.removeEventListener(change, onChange)
  }
}

/** Said above every page while this computer has no connection. What is on the page stays there. */
export function Offline() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return <div role="status">{!online && <p className="nhsuk-inset-text">{words.offline}</p>}</div>
}
