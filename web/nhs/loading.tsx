import { type ReactNode, Suspense, useEffect, useState } from 'react'

interface LoadingProps {
  /** What is said; nothing while nothing is waited for. */
  says: string | undefined
  /** Milliseconds until it is said: what comes at once needs no word. */
  after?: number
}

/** Says that something is on its way, to see and to hear, in a place that was there before. */
export function Loading({ says, after = 300 }: LoadingProps) {
  const [late, setLate] = useState(false)
  const waits = says !== undefined
  useEffect(() => {
    if (!waits) return setLate(false)
    const timer = setTimeout(() => setLate(true), after)
    return () => clearTimeout(timer)
  }, [waits, after])
  return (
    <div className="loading" role="status">
      {late && says}
    </div>
  )
}

/** What comes with a file of its own, when it is needed. */
export function LoadedLater({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Loading says="Loading…" />}>{children}</Suspense>
}
