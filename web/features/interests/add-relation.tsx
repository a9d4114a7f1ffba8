import { useQuery } from '@tanstack/react-query'
import type { Relation } from '../../../domain/register/declaration.ts'
import { ChoiceField, DateField } from '../../nhs/fields.tsx'
import { CheckedForm } from '../command-form/checked-form.tsx'
import { useRegisters } from '../people/use-registers.ts'
import { useSession } from '../session/session.tsx'
import { ClearButton } from './clear-button.tsx'
import { endedOf, isBegun, untyped } from './typed-interest.ts'
import { words } from './words.ts'

const said = words.relation

export const noRelation = { personId: '', kind: '' as Relation['kind'] | '', ended: untyped.ended }

interface AddRelationProps {
  /** Who says that they are close, wherever they belong. */
  claimants: { personId: string; name: string }[]
  typed: typeof noRelation
  setTyped(typed: typeof noRelation): void
  /** Empties the fields. */
  clear(): void
  onAdd(relation: Relation): void
}

/** Asks for somebody in the family, or a business partner, whom the register knows: their interests are looked at, too. */
export function AddRelation({ claimants, typed, setTyped, clear, onAdd }: AddRelationProps) {
  const { personId: self } = useSession()
  const { data: registers } = useQuery(useRegisters())
  const known = new Map([
    ...(registers?.colleagues ?? []).map(({ id, name }) => [id, name] as const),
    ...claimants.map(({ personId, name }) => [personId, name] as const),
  ])
  const people = [...known].map(([id, name]) => ({ id, name })).filter(({ id }) => id !== self)
  if (people.length === 0) return null
  const { personId, kind, ended } = typed
  const endedOn = endedOf(ended)
  const faults = [
    ...(personId === '' ? [{ fieldId: 'relative', detail: words.fault.person }] : []),
    ...(kind === '' ? [{ fieldId: 'relation', detail: words.fault.relation }] : []),
    ...(endedOn === 'wrong' ? [{ fieldId: 'relation-ended', detail: words.fault.date }] : []),
  ]
  const add = () => {
    if (kind === '') return
    onAdd({ personId, kind, ...(endedOn !== undefined && { endedOn }) })
    clear()
  }
  return (
    <CheckedForm
      label={said.title}
      faults={faults}
      send={add}
      confirm={said.confirm}
      kind="minor"
      beside={isBegun(typed, noRelation) && <ClearButton clear={clear} />}
    >
      <h2>{said.title}</h2>
      <p>{said.what}</p>
      <ChoiceField
        id="relative"
        label={said.who}
        value={typed.personId}
        onChange={(personId) => setTyped({ ...typed, personId })}
        choices={[{ value: '', name: said.choose }, ...people.map(({ id, name }) => ({ value: id, name }))]}
      />
      <ChoiceField
        id="relation"
        label={said.kind}
        value={typed.kind}
        onChange={(kind) => setTyped({ ...typed, kind: kind as Relation['kind'] | '' })}
        choices={[
          { value: '', name: said.chooseKind },
          ...Object.entries(words.relations).map(([value, name]) => ({ value, name })),
        ]}
      />
      <DateField
        id="relation-ended"
        label={words.add.ended}
        hint={words.add.endedHint}
        value={typed.ended}
        onChange={(ended) => setTyped({ ...typed, ended })}
      />
    </CheckedForm>
  )
}
