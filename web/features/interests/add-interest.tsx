import { type FormEvent, useState } from 'react'
import type { Interest } from '../../../domain/register/declaration.ts'
import { Faults } from '../../nhs/faults.ts'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { AddOrClear } from './add-or-clear.tsx'
import { InterestFields } from './interest-fields.tsx'
import { type FieldFault, faultsIn, interestFrom, isBegun, type TypedInterest, untyped } from './typed-interest.ts'
import { words } from './words.ts'

const said = words.add

interface AddInterestProps {
  typed: TypedInterest
  setTyped(typed: TypedInterest): void
  /** Empties the fields. */
  clear(): void
  onAdd(interest: Interest): void
}

/** Asks for one more interest; it is declared with the others. */
export function AddInterest({ typed, setTyped, clear, onAdd }: AddInterestProps) {
  const [faults, setFaults] = useState<FieldFault[]>([])
  const add = (event: FormEvent) => {
    event.preventDefault()
    const found = faultsIn(typed)
    setFaults(found)
    if (found.length > 0) return
    onAdd(interestFrom(typed))
    clear()
  }
  return (
    <form onSubmit={add} noValidate aria-labelledby="add">
      <h2 id="add">{said.title}</h2>
      {faults.length > 0 && <ProblemSummary {...words.faults} faults={faults} />}
      <Faults value={(field) => faults.find(({ fieldId }) => fieldId === field)?.detail}>
        <InterestFields
          typed={typed}
          setTyped={setTyped}
          asked={{ kind: said.kind, share: said.share, kinds: words.kinds }}
        />
      </Faults>
      <AddOrClear confirm={said.confirm} begun={isBegun(typed, untyped)} clear={clear} />
    </form>
  )
}
