import type { Interest } from '../../../domain/register/declaration.ts'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { ClearButton } from './clear-button.tsx'
import { InterestFields } from './interest-fields.tsx'
import { faultsIn, interestFrom, isBegun, type TypedInterest, untyped } from './typed-interest.ts'
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
  const add = () => {
    onAdd(interestFrom(typed))
    clear()
  }
  return (
    <CheckedForm
      label={said.title}
      faults={faultsIn(typed)}
      send={add}
      confirm={said.confirm}
      kind="minor"
      beside={isBegun(typed, untyped) && <ClearButton clear={clear} />}
    >
      <h2>{said.title}</h2>
      <InterestFields
        typed={typed}
        setTyped={setTyped}
        asked={{ kind: said.kind, share: said.share, kinds: words.kinds }}
      />
    </CheckedForm>
  )
}
