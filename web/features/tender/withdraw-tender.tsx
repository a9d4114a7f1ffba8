import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { useSession } from '../session/session.tsx'
import type { OwnTender } from './notice.ts'
import { words } from './words.ts'

/** Asks once more before the organisation's tender is withdrawn. */
export function WithdrawTender({ own }: { own: OwnTender }) {
  const { caseId, title } = own
  const { ask } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const once = useRef(crypto.randomUUID())
  const withdraw = useMutation({
    mutationFn: () => ask(`/api/cases/${caseId}/withdraw-tender`, { command: { body: {}, once: once.current } }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      await navigate({ to: '/tenders/$caseId', params: { caseId }, state: { withdrawn: true } })
    },
  })
  return (
    <>
      {withdraw.error && <ProblemSummary {...problemOf(withdraw.error)} />}
      <h1>
        <span className="nhsuk-caption-l">{title}</span>
        {words.withdraw.title}
      </h1>
      <p className="nhsuk-u-reading-width">{words.withdraw.effect}</p>
      <div className="nhsuk-button-group">
        <ActionButton kind="warning" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {words.withdraw.confirm}
        </ActionButton>
        <Link to="/tenders/$caseId" params={{ caseId }} className="nhsuk-button nhsuk-button--secondary">
          {words.withdraw.keep}
        </Link>
      </div>
    </>
  )
}
