import { ActionButton } from '../../nhs/action-button.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { words } from './words.ts'

/** The chair has looked through what is recorded: until this is said, or the time is over, a slip can be corrected. */
export function ConcludeForm({ caseId, due }: { caseId: string; due: string }) {
  const conclude = useCommand(caseId, 'conclude-moderation')
  return (
    <section aria-labelledby="conclude">
      <h2 id="conclude">{words.conclude.title}</h2>
      <CommandProblem error={conclude.error} />
      <p>{words.conclude.check}</p>
      <p>{words.conclude.warning(due)}</p>
      <ActionButton busy={conclude.isPending} onClick={() => conclude.mutate({})}>
        {conclude.isPending ? words.recording : words.conclude.confirm}
      </ActionButton>
    </section>
  )
}
