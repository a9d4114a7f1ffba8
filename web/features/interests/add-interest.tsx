import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Interest, InterestKind } from '../../../domain/register/declaration.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ChoiceField, DateField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { useRegisters } from '../people/use-registers.ts'
import { ANOTHER, type FieldFault, faultsIn, interestFrom, untyped } from './typed-interest.ts'
import { words } from './words.ts'

const said = words.add

/** Asks for one more interest; it is declared with the others. */
export function AddInterest({ onAdd }: { onAdd(interest: Interest): void }) {
  const { data: registers } = useQuery(useRegisters())
  const [typed, setTyped, forget] = useKept('interest', untyped)
  const [faults, setFaults] = useState<FieldFault[]>([])
  const faultOf = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.detail
  const add = (event: FormEvent) => {
    event.preventDefault()
    const found = faultsIn(typed)
    setFaults(found)
    if (found.length > 0) return
    onAdd(interestFrom(typed))
    forget()
  }
  const organisations = [...(registers?.organisations ?? [])].sort((a, b) => a.name.localeCompare(b.name))
  return (
    <form onSubmit={add} noValidate aria-labelledby="add">
      <h2 id="add">{said.title}</h2>
      {faults.length > 0 && <ProblemSummary {...words.faults} faults={faults} />}
      <ChoiceField
        id="organisation"
        label={said.organisation}
        fault={faultOf('organisation')}
        value={typed.organisationId}
        onChange={(organisationId) => setTyped({ ...typed, organisationId })}
        choices={[
          { value: '', name: said.choose },
          ...organisations.map(({ id, name }) => ({ value: id, name })),
          { value: ANOTHER, name: said.another },
        ]}
      />
      {typed.organisationId === ANOTHER && (
        <TextField id="name" label={said.name} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
      )}
      <ChoiceField
        id="kind"
        label={said.kind}
        fault={faultOf('kind')}
        value={typed.kind}
        onChange={(kind) => setTyped({ ...typed, kind: kind as InterestKind | '' })}
        choices={[
          { value: '', name: said.chooseKind },
          ...Object.entries(words.kinds).map(([value, name]) => ({ value, name })),
        ]}
      />
      {typed.kind === 'owner' && (
        <TextField
          id="share"
          label={said.share}
          hint={said.shareHint}
          fault={faultOf('share')}
          width={5}
          value={typed.share}
          onChange={(share) => setTyped({ ...typed, share })}
        />
      )}
      <TextField
        id="detail"
        label={said.detail}
        hint={said.detailHint}
        fault={faultOf('detail')}
        value={typed.detail}
        onChange={(detail) => setTyped({ ...typed, detail })}
      />
      <DateField
        id="ended"
        label={said.ended}
        hint={said.endedHint}
        fault={faultOf('ended')}
        value={typed.ended}
        onChange={(ended) => setTyped({ ...typed, ended })}
      />
      <ActionButton submit kind="secondary">
        {said.confirm}
      </ActionButton>
    </form>
  )
}
