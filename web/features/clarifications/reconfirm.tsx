import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

/** Asks a bidder whose tender was sent before a change to say that it stands. */
export function Reconfirm({ caseId, version }: { caseId: string; version: number }) {
  const said = words.provider.reconfirm
  const confirm = useCommand(caseId, 'reconfirm-tender')
  return (
    <Notice title={said.title}>
      <p>{said.detail}</p>
      <CommandProblem error={confirm.error} />
      <ActionButton busy={confirm.isPending} onClick={() => confirm.mutate({ version })}>
        {confirm.isPending ? said.busy : said.confirm(version)}
      </ActionButton>
    </Notice>
  )
}
