import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useTitle } from '../../title.ts'
import { useNames } from '../people/use-names.ts'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { ScoringDesk } from './scoring-desk.tsx'
import { useScoringQuery } from './use-scoring.ts'
import { words } from './words.ts'

export function ScoringPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/scoring' })
  const { data: scoring, error } = useQuery(useScoringQuery(caseId))
  const names = useNames()
  useTitle(words.title)
  return (
    <SignInNeeded>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {words.back}
      </BackLink>
      <h1>{words.title}</h1>
      {error && <ProblemSummary {...problemOf(error)} />}
      {scoring && <ScoringDesk caseId={caseId} scoring={scoring} names={names} />}
    </SignInNeeded>
  )
}
