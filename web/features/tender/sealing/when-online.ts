/** Until the browser says that the connection is back, or a few seconds have passed. */
export function whenOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      signal.removeEventListener('abort', go)
      resolve()
    }
    const timer = setTimeout(go, 3_000)
    addEventListener('online', go)
    signal.addEventListener('abort', go)
  })
}
