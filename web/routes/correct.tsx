import { useMutation } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import type { CaseView } from '../../functions/api/answers/case.ts'
import { Problem } from '../api.ts'
import { CasePage } from '../features/case/case-page.tsx'
import { CommandProblem } from '../features/case/command-problem.tsx'
import { words } from '../features/proposal-form/words.ts'
import { useSession } from '../features/session/session.tsx'
import { ActionButton } from '../nhs/action-button.tsx'
import { BulletList } from '../nhs/bullet-list.tsx'
import { Notice } from '../nhs/notice.tsx'

const said = words.tasks.correction

/** A returned proposal: why it came back, and the way to correct it, in a draft of its own. */
export const correctRoute = createLazyRoute('/cases/$caseId/correct')({ component: CorrectPage })

function CorrectPage() {
  const { caseId } = correctRoute.useParams()
  return (
    <CasePage caseId={caseId} title={said.title}>
      {(theCase) => <Correct theCase={theCase} />}
    </CasePage>
  )
}

function Correct({ theCase: { caseId, life, wait, proposal } }: { theCase: CaseView }) {
  const { ask } = useSession()
  const navigate = useNavigate()
  const begin = useMutation<void, Error>({
    mutationFn: async () => {
      try {
        await ask(`/api/drafts/${caseId}`, { keep: { body: proposal.form, over: 0 } })
      } catch (problem) {
        // It has been begun before: it goes on from there.
        if (!(problem instanceof Problem && problem.status === 412)) throw problem
      }
    },
    onSuccess: () => navigate({ to: '/proposals/$draftId', params: { draftId: caseId } }),
  })
  const returned = life.status === 'open' && (wait?.name === 'correction' || wait?.name === 'revision')
  const reasons = proposal.returns.slice(-1).map((one) => one.reasons)
  return (
    <>
      <CommandProblem error={begin.error} />
      {!returned && <p>{said.notReturned}</p>}
      {returned && (
        <>
          {reasons.length > 0 && (
            <Notice title={said.reasons}>
              <BulletList items={reasons} />
            </Notice>
          )}
          <p className="nhsuk-u-reading-width">{said.intro}</p>
          <ActionButton busy={begin.isPending} onClick={() => begin.mutate()}>
            {said.begin}
          </ActionButton>
        </>
      )}
    </>
  )
}
