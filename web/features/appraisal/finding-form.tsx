import { type FormEvent, useState } from 'react'
import type { ChecklistItem } from '../../../domain/appraisal/checklist.ts'
import { capital } from '../../capital.ts'
import { useKept } from '../../kept.ts'
import { ActionButton } from '../../nhs/action-button.tsx'
import { RadiosField, WordsField } from '../../nhs/fields.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { CommandProblem } from '../case/command-problem.tsx'
import { useCommand } from '../case/use-command.ts'
import { findings } from './findings.ts'
import { words } from './words.ts'

interface FindingFormProps {
  caseId: string
  item: ChecklistItem
  /** What stands there now. */
  before?: { finding: string; comment: string } | undefined
}

/** The panel's finding on one item, with the remark that it rests on. */
export function FindingForm({ caseId, item, before }: FindingFormProps) {
  const [answer, setAnswer, forget] = useKept(`${caseId}:checklist:${item}`, before ?? { finding: '', comment: '' })
  const [tried, setTried] = useState(false)
  const save = useCommand(caseId, 'answer-checklist', () => {
    forget()
    setTried(false)
  })
  const id = { finding: `${item}-finding`, comment: `${item}-comment` }
  const { missing, problem } = words.form
  const faults = [
    ...(answer.finding === '' ? [{ fieldId: id.finding, detail: missing.finding }] : []),
    ...(answer.comment.trim() === '' ? [{ fieldId: id.comment, detail: missing.comment }] : []),
  ]
  const shown = tried ? faults : []
  const faultIn = (field: string) => shown.find(({ fieldId }) => fieldId === field)?.detail
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (faults.length === 0 && !save.isPending)
      save.mutate({ item, finding: answer.finding, comment: answer.comment.trim() })
  }
  return (
    <form onSubmit={send} noValidate aria-label={words.items[item]}>
      {shown.length > 0 && <ProblemSummary {...problem} faults={shown} />}
      <CommandProblem error={save.error} field={(pointer) => `${item}-${pointer.slice(1)}`} />
      <RadiosField
        id={id.finding}
        label={words.form.finding}
        fault={faultIn(id.finding)}
        inline
        value={answer.finding}
        choices={findings.map((value) => ({ value, name: capital(value) }))}
        onChange={(finding) => setAnswer({ ...answer, finding: finding ?? '' })}
      />
      <WordsField
        id={id.comment}
        label={words.form.remark}
        rows={3}
        fault={faultIn(id.comment)}
        value={answer.comment}
        onChange={(comment) => setAnswer({ ...answer, comment })}
      />
      <ActionButton submit kind="secondary" small busy={save.isPending}>
        {save.isPending ? words.form.saving : words.form.save}
      </ActionButton>
    </form>
  )
}
