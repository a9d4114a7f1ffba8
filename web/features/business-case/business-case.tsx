import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ChecklistItem } from '../../../domain/appraisal/checklist.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { capital } from '../../capital.ts'
import { Facts } from '../../nhs/facts.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { when } from '../../time.ts'
import type { AppraisalView } from '../appraisal/checklist.tsx'
import { toneOf } from '../appraisal/findings.ts'
import { ProposalPart } from '../appraisal/proposal-part.tsx'
import { words as appraisalWords } from '../appraisal/words.ts'
import { ProposalSummary } from '../case/proposal-summary.tsx'
import { useView } from '../case/use-view.ts'
import { Download } from '../paper/download.tsx'
import type { SpecificationView } from '../specification/specification-view.ts'
import { AnswerForm } from './answer-form.tsx'
import { words } from './words.ts'

interface BusinessCaseProps {
  theCase: CaseView
  specification: SpecificationView
}

/** What the approver decides on, and the answer. */
export function BusinessCase({ theCase, specification }: BusinessCaseProps) {
  const { caseId, may, proposal, life } = theCase
  const { businessCase } = specification
  const { data: appraisal } = useQuery(useView<AppraisalView>(caseId, '/appraisal'))
  return (
    <>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {businessCase ? <Standing businessCase={businessCase} /> : <p>{words.notYet}</p>}
      <h2>{words.costs}</h2>
      <ProposalPart item="costs" form={proposal.form} />
      <ProposalSummary caseId={caseId} proposal={proposal} />
      {appraisal && <Findings appraisal={appraisal} />}
      {businessCase && (
        <p>
          <Link to="/cases/$caseId/specification" params={{ caseId }} search={{ version: businessCase.version }}>
            {words.specification(businessCase.version)}
          </Link>
        </p>
      )}
      {businessCase && may.includes('approve-business-case') && (
        <p>
          <Download path={`/api/cases/${caseId}/approval-paper.pdf`} name={`approval-${caseId}.pdf`}>
            {words.paper}
          </Download>
        </p>
      )}
      {businessCase?.status === 'put' && may.includes('approve-business-case') && life.status === 'open' && (
        <section aria-labelledby="answer">
          <h2 id="answer">{words.answer}</h2>
          <AnswerForm key={businessCase.round} caseId={caseId} round={businessCase.round} />
        </section>
      )}
    </>
  )
}

function Standing({ businessCase }: { businessCase: NonNullable<SpecificationView['businessCase']> }) {
  const { status, version, putAt } = businessCase
  if (status === 'put') return <p>{words.status.put(version, when(putAt))}</p>
  return (
    <>
      <p>
        <strong>{words.status[status](when(businessCase.at))}</strong>
      </p>
      <Facts facts={[[words.reasons, businessCase.reasons]]} />
      {businessCase.excludedAt && <p>{words.excluded(when(businessCase.excludedAt))}</p>}
    </>
  )
}

function Findings({ appraisal }: { appraisal: AppraisalView }) {
  const said = words.appraisalOf
  const rows = (Object.keys(appraisalWords.items) as ChecklistItem[]).flatMap((item) => {
    const answer = appraisal.answers?.[item]
    return answer ? [{ item, ...answer }] : []
  })
  if (rows.length === 0) return null
  return (
    <>
      <h2>{words.appraisal}</h2>
      <ListTable
        caption={words.appraisal}
        columns={[
          { head: said.item, cell: ({ item }) => appraisalWords.items[item] },
          { head: said.finding, cell: ({ finding }) => <Mark tone={toneOf[finding]}>{capital(finding)}</Mark> },
          { head: said.remark, cell: ({ comment }) => comment },
        ]}
        rows={rows}
        keyOf={({ item }) => item}
      />
    </>
  )
}
