import { useQuery } from '@tanstack/react-query'
import { More } from '../../nhs/more.tsx'
import { when } from '../../time.ts'
import { OpenedDocuments } from '../tender/opened-tender.tsx'
import { CriterionCard } from './criterion-card.tsx'
import { PapersSaved } from './papers-saved.tsx'
import { SubmitScores } from './submit-scores.tsx'
import { useOneByOne } from './use-one-by-one.ts'
import type { Papers } from './use-papers.ts'
import { type Scoring, useTenderQuery } from './use-scoring.ts'
import { words } from './words.ts'

interface TenderDeskProps {
  caseId: string
  scoring: Scoring
  organisationId: string
  name: string
  papers: Papers
  /** What was written is looked at once more, before it is submitted. */
  checking: boolean
  onCheck(on: boolean): void
  onSubmitted(): void
}

/** One tender with everything that is needed to score it. */
export function TenderDesk(props: TenderDeskProps) {
  const { caseId, scoring, organisationId, name, papers, checking, onCheck, onSubmitted } = props
  const { data: tender, isPending } = useQuery(useTenderQuery(caseId, organisationId))
  const submitted = scoring.tenders.find((one) => one.organisationId === organisationId)?.submitted
  const open = scoring.scoring === 'open'
  const shown = useOneByOne(scoring.criteria.length)
  return (
    <section aria-labelledby="tender">
      <h2 id="tender" tabIndex={-1}>
        {name}
      </h2>
      <PapersSaved papers={papers} submitted={submitted !== undefined} />
      {submitted && <p>{words.submit.submittedAt(when(submitted.at))}</p>}
      <More title={words.documents}>
        <OpenedDocuments caseId={caseId} organisationId={organisationId} />
      </More>
      {scoring.criteria.slice(0, shown).map((criterion, index) => (
        <CriterionCard
          key={criterion.id}
          caseId={caseId}
          organisationId={organisationId}
          criterion={criterion}
          number={index + 1}
          of={scoring.criteria.length}
          papers={papers}
          answer={tender?.answers?.[criterion.id]}
          reading={isPending}
          confidential={tender?.confidential?.includes(criterion.id) === true}
          submitted={submitted?.scores[criterion.id]}
          open={open}
        />
      ))}
      {open && !submitted && shown >= scoring.criteria.length && (
        <SubmitScores
          caseId={caseId}
          organisationId={organisationId}
          name={name}
          criteria={scoring.criteria}
          papers={papers}
          checking={checking}
          onCheck={onCheck}
          onSubmitted={onSubmitted}
        />
      )}
    </section>
  )
}
