import type { CaseView } from '../../api.ts'
import { Facts } from '../../nhs/facts.tsx'
import { More } from '../../nhs/more.tsx'
import { words } from './words.ts'

export function ProposalSummary({ proposal: { form } }: Pick<CaseView, 'proposal'>) {
  const named = words.proposalFacts
  return (
    <More title={words.proposal}>
      <Facts
        facts={[
          [named.problem, form.problem],
          [
            named.objectives,
            <ul key="objectives" className="nhsuk-list nhsuk-list--bullet">
              {form.objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>,
          ],
          [named.lead, form.clinicalLead.name],
          [named.manager, form.projectManager.name],
        ]}
      />
    </More>
  )
}
