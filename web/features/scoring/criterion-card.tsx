import { memo } from 'react'
import { decimal } from '../../decimal.ts'
import { More } from '../../nhs/more.tsx'
import { Clash } from '../autosave/clash.tsx'
import { useEntry } from '../autosave/use-paper.ts'
import { CharactersLeft } from './characters-left.tsx'
import { DocumentsBeside } from './documents-beside.tsx'
import { NoteFields } from './note-fields.tsx'
import { ScoreChoice } from './score-choice.tsx'
import type { Papers, ScoreEntry } from './use-papers.ts'
import type { ScoredCriterion } from './use-scoring.ts'
import { words } from './words.ts'

interface CriterionCardProps {
  caseId: string
  organisationId: string
  criterion: ScoredCriterion
  number: number
  of: number
  papers: Papers
  /** What the bidder answered; undefined while it is being read. */
  answer: string | undefined
  reading: boolean
  confidential: boolean
  submitted?: { score: number; rationale: string } | undefined
  /** Scores can be written. */
  open: boolean
}

/** What the service takes (domain/evaluation/evaluation.ts). */
export const MOST_REASONS = 2_000

export const scoreId = (criterionId: string) => `score-${criterionId}`
export const rationaleId = (criterionId: string) => `rationale-${criterionId}`

/** One criterion: what the bidder says on the left, what the member gives for it on the right. */
export const CriterionCard = memo(function CriterionCard(props: CriterionCardProps) {
  const { caseId, organisationId, criterion, number, of, papers, answer, reading, confidential, submitted, open } =
    props
  const { id, title } = criterion
  return (
    <section className="scoring-criterion" aria-labelledby={`criterion-${id}`} data-criterion={id}>
      <h3 id={`criterion-${id}`}>
        <span className="nhsuk-caption-m">
          {words.criterion(number, of)} · {words.weight(decimal(criterion.weight).replace(/\.00$|(\.\d)0$/, '$1'))}
        </span>
        {title}
      </h3>
      <p>{criterion.question}</p>
      {criterion.minimum !== undefined && <p>{words.minimum(criterion.minimum)}</p>}
      <More title={words.guidance}>{criterion.guidance}</More>
      <div className="scoring-beside">
        <div>
          <h4 className="nhsuk-heading-xs">{words.answer}</h4>
          {confidential && <p className="nhsuk-body-s">{words.confidential}</p>}
          <div className="scoring-words scoring-answer">{reading ? words.reading : (answer ?? words.noAnswer)}</div>
          <DocumentsBeside
            caseId={caseId}
            organisationId={organisationId}
            criterionId={id}
            title={title}
            notes={papers.notes}
          />
        </div>
        <div>
          {open && !submitted && <OpenScore criterion={criterion} papers={papers} />}
          {submitted && (
            <>
              <p>
                <strong>{words.given(submitted.score)}</strong>: {criterion.scale[submitted.score]}
              </p>
              <p className="scoring-words">{submitted.rationale}</p>
            </>
          )}
          <NoteFields criterionId={id} title={title} paper={papers.notes} />
        </div>
      </div>
    </section>
  )
})

const told = ({ score, rationale }: ScoreEntry = {}): string =>
  [score === undefined ? '' : String(score), rationale ?? ''].filter((part) => part !== '').join(' — ')

function OpenScore({ criterion, papers }: Pick<CriterionCardProps, 'criterion' | 'papers'>) {
  const { id, title, scale } = criterion
  const { entry = {}, clash } = useEntry(papers.scores, id)
  return (
    <>
      {clash && (
        <Clash
          here={told(entry)}
          elsewhere={told(clash.theirs)}
          onChoose={(which) => papers.scores.choose(id, which)}
        />
      )}
      <ScoreChoice
        id={scoreId(id)}
        title={title}
        scale={scale}
        value={entry.score}
        onChange={(score) => papers.scores.edit(id, { ...entry, score })}
        onEnter={() => document.getElementById(rationaleId(id))?.focus()}
      />
      <div className="nhsuk-form-group">
        <label className="nhsuk-label nhsuk-label--s" htmlFor={rationaleId(id)}>
          {words.rationale}
          <span className="nhsuk-u-visually-hidden">: {title}</span>
        </label>
        <div className="nhsuk-hint" id={`${rationaleId(id)}-hint`}>
          {words.rationaleHint}
        </div>
        <textarea
          className="nhsuk-textarea"
          id={rationaleId(id)}
          rows={4}
          aria-describedby={`${rationaleId(id)}-hint ${rationaleId(id)}-left`}
          value={entry.rationale ?? ''}
          onChange={(event) => papers.scores.edit(id, { ...entry, rationale: event.currentTarget.value })}
        />
        <CharactersLeft id={`${rationaleId(id)}-left`} of={entry.rationale} most={MOST_REASONS} />
      </div>
    </>
  )
}
