import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PartFrame } from '../case/part-frame.tsx'
import { useNames } from '../people/use-names.ts'
import { ScoringDesk } from './scoring-desk.tsx'
import { useScoringQuery } from './use-scoring.ts'
import { words } from './words.ts'

export function ScoringPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/scoring' })
  const { data: scoring, error } = useQuery(useScoringQuery(caseId))
  const names = useNames()
  return (
    <PartFrame caseId={caseId} title={words.title} caption={scoring?.title} error={error}>
      {scoring && <ScoringDesk caseId={caseId} scoring={scoring} names={names} />}
    </PartFrame>
  )
}
