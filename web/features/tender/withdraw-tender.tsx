import { Link, useNavigate } from '@tanstack/react-router'
import { ActionButton } from '../../nhs/action-button.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import type { OwnTender } from './notice.ts'
import { words } from './words.ts'

/** Asks once more before the organisation's tender is withdrawn. */
export function WithdrawTender({ own }: { own: OwnTender }) {
  const { caseId, title } = own
  const navigate = useNavigate()
  const withdraw = useCommand(caseId, 'withdraw-tender', () =>
    navigate({ to: '/tenders/$caseId', params: { caseId }, state: { withdrawn: true } }),
  )
  return (
    <>
      <CommandProblem error={withdraw.error} />
      <h1>
        <span className="nhsuk-caption-l">{title}</span>
        {words.withdraw.title}
      </h1>
      <p className="nhsuk-u-reading-width">{words.withdraw.effect}</p>
      <div className="nhsuk-button-group">
        <ActionButton kind="warning" busy={withdraw.isPending} onClick={() => withdraw.mutate({})}>
          {words.withdraw.confirm}
        </ActionButton>
        <Link to="/tenders/$caseId" params={{ caseId }} className="nhsuk-button nhsuk-button--secondary">
          {words.withdraw.keep}
        </Link>
      </div>
    </>
  )
}
