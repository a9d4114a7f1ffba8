import type { CaseView } from '../../../functions/api/answers/case.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { editFieldOf } from './entered.ts'
import type { SpecificationView } from './specification-view.ts'
import { words } from './words.ts'

/** The chair puts the last version to the vote. */
export function PutToVote({ theCase, specification }: { theCase: CaseView; specification: SpecificationView }) {
  const put = useCommand(theCase.caseId, 'put-to-vote')
  const { latest, comments } = specification
  const open = comments.filter(({ resolved }) => !resolved).length
  const said = words.put
  return (
    <section aria-labelledby="put">
      <h2 id="put">{said.title(latest)}</h2>
      <p className="nhsuk-u-reading-width">
        {said.effect} {open > 0 && said.openComments(open)}
      </p>
      <CommandProblem error={put.error} field={editFieldOf} />
      <ActionButton busy={put.isPending} onClick={() => put.mutate({ version: latest })}>
        {put.isPending ? said.busy : said.confirm(latest)}
      </ActionButton>
    </section>
  )
}
