import { useState } from 'react'
import type { Interest } from '../../../domain/register/declaration.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { AddInterest } from '../interests/add-interest.tsx'
import { interestInWords } from '../interests/interest-in-words.ts'
import { Removable } from '../interests/removable.tsx'
import { isBegun, untyped } from '../interests/typed-interest.ts'
import { words as interestWords } from '../interests/words.ts'
import { useNames } from '../people/use-names.ts'
import { words } from './words.ts'

/** Nothing to declare, or the interests that were added; what was added outlives the page. */
export function DeclareForm({ caseId, sits, onDone }: { caseId: string; sits: boolean; onDone(): void }) {
  const names = useNames()
  const [interests, setInterests, forget] = useKept<Interest[]>(`renewal:${caseId}`, [])
  const command = useCommand(caseId, 'renew-declaration', () => {
    forget()
    onDone()
  })
  const [typed, setTyped, clear] = useKept('interest', untyped)
  const [asked, setAsked] = useState(false)
  const begun = asked && isBegun(typed, untyped)
  const nothing = interests.length === 0
  const declaration = nothing ? { kind: 'nothing to declare' } : { kind: 'interests', interests }
  const declare = () => {
    setAsked(true)
    if (!isBegun(typed, untyped) && !command.isPending) command.mutate({ declaration })
  }
  return (
    <>
      <AddInterest
        typed={typed}
        setTyped={setTyped}
        clear={clear}
        onAdd={(interest) => setInterests([...interests, interest])}
      />
      {begun ? (
        <ProblemSummary
          title={interestWords.begun.title}
          detail={interestWords.begun.detail}
          faults={[{ fieldId: 'organisation', detail: interestWords.begun.interest }]}
        />
      ) : (
        <CommandProblem error={command.error} field={() => 'declared'} />
      )}
      {!nothing && <h2 id="declared">{words.adds}</h2>}
      <Removable
        of={interests}
        keyOf={({ organisationId, kind, detail }) => `${organisationId} ${kind} ${detail}`}
        inWords={(one) => interestInWords(one, names)}
        onChange={setInterests}
      />
      <p>{sits ? words.consequence : words.consequenceToDecide}</p>
      <ActionButton busy={command.isPending} onClick={declare}>
        {command.isPending ? words.sending : nothing ? words.nothing : words.declare}
      </ActionButton>
    </>
  )
}
