import { type FormEvent, useState } from 'react'
import type { Interest } from '../../../domain/register/declaration.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { InterestFields } from './interest-fields.tsx'
import { type FieldFault, faultsIn, interestFrom, untyped } from './typed-interest.ts'
import { words } from './words.ts'

const said = words.add

/** Asks for one more interest; it is declared with the others. */
export function AddInterest({ onAdd }: { onAdd(interest: Interest): void }) {
  const [typed, setTyped, forget] = useKept('interest', untyped)
  const [faults, setFaults] = useState<FieldFault[]>([])
  const add = (event: FormEvent) => {
    event.preventDefault()
    const found = faultsIn(typed)
    setFaults(found)
    if (found.length > 0) return
    onAdd(interestFrom(typed))
    forget()
  }
  return (
    <form onSubmit={add} noValidate aria-labelledby="add">
      <h2 id="add">{said.title}</h2>
      {faults.length > 0 && <ProblemSummary {...words.faults} faults={faults} />}
      <InterestFields
        typed={typed}
        setTyped={setTyped}
        faults={faults}
        asked={{ kind: said.kind, share: said.share, kinds: words.kinds }}
      />
      <ActionButton submit kind="secondary">
        {said.confirm}
      </ActionButton>
    </form>
  )
}
