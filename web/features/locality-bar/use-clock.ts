import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** How far the service's clock is ahead of this computer's, in milliseconds. */
async function readAhead(): Promise<number | null> {
  const answer = await fetch('/local/clock').catch(() => undefined)
  if (!answer?.ok || answer.headers.get('content-type')?.includes('json') !== true) return null
  const { now } = (await answer.json()) as { now: string }
  return Date.parse(now) - Date.now()
}

/**
 * The service's clock. On one machine it can be moved, and everything on the pages goes by it; elsewhere there is no
 * such clock, and time is this computer's.
 */
export function useClock(): { now: number; movable: boolean } {
  const { data: ahead } = useQuery({
    queryKey: ['clock'],
    queryFn: readAhead,
    // Where there is no such clock, there never will be.
    refetchInterval: ({ state }) => (state.data === null ? false : 5_000),
    refetchOnWindowFocus: ({ state }) => state.data !== null,
  })
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(ticking)
  }, [])
  return { now: now + (ahead ?? 0), movable: typeof ahead === 'number' }
}
