import type { ChecklistItem } from '../../../domain/appraisal/checklist.ts'
import type { ProposalForm } from '../../../domain/proposal/proposal.ts'
import { pounds } from '../../money.ts'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { type Fact, Facts } from '../../nhs/facts.tsx'
import { on } from '../../time.ts'
import { words } from './words.ts'

/** What the proposal says about one item of the checklist. */
export function ProposalPart({ item, form }: { item: ChecklistItem; form: ProposalForm }) {
  const facts = factsOf(item, form)
  return typeof facts === 'string' ? <p>{facts}</p> : <Facts facts={facts} />
}

function factsOf(item: ChecklistItem, form: ProposalForm): Fact[] | string {
  const named = words.facts
  const { costs, strategicFit } = form
  switch (item) {
    case 'objectives':
      return [
        [named.problem, form.problem],
        [named.objectives, <BulletList key="objectives" items={form.objectives} />],
        [
          named.deliverables,
          <BulletList
            key="deliverables"
            items={form.deliverables.map(({ what, by }) => named.deliverable(what, on(`${by}T12:00:00.000Z`)))}
          />,
        ],
      ]
    case 'costs':
      return [
        [named.oneOff, pounds(costs.oneOff)],
        [named.recurrent, pounds(costs.recurrent)],
        [named.savings, pounds(costs.savings)],
        [named.investToSave, costs.investToSave ? named.yes : named.no],
      ]
    case 'strategic-fit':
      return (Object.keys(named.fit) as (keyof typeof named.fit)[]).map(
        (goal): Fact => [named.fit[goal], strategicFit[goal]],
      )
    case 'consultation':
      return form.consulted.map(
        ({ who, when, said, changed }): Fact => [
          `${who}, ${on(`${when}T12:00:00.000Z`)}`,
          <>
            “{said}” {named.changed}: {changed}
          </>,
        ],
      )
    case 'leadership':
      return [
        [named.lead, form.clinicalLead.name],
        [named.manager, form.projectManager.name],
      ]
    case 'governance':
      return form.clinicalGovernance
    case 'risks':
      return named.risks
  }
}
