import type { CaseView } from '../../../functions/api/answers/case.ts'
import { More } from '../../nhs/more.tsx'
import { Download } from '../paper/download.tsx'
import { SectionSummary } from '../proposal-form/section-summary.tsx'
import { sectionNames } from '../proposal-form/sections.ts'
import { words as form } from '../proposal-form/words.ts'
import { words } from './words.ts'

/** The whole proposal, part by part, and what is attached to it. */
export function ProposalSummary({ caseId, proposal }: Pick<CaseView, 'caseId' | 'proposal'>) {
  return (
    <More title={words.proposal}>
      {sectionNames.map((section) => (
        <section key={section} aria-labelledby={`proposal-${section}`}>
          <h3 id={`proposal-${section}`}>{form.sections[section].title}</h3>
          <SectionSummary section={section} form={proposal.form} />
        </section>
      ))}
      {proposal.form.attachments.map(({ id, name }) => (
        <Download key={id} path={`/api/cases/${caseId}/attachment?document=${id}`} name={name} small>
          {form.attachments.open(name)}
        </Download>
      ))}
    </More>
  )
}
