import type { Interest } from '../../../domain/register/declaration.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { AddInterest } from '../interests/add-interest.tsx'
import { interestInWords } from '../interests/interest-in-words.ts'
import { Removable } from '../interests/removable.tsx'
import { useNames } from '../people/use-names.ts'
import { words } from './words.ts'

/** Nothing to declare, or the interests that were added; what was added outlives the page. */
export function DeclareForm({ caseId, onDone }: { caseId: string; onDone(): void }) {
  const names = useNames()
  const [interests, setInterests, forget] = useKept<Interest[]>(`renewal:${caseId}`, [])
  const command = useCommand(caseId, 'renew-declaration', () => {
    forget()
    onDone()
  })
  const nothing = interests.length === 0
  const declaration = nothing ? { kind: 'nothing to declare' } : { kind: 'interests', interests }
  return (
    <>
      <AddInterest onAdd={(interest) => setInterests([...interests, interest])} />
      <CommandProblem error={command.error} field={() => 'declared'} />
      {!nothing && <h2 id="declared">{words.adds}</h2>}
      <ul>
        <Removable
          of={interests}
          keyOf={({ organisationId, kind, detail }) => `${organisationId} ${kind} ${detail}`}
          inWords={(one) => interestInWords(one, names)}
          onChange={setInterests}
        />
      </ul>
      <p>{words.consequence}</p>
      <ActionButton busy={command.isPending} onClick={() => command.mutate({ declaration })}>
        {command.isPending ? words.sending : nothing ? words.nothing : words.declare}
      </ActionButton>
    </>
  )
}
