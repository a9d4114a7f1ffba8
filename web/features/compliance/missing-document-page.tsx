import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { viewMissingDocument } from '../../../domain/compliance/view.ts'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { at } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { useSession } from '../session/session.tsx'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { SupplyForm } from './supply-form.tsx'
import { words } from './words.ts'

const { own } = words

/** A bidder supplies a document that is missing: it is asked once, and sends it once. */
export function MissingDocumentPage() {
  const { caseId } = useParams({ from: '/cases/$caseId/missing-document' })
  useTitle(own.title)
  return (
    <SignInNeeded>
      <BackLink to="/tenders/$caseId" params={{ caseId }}>
        {own.back}
      </BackLink>
      <h1>{own.title}</h1>
      <Asked caseId={caseId} />
    </SignInNeeded>
  )
}

function Asked({ caseId }: { caseId: string }) {
  const { status, personId, ask } = useSession()
  const { data, error } = useQuery(
    queryOptions({
      queryKey: ['missing document', personId, caseId],
      queryFn: () => ask<ReturnType<typeof viewMissingDocument>>(`/api/cases/${caseId}/missing-document`),
      enabled: status === 'signed in',
    }),
  )
  if (error) return <ProblemSummary {...problemOf(error)} />
  if (!data) return null
  if (!data.question) return <p>{own.nothing}</p>
  const { document, dueAt, supplied } = data.question
  return (
    <div className="nhsuk-u-reading-width">
      <p>{own.intro}</p>
      <blockquote>{document}</blockquote>
      {supplied && <p>{own.sent(supplied.name, at(supplied.at), supplied.sha256)}</p>}
      {!supplied && dueAt === undefined && <p>{own.late}</p>}
      {!supplied && dueAt !== undefined && (
        <>
          <p>{own.due(at(dueAt))}</p>
          <SupplyForm caseId={caseId} />
        </>
      )}
    </div>
  )
}
