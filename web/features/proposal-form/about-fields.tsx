import { useQuery } from '@tanstack/react-query'
import type { ProposalForm } from '../../../domain/proposal/proposal.ts'
import { RadiosField } from '../../nhs/fields.tsx'
import { useMe, useNames } from '../people/use-names.ts'
import { useRegisters } from '../people/use-registers.ts'
import { DraftChoice, DraftText } from './draft-fields.tsx'
import { proposersOf } from './proposers.ts'
import { useField } from './use-field.ts'
import { words } from './words.ts'

const said = words.about

/** What the proposal is called, what it is about, and whose it is. */
export function AboutFields() {
  const { data: registers } = useQuery(useRegisters())
  const kind = useField('kind')
  return (
    <>
      <DraftText field={useField('title')} label={said.title} hint={said.titleHint} />
      <DraftChoice
        field={useField('area')}
        label={said.area}
        hint={said.areaHint}
        choices={[
          { value: '', name: said.choose },
          ...(registers?.areas ?? []).map(({ id, name, level }) => ({ value: id, name: said.level(name, level) })),
        ]}
      />
      <RadiosField
        id={kind.id}
        label={said.kind}
        fault={kind.fault}
        value={typeof kind.value === 'string' ? kind.value : undefined}
        choices={Object.entries(said.kinds).map(([value, name]) => ({ value, name }))}
        onChange={kind.set}
      />
      <ProposerField />
    </>
  )
}

/** People propose for their own practice or organisation; the company's staff for bodies that have no sign-in. */
function ProposerField() {
  const { data: me } = useMe()
  const names = useNames()
  const { id, value, fault, set } = useField('proposer')
  const chosen = value as ProposalForm['proposer'] | undefined
  const proposers = me ? proposersOf(me.person) : []
  const nameOf = (proposer: ProposalForm['proposer']): string =>
    proposer.kind === 'practice'
      ? names.place(proposer.practiceId)
      : proposer.kind === 'provider'
        ? names.place(proposer.organisationId)
        : said.other
  return (
    <>
      <RadiosField
        id={id}
        label={said.proposer}
        fault={fault}
        value={chosen?.kind}
        choices={proposers.map((proposer) => ({ value: proposer.kind, name: nameOf(proposer) }))}
        onChange={(kind) => set(proposers.find((proposer) => proposer.kind === kind))}
      />
      {chosen?.kind === 'other' && <OtherName />}
    </>
  )
}

function OtherName() {
  return <DraftText field={useField('proposer', 'name')} label={said.otherName} />
}
