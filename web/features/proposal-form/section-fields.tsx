import type { ComponentType } from 'react'
import { AboutFields } from './about-fields.tsx'
import { AttachmentsFields } from './attachments-fields.tsx'
import { DraftEntries } from './draft-entries.tsx'
import { DraftChoice, DraftDate, DraftPounds, DraftText, DraftWords, DraftYesOrNo } from './draft-fields.tsx'
import type { Section } from './sections.ts'
import { useField } from './use-field.ts'
import { words } from './words.ts'

/** What each section asks for. */
export const sectionFields: Record<Section, ComponentType> = {
  about: AboutFields,
  problem: ProblemFields,
  deliverables: DeliverablesFields,
  costs: CostsFields,
  fit: FitFields,
  consultation: ConsultationFields,
  people: PeopleFields,
  governance: GovernanceFields,
  attachments: AttachmentsFields,
}

function ProblemFields() {
  return (
    <>
      <DraftWords field={useField('problem')} label={words.problem.problem} hint={words.problem.problemHint} rows={6} />
      <h2 className="nhsuk-heading-m">{words.problem.objectives}</h2>
      <DraftEntries field="objectives" legend={words.problem.objective} add={words.problem.add} empty="">
        {(index) => <Objective index={index} />}
      </DraftEntries>
    </>
  )
}

function DeliverablesFields() {
  return (
    <DraftEntries field="deliverables" legend={words.deliverables.one} add={words.deliverables.add} empty={{}}>
      {(index) => <Deliverable index={index} />}
    </DraftEntries>
  )
}

function CostsFields() {
  return (
    <>
      <DraftPounds field={useField('costs', 'oneOff')} label={words.costs.oneOff} />
      <DraftPounds field={useField('costs', 'recurrent')} label={words.costs.recurrent} />
      <DraftPounds field={useField('costs', 'savings')} label={words.costs.savings} />
      <DraftYesOrNo
        field={useField('costs', 'investToSave')}
        label={words.costs.investToSave}
        hint={words.costs.investToSaveHint}
      />
    </>
  )
}

function FitFields() {
  return (Object.keys(words.fit) as (keyof typeof words.fit)[]).map((goal) => <Goal key={goal} goal={goal} />)
}

function ConsultationFields() {
  return (
    <DraftEntries field="consulted" legend={words.consultation.one} add={words.consultation.add} empty={{}}>
      {(index) => <Consultation index={index} />}
    </DraftEntries>
  )
}

function PeopleFields() {
  return (
    <>
      <DraftText field={useField('clinicalLead', 'name')} label={words.people.clinicalLead} hint={words.people.hint} />
      <DraftText
        field={useField('projectManager', 'name')}
        label={words.people.projectManager}
        hint={words.people.hint}
      />
    </>
  )
}

function GovernanceFields() {
  return (
    <>
      <DraftWords field={useField('clinicalGovernance')} label={words.governance.clinicalGovernance} />
      <DraftWords field={useField('premises')} label={words.governance.premises} />
    </>
  )
}

function Objective({ index }: { index: number }) {
  return <DraftWords field={useField('objectives', index)} label={words.problem.objective(index + 1)} rows={2} />
}

function Deliverable({ index }: { index: number }) {
  return (
    <>
      <DraftWords field={useField('deliverables', index, 'what')} label={words.deliverables.what} rows={2} />
      <DraftDate field={useField('deliverables', index, 'by')} label={words.deliverables.by} />
    </>
  )
}

function Goal({ goal }: { goal: keyof typeof words.fit }) {
  return <DraftWords field={useField('strategicFit', goal)} label={words.fit[goal]} rows={2} />
}

function Consultation({ index }: { index: number }) {
  const said = words.consultation
  return (
    <>
      <DraftText field={useField('consulted', index, 'who')} label={said.who} hint={said.whoHint} />
      <DraftChoice
        field={useField('consulted', index, 'kind')}
        label={said.kind}
        choices={[
          { value: '', name: said.choose },
          ...Object.entries(said.kinds).map(([value, name]) => ({ value, name })),
        ]}
      />
      <DraftDate field={useField('consulted', index, 'when')} label={said.when} />
      <DraftWords field={useField('consulted', index, 'said')} label={said.said} />
      <DraftWords field={useField('consulted', index, 'changed')} label={said.changed} hint={said.changedHint} />
    </>
  )
}
