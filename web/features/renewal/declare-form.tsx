import type { Interest } from '../../../domain/register/declaration.ts'
import { useKept } from '../../kept.ts'
import { useCommand } from '../case/use-command.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
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
  const nothing = interests.length === 0
  const declaration = nothing ? { kind: 'nothing to declare' } : { kind: 'interests', interests }
  return (
    <>
      <AddInterest
        typed={typed}
        setTyped={setTyped}
        clear={clear}
        onAdd={(interest) => setInterests([...interests, interest])}
      />
      <CheckedForm
        command={command}
        faults={isBegun(typed, untyped) ? [{ fieldId: 'organisation', detail: interestWords.begun.interest }] : []}
        field={() => 'declared'}
        send={() => command.mutate({ declaration })}
        confirm={nothing ? words.nothing : words.declare}
      >
        {!nothing && <h2 id="declared">{words.adds}</h2>}
        <Removable
          of={interests}
          keyOf={({ organisationId, kind, detail }) => `${organisationId} ${kind} ${detail}`}
          inWords={(one) => interestInWords(one, names)}
          onChange={setInterests}
        />
        <p>{sits ? words.consequence : words.consequenceToDecide}</p>
      </CheckedForm>
    </>
  )
}
