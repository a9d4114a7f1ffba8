import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Organisation } from '../../../domain/locality/locality.ts'
import { Problem } from '../../api.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { RadiosField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { TextField } from '../../nhs/text-field.tsx'
import { Ticks } from '../../nhs/ticks.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { NamesLikeThis } from '../interests/names-like-this.tsx'
import { Ended } from './ended.tsx'
import { Holdings } from './holdings.tsx'
import { Moved } from './moved.tsx'
import { draftFrom, isTouched, movedIn, type OrganisationDraft, over } from './organisation-draft.ts'
import {
  faultsInOrganisation,
  identifierFor,
  NEW,
  organisationField,
  organisationFrom,
  type RecordedOrganisation,
  type TypedOrganisation,
} from './typed-organisation.ts'
import { useRegisterCommand } from './use-register.ts'
import { words } from './words.ts'

const said = words.organisation
const kinds = Object.entries(words.organisations.kinds).map(([value, name]) => ({ value, name }))

interface OrganisationFormProps {
  /** As the register has it; absent for a new one. */
  recorded: RecordedOrganisation | undefined
  organisations: Organisation[]
  areas: { id: string; name: string }[]
}

/** What an organisation is called, owns, provides and intends to; every change with its reason. */
export function OrganisationForm({ recorded, organisations, areas }: OrganisationFormProps) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const now = draftFrom(recorded)
  const [kept, setDraft, forget] = useKept<OrganisationDraft>(`organisation:${recorded?.id ?? NEW}`, now)
  // What nobody has typed in follows the register.
  const draft = isTouched(kept) ? kept : now
  const moved = draft.over === now.over ? [] : movedIn(draft, now)
  const { typed } = draft
  const [asked, setAsked] = useState(false)
  const command = useRegisterCommand('record-organisation', async () => {
    forget()
    await navigate({ to: '/register', state: { said: said.done(typed.name.trim()) } })
  })
  const taken = organisations.map(({ id }) => id)
  const id = recorded?.id ?? identifierFor(typed.name, taken)
  const faults = asked
    ? [...(moved.length > 0 ? [{ fieldId: 'moved', detail: said.missing.moved }] : []), ...faultsInOrganisation(typed)]
    : []
  const faultOf = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.detail
  const send = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (moved.length > 0 || faultsInOrganisation(typed).length > 0 || command.isPending) return
    const body = { organisation: organisationFrom(id, typed), over: draft.over, reason: typed.reason.trim() }
    command.mutate(body, {
      onError: (error) => {
        if (error instanceof Problem && error.code === 'Stale') void queries.invalidateQueries()
      },
    })
  }
  const choices = areas.map((area) => ({ value: area.id, name: area.name }))
  const set = (some: Partial<TypedOrganisation>) => setDraft({ ...draft, typed: { ...typed, ...some } })
  const settle = (to: OrganisationDraft) => {
    setDraft(to)
    setAsked(false)
    command.reset()
  }
  return (
    <form onSubmit={send} noValidate className="nhsuk-u-reading-width">
      <CommandProblem error={command.error} field={organisationField} />
      {faults.length > 0 && <ProblemSummary {...words.faults} faults={faults} />}
      {moved.length > 0 && (
        <Moved
          moved={moved}
          now={now.typed}
          organisations={organisations}
          areas={areas}
          onGoOn={() => settle(over(now, draft))}
          onStartAgain={() => settle(now)}
        />
      )}
      <TextField
        id="name"
        label={said.name}
        fault={faultOf('name')}
        value={typed.name}
        onChange={(name) => set({ name })}
      />
      {!recorded && (
        <NamesLikeThis
          name={typed.name}
          onChoose={(organisationId) => navigate({ to: '/register/$organisationId', params: { organisationId } })}
        />
      )}
      <RadiosField
        id="kind"
        label={said.kind}
        value={typed.kind}
        choices={kinds}
        onChange={(kind) => set({ kind: kind as Organisation['kind'] })}
      />
      <WordsField
        id="aliases"
        label={said.aliases}
        hint={said.oneALine}
        rows={3}
        value={typed.aliases}
        onChange={(aliases) => set({ aliases })}
      />
      <WordsField
        id="formerNames"
        label={said.formerNames}
        hint={said.oneALine}
        rows={3}
        value={typed.formerNames}
        onChange={(formerNames) => set({ formerNames })}
      />
      <Holdings
        id={id}
        owns={typed.owns}
        organisations={organisations}
        faultOf={faultOf}
        onChange={(owns) => set({ owns })}
      />
      <Ticks
        id="areas"
        label={said.provides}
        choices={choices}
        value={typed.areas}
        onChange={(some) => set({ areas: some })}
      />
      <Ticks
        id="intends"
        label={said.intends}
        choices={choices.map(({ value, name }) => ({ value, name }))}
        value={typed.intends}
        onChange={(intends) => set({ intends })}
      />
      <Ended typed={typed} organisations={organisations} areas={areas} faultOf={faultOf} onChange={set} />
      <WordsField
        id="reason"
        label={said.reason}
        hint={said.reasonHint}
        rows={3}
        fault={faultOf('reason')}
        value={typed.reason}
        onChange={(reason) => set({ reason })}
      />
      <ActionButton submit busy={command.isPending}>
        {command.isPending ? words.sending : said.confirm}
      </ActionButton>
    </form>
  )
}
