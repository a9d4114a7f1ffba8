import type { ChecklistItem } from '../../../domain/appraisal/checklist.ts'
import type { viewAppraisal } from '../../../domain/appraisal/view.ts'
import type { CaseView } from '../../../functions/api/answers/case.ts'
import { capital } from '../../capital.ts'
import { Facts } from '../../nhs/facts.tsx'
import { Mark } from '../../nhs/mark.tsx'
import { More } from '../../nhs/more.tsx'
import { when } from '../../time.ts'
import { type Names, personName } from '../people/names.ts'
import { FindingForm } from './finding-form.tsx'
import { toneOf } from './findings.ts'
import { ProposalPart } from './proposal-part.tsx'
import { words } from './words.ts'

export type AppraisalView = ReturnType<typeof viewAppraisal> & { people?: Record<string, string> }

interface ChecklistProps {
  theCase: CaseView
  appraisal: AppraisalView
  names: Names
  /** Whether findings can still change, and this person may write them. */
  open: boolean
}

/** Every item: what is asked, what the proposal says of it, and what the panel found. */
export function Checklist({ theCase, appraisal, names, open }: ChecklistProps) {
  const items = Object.keys(words.items) as ChecklistItem[]
  return (
    <ol className="nhsuk-list checklist">
      {items.map((item) => {
        const answer = appraisal.answers?.[item]
        return (
          <li key={item}>
            <h3 id={`item-${item}`} tabIndex={-1}>
              {words.items[item]}
            </h3>
            <p>{appraisal.checklist[item]}</p>
            <More title={words.proposal}>
              <ProposalPart item={item} form={theCase.proposal.form} />
            </More>
            {answer ? (
              <Facts
                facts={[
                  [
                    words.found,
                    <Mark key="finding" tone={toneOf[answer.finding]}>
                      {capital(answer.finding)}
                    </Mark>,
                  ],
                  [words.remark, answer.comment],
                  [words.by, `${personName(names, answer.by)}, ${when(answer.at)}`],
                ]}
              />
            ) : (
              <p>
                <Mark tone="quiet">{words.notAnswered}</Mark>
              </p>
            )}
            {open && (
              <FindingForm
                caseId={theCase.caseId}
                item={item}
                before={answer && { ...answer, by: personName(names, answer.by) }}
              />
            )}
          </li>
        )
      })}
    </ol>
  )
}
