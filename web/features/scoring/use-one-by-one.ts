import { useEffect, useState } from 'react'

/** How many of a long list are shown: one more with each frame. The first is there at once, and no key waits for the others. */
export function useOneByOne(count: number): number {
  const [shown, show] = useState(1)
  useEffect(() => {
    if (shown >= count) return
    const frame = requestAnimationFrame(() => show(shown + 1))
    return () => cancelAnimationFrame(frame)
  }, [shown, count])
  return shown
}
