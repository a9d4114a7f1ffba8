import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { AskedHere } from './asked-here.tsx'
import { PartFrame } from './part-frame.tsx'
import { useCaseQuery } from './use-case.ts'

interface CasePageProps {
  caseId: string
  title: string
  /** What else went wrong. */
  error?: Error | null
  /** What was done here just now. */
  done?: string | undefined
  children(theCase: CaseView): ReactNode
}

/** A page about one part of a case, with the case, live. */
export function CasePage({ caseId, title, error = null, done, children }: CasePageProps) {
  const { data: theCase, error: caseError } = useQuery(useCaseQuery(caseId))
  const shown = theCase && children(theCase)
  return (
    <PartFrame
      caseId={caseId}
      title={title}
      caption={theCase?.proposal.form.title}
      error={caseError ?? error}
      done={done}
    >
      {shown && (
        <>
          <AskedHere theCase={theCase} />
          {shown}
        </>
      )}
    </PartFrame>
  )
}
