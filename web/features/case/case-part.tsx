import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseView } from '../../api.ts'
import { BackLink } from '../../nhs/back-link.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useTitle } from '../../title.ts'
import { SignInNeeded } from '../session/sign-in-needed.tsx'
import { useCaseQuery } from './use-case.ts'
import { useView } from './use-view.ts'
import { words } from './words.ts'

interface CasePartProps<View> {
  caseId: string
  title: string
  /** The view of the case that the page shows: what follows `/api/cases/<case>`. */
  path: string
  children(view: View, theCase: CaseView): ReactNode
}

/** A page about one part of a case: its heading, the way back, and what its view says, live. */
export function CasePart<View>(props: CasePartProps<View>) {
  return (
    <SignInNeeded>
      <Part {...props} />
    </SignInNeeded>
  )
}

function Part<View>({ caseId, title, path, children }: CasePartProps<View>) {
  const { data: theCase, error: caseError } = useQuery(useCaseQuery(caseId))
  const { data: view, error: viewError } = useQuery(useView<View>(caseId, path))
  const error = caseError ?? viewError
  useTitle(title)
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {words.back}
      </BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>
        {theCase && <span className="nhsuk-caption-l">{theCase.proposal.form.title}</span>}
        {title}
      </h1>
      {theCase && view && children(view, theCase)}
    </>
  )
}
