import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { CasePage } from './case-page.tsx'
import { useView } from './use-view.ts'

interface CasePartProps<View> {
  caseId: string
  title: string
  /** The view of the case that the page shows: what follows `/api/cases/<case>`. */
  path: string
  /** Whether it is looked at again and again; a page on which people write may say no. */
  live?: boolean
  /** What was done here just now. */
  done?: string | undefined
  children(view: View, theCase: CaseView): ReactNode
}

/** A page about one part of a case, with what its view says. */
export function CasePart<View>({ caseId, title, path, live = true, done, children }: CasePartProps<View>) {
  const { data: view, error } = useQuery(useView<View>(caseId, path, { live }))
  return (
    <CasePage caseId={caseId} title={title} error={error} done={done}>
      {(theCase) => view && children(view, theCase)}
    </CasePage>
  )
}
