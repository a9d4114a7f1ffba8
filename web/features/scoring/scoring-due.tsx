import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Notice } from '../../nhs/notice.tsx'
import { at } from '../../time.ts'
import { useClock } from '../locality-bar/use-clock.ts'
import { useScoringQuery } from './use-scoring.ts'
import { words } from './words.ts'

/** The workflow extends or closes the scoring within moments of its deadline: then the page asks which. */
const MOMENTS = 5_000

/** Until when, or that it has passed. By itself, because the clock moves every second and the desk need not be drawn again. */
export function ScoringDue({ caseId, dueAt, done }: { caseId: string; dueAt: string; done: boolean }) {
  const { now } = useClock()
  const client = useQueryClient()
  const { queryKey } = useScoringQuery(caseId)
  const passed = now >= Date.parse(dueAt)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each deadline that passes; the key is another array each time
  useEffect(() => {
    if (!passed) return
    const asking = setTimeout(() => client.invalidateQueries({ queryKey }), MOMENTS)
    return () => clearTimeout(asking)
  }, [passed, dueAt])
  if (!passed) return <p>{words.due(at(dueAt))}</p>
  return (
    <Notice title={words.passed.title}>
      <p>{words.passed.was(at(dueAt))}</p>
      {!done && <p>{words.passed.body}</p>}
    </Notice>
  )
}
