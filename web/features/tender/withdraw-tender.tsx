import { Link, useNavigate } from '@tanstack/react-router'
import { ActionButton } from '../../nhs/action-button.tsx'
import { at } from '../../time.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { personName } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import { useSession } from '../session/session.tsx'
import type { OwnTender } from './notice.ts'
import { words } from './words.ts'

/** Asks once more before the organisation's tender is withdrawn. */
export function WithdrawTender({ own }: { own: OwnTender }) {
  const { caseId, title, tender } = own
  const names = useNames()
  const { personId } = useSession()
  const navigate = useNavigate()
  const withdraw = useCommand(caseId, 'withdraw-tender', () =>
    navigate({ to: '/tenders/$caseId', params: { caseId }, state: { said: words.withdraw.done } }),
  )
  return (
    <>
      <CommandProblem error={withdraw.error} />
      <h1>
        <span className="nhsuk-caption-l">{title}</span>
        {words.withdraw.title}
      </h1>
      {tender && (
        <p className="nhsuk-u-reading-width">
          {words.withdraw.which(
            tender.submittedBy === personId ? undefined : personName(names, tender.submittedBy),
            at(tender.submittedAt),
          )}
        </p>
      )}
      <p className="nhsuk-u-reading-width">{words.withdraw.effect}</p>
      <div className="nhsuk-button-group">
        <ActionButton kind="warning" busy={withdraw.isPending} onClick={() => withdraw.mutate({})}>
          {withdraw.isPending ? words.withdraw.withdrawing : words.withdraw.confirm}
        </ActionButton>
        <Link to="/tenders/$caseId" params={{ caseId }} className="nhsuk-button nhsuk-button--secondary">
          {words.withdraw.keep}
        </Link>
      </div>
    </>
  )
}
