import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseView } from '../../functions/api/answers/case.ts'
import { CasePage } from '../features/case/case-page.tsx'
import { useView } from '../features/case/use-view.ts'
import { CheckPerson } from '../features/conflicts/check-person.tsx'
import type { Conflicts } from '../features/conflicts/conflicts.ts'
import { Standings } from '../features/conflicts/standings.tsx'
import { words } from '../features/conflicts/words.ts'
import { when } from '../time.ts'

/** How people stand in a case, the rulings on flagged interests, and the check before a nomination. */
export const conflictsRoute = createLazyRoute('/cases/$caseId/conflicts')({ component: ConflictsPage })

function ConflictsPage() {
  const { caseId } = conflictsRoute.useParams()
  const [done, setDone] = useState<string>()
  return (
    <CasePage caseId={caseId} title={words.title} done={done}>
      {({ sees, may }) => (
        <>
          {sees.includes('view-conflicts') && (
            <Standing
              caseId={caseId}
              mayRule={may.includes('adjudicate-interest')}
              onRuled={() => setDone(words.done)}
            />
          )}
          {sees.includes('check-person') && <CheckPerson caseId={caseId} />}
        </>
      )}
    </CasePage>
  )
}

interface StandingProps {
  caseId: CaseView['caseId']
  mayRule: boolean
  onRuled(): void
}

function Standing({ caseId, mayRule, onRuled }: StandingProps) {
  const { data: conflicts } = useQuery(useView<Conflicts>(caseId, '/conflicts', { live: false }))
  if (!conflicts) return null
  const { checkedAt, register } = conflicts
  return (
    <>
      <p className="nhsuk-u-reading-width">{words.what}</p>
      <p>
        {checkedAt === undefined || register === undefined ? words.unchecked : words.checked(when(checkedAt), register)}
      </p>
      <Standings caseId={caseId} conflicts={conflicts} mayRule={mayRule} onRuled={onRuled} />
    </>
  )
}
