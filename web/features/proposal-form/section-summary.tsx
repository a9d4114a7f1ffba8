import { useQuery } from '@tanstack/react-query'
import type { ProposalForm } from '../../../domain/proposal/proposal.ts'
import { pounds } from '../../money.ts'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { type Fact, Facts } from '../../nhs/facts.tsx'
import { onDate } from '../../time.ts'
import { words as autosave } from '../autosave/words.ts'
import type { Names } from '../people/names.ts'
import { useNames } from '../people/use-names.ts'
import { useRegisters } from '../people/use-registers.ts'
import { type Section, sectionWith } from './sections.ts'
import { words } from './words.ts'

/** A draft may hold anything; what of it is as it should be is shown. */
type Unfinished<Value> = Value extends (infer One)[]
  ? Unfinished<One>[]
  : Value extends object
    ? { [Field in keyof Value]?: Unfinished<Value[Field]> }
    : Value

type UnfinishedForm = { [Field in keyof Omit<ProposalForm, 'proposer'>]?: Unfinished<ProposalForm[Field]> } & {
  proposer?: ProposalForm['proposer']
}

/** What was written in one section. */
export function SectionSummary({ section, form }: { section: Section; form: Record<string, unknown> }) {
  const names = useNames()
  useQuery(useRegisters())
  const facts = factsOf[section](form as UnfinishedForm, names)
  return <Facts facts={facts.length > 0 ? facts : [[words.sections[section].title, missing]]} />
}

/** What was written in one field, in its section's words. */
export function FieldSummary({ field, value }: { field: string; value: unknown }) {
  const facts = factsOf[sectionWith(field)]({ [field]: value }, useNames())
  const written = facts.filter(([, what]) => what !== missing)
  return written.length === 0 ? autosave.clash.nothing : <Facts facts={written} />
}

const missing = words.review.missing
const text = (value: unknown): string => (typeof value === 'string' && value.trim() !== '' ? value : missing)
const amount = (value: unknown): string => (typeof value === 'number' ? pounds(value) : text(value))
const listOf = <One,>(value: One[] | undefined): One[] => (Array.isArray(value) ? value : [])
const lines = (items: string[]) => (items.length === 0 ? missing : <BulletList items={items} />)

const factsOf: Record<Section, (form: UnfinishedForm, names: Names) => Fact[]> = {
  about: ({ title, area, kind, proposer }, names) => [
    [words.about.title, text(title)],
    [words.about.area, area ? names.area(area) : missing],
    [words.about.kind, kind ? (words.about.kinds[kind] ?? missing) : missing],
    [words.about.proposer, proposer ? proposerIn(proposer, names) : missing],
  ],
  problem: ({ problem, objectives }) => [
    [words.problem.problem, text(problem)],
    [words.problem.objectives, lines(listOf(objectives).map(text))],
  ],
  deliverables: ({ deliverables }) => [
    [
      words.sections.deliverables.title,
      lines(listOf(deliverables).map((one) => `${text(one?.what)} (${one?.by ? onDate(one.by) : missing})`)),
    ],
  ],
  costs: ({ costs = {} }) => [
    [words.costs.oneOff, amount(costs.oneOff)],
    [words.costs.recurrent, amount(costs.recurrent)],
    [words.costs.savings, amount(costs.savings)],
    [
      words.costs.investToSave,
      costs.investToSave === undefined ? missing : costs.investToSave ? words.costs.yes : words.costs.no,
    ],
  ],
  fit: ({ strategicFit = {} }) =>
    (Object.keys(words.fit) as (keyof typeof words.fit)[]).map((goal) => [words.fit[goal], text(strategicFit[goal])]),
  consultation: ({ consulted }) =>
    listOf(consulted).map((one, index) => [
      `${words.consultation.one(index + 1)}: ${text(one?.who)}`,
      <BulletList
        key={one?.who}
        items={[
          one?.kind ? (words.consultation.kinds[one.kind] ?? missing) : missing,
          one?.when ? onDate(one.when) : missing,
          `${words.consultation.said} ${text(one?.said)}`,
          `${words.consultation.changed} ${text(one?.changed)}`,
        ]}
      />,
    ]),
  people: ({ clinicalLead, projectManager }) => [
    [words.people.clinicalLead, text(clinicalLead?.name)],
    [words.people.projectManager, text(projectManager?.name)],
  ],
  governance: ({ clinicalGovernance, premises }) => [
    [words.governance.clinicalGovernance, text(clinicalGovernance)],
    [words.governance.premises, text(premises)],
  ],
  attachments: ({ attachments }) => [
    [
      words.sections.attachments.title,
      lines(listOf(attachments).map((one) => `${text(one?.name)} (${words.attachments.size(one?.bytes ?? 0)})`)),
    ],
  ],
}

function proposerIn(proposer: ProposalForm['proposer'], names: Names): string {
  if (proposer.kind === 'other') return text(proposer.name)
  return names.place(proposer.kind === 'practice' ? proposer.practiceId : proposer.organisationId)
}
