import { useState } from 'react'
import { ActionButton } from '../../nhs/action-button.tsx'
import { Notice } from '../../nhs/notice.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { useHeadingInFocus } from '../../title.ts'
import type { PaperView } from '../autosave/autosave.ts'
import { usePaper } from '../autosave/use-paper.ts'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { MOST_REASONS, rationaleId, scoreId } from './criterion-card.tsx'
import type { Papers, ScoreEntry } from './use-papers.ts'
import type { ScoredCriterion } from './use-scoring.ts'
import { words } from './words.ts'

/** What is missing before the scores of a tender can be submitted, each with its field. */
export function missingFrom(criteria: readonly ScoredCriterion[], { entries, clashes }: PaperView<ScoreEntry>) {
  return criteria.flatMap(({ id, title }) => {
    const { score, rationale = '' } = entries[id] ?? {}
    return [
      ...(clashes[id] ? [{ detail: words.submit.clash(title), fieldId: rationaleId(id) }] : []),
      ...(score === undefined ? [{ detail: words.submit.missingScore(title), fieldId: `${scoreId(id)}-0` }] : []),
      ...(rationale.length > MOST_REASONS ? [{ detail: words.submit.tooLong(title), fieldId: rationaleId(id) }] : []),
      ...(rationale.trim() === '' ? [{ detail: words.submit.missingReasons(title), fieldId: rationaleId(id) }] : []),
    ]
  })
}

interface SubmitScoresProps {
  caseId: string
  organisationId: string
  name: string
  criteria: readonly ScoredCriterion[]
  papers: Papers
  /** What was written is looked at once more: a place of its own in the history. */
  checking: boolean
  onCheck(on: boolean): void
  onSubmitted(): void
}

/** Everything missing at once; then everything that is submitted, once more, before it stands for good. */
export function SubmitScores(props: SubmitScoresProps) {
  const { caseId, organisationId, name, criteria, papers, onCheck, onSubmitted } = props
  const view = usePaper(papers.scores)
  const [asked, setAsked] = useState(false)
  const missing = missingFrom(criteria, view)
  const checking = props.checking && missing.length === 0
  const heading = useHeadingInFocus(checking)
  const submit = useCommand(caseId, 'submit-scores', () => {
    papers.scores.submitted()
    onSubmitted()
  })
  const body = () => ({
    organisationId,
    scores: Object.fromEntries(
      criteria.map(({ id }) => [id, { score: view.entries[id]?.score, rationale: view.entries[id]?.rationale }]),
    ),
  })
  return (
    <section aria-labelledby="submit">
      <h3 id="submit" ref={heading} tabIndex={-1}>
        {checking ? words.submit.checkTitle(name) : words.submit.title(name)}
      </h3>
      <CommandProblem error={submit.error} />
      {asked && missing.length > 0 && <ProblemSummary title={words.submit.missing} detail="" faults={missing} />}
      {checking ? (
        <>
          <Notice title={words.submit.warning}>
            <ul>
              {criteria.map(({ id, title }) => (
                <li key={id} className="scoring-words">
                  {title}: <strong>{view.entries[id]?.score}</strong> — {view.entries[id]?.rationale}
                </li>
              ))}
            </ul>
          </Notice>
          <div className="nhsuk-button-group">
            <ActionButton busy={submit.isPending} onClick={() => submit.mutate(body())}>
              {submit.isPending ? words.submit.confirming : words.submit.confirm}
            </ActionButton>
            <ActionButton kind="secondary" onClick={() => onCheck(false)}>
              {words.submit.change}
            </ActionButton>
          </div>
        </>
      ) : (
        <ActionButton
          onClick={() => {
            setAsked(true)
            if (missing.length === 0) onCheck(true)
          }}
        >
          {words.submit.check}
        </ActionButton>
      )}
    </section>
  )
}
