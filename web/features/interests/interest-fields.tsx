import { useQuery } from '@tanstack/react-query'
import type { InterestKind } from '../../../domain/register/declaration.ts'
import { ChoiceField, DateField } from '../../nhs/fields.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { useRegisters } from '../people/use-registers.ts'
import { NamesLikeThis } from './names-like-this.tsx'
import { ANOTHER, type TypedInterest } from './typed-interest.ts'
import { words } from './words.ts'

const said = words.add

interface InterestFieldsProps {
  typed: TypedInterest
  setTyped(typed: TypedInterest): void
  /** What is asked of whoever it is about: oneself, or somebody else. */
  asked: { kind: string; share: string; kinds: Record<InterestKind, string> }
}

/** In which organisation, what ties somebody to it, and since or until when. */
export function InterestFields({ typed, setTyped, asked }: InterestFieldsProps) {
  const { data: registers } = useQuery(useRegisters())
  const organisations = [...(registers?.organisations ?? [])].sort((a, b) => a.name.localeCompare(b.name))
  return (
    <>
      <ChoiceField
        id="organisation"
        label={said.organisation}
        value={typed.organisationId}
        onChange={(organisationId) => setTyped({ ...typed, organisationId })}
        choices={[
          { value: '', name: said.choose },
          ...organisations.map(({ id, name }) => ({ value: id, name })),
          { value: ANOTHER, name: said.another },
        ]}
      />
      {typed.organisationId === ANOTHER && (
        <>
          <TextField id="name" label={said.name} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
          <NamesLikeThis
            name={typed.name}
            onChoose={(organisationId) => setTyped({ ...typed, organisationId, name: '' })}
          />
        </>
      )}
      <ChoiceField
        id="kind"
        label={asked.kind}
        value={typed.kind}
        onChange={(kind) => setTyped({ ...typed, kind: kind as InterestKind | '' })}
        choices={[
          { value: '', name: said.chooseKind },
          ...Object.entries(asked.kinds).map(([value, name]) => ({ value, name })),
        ]}
      />
      {typed.kind === 'owner' && (
        <TextField
          id="share"
          label={asked.share}
          hint={said.shareHint}
          width={5}
          value={typed.share}
          onChange={(share) => setTyped({ ...typed, share })}
        />
      )}
      <TextField
        id="detail"
        label={said.detail}
        hint={said.detailHint}
        value={typed.detail}
        onChange={(detail) => setTyped({ ...typed, detail })}
      />
      <DateField
        id="ended"
        label={said.ended}
        hint={said.endedHint}
        value={typed.ended}
        onChange={(ended) => setTyped({ ...typed, ended })}
      />
    </>
  )
}
